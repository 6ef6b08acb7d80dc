"""Pages of repositories as resources, as a client of the protocol sees them."""

from __future__ import annotations

import asyncio
import posixpath
import re
from pathlib import Path

import pytest
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import TextResourceContents
from support.shop import make_shop

from mkdocs_repodoc.mcp_server.page_resources import listed
from mkdocs_repodoc.mcp_server.served_repositories import ServedRepositories
from mkdocs_repodoc.mcp_server.serving import make_server
from mkdocs_repodoc.query.markdown_twin_pages import TwinPage
from mkdocs_repodoc.query.unsettled import QuestionError
from mkdocs_repodoc.settings import Settings


def test_pages_are_resources_that_links_lead_to(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    make_shop(shop)

    async def ask() -> None:
        settings = {"shop": Settings(root=shop, jobs=1)}
        async with ServedRepositories(settings) as served, Client(make_server(served)) as client:
            found = (await client.list_resources()).resources
            index = next(each for each in found if each.name == "repo/index.md")
            assert index.uri == "repodoc://shop/repo/index.md"
            assert {"repo/comprehensive_book/index.md", "repo/shop/index.md"} <= {
                each.name for each in found
            }
            assert not [each for each in found if "price.py" in each.name]
            text = await _text(client, index.uri)
            assert text.startswith("# ")
            at = re.search(r"\]\(([^)#]*price\.py[^)#]*\.md)[)#]", text)
            assert at is not None
            page = f"repodoc://shop/{posixpath.normpath(posixpath.join('repo', at[1]))}"
            assert "def total(items):" in await _text(client, page)
            (shop / "shop/price.py").write_text("def sum_up(items):\n    return 0\n")
            for address in (page, f"{page}#shop.price.sum_up"):
                assert "def sum_up(items):" in await _text(client, address)
            templates = (await client.list_resource_templates()).resource_templates
            assert [each.uri_template for each in templates] == ["repodoc://{repository}/{+page}"]
            for uri in (
                "repodoc://shop/repo/none.md",
                "repodoc://shop/../../etc/passwd",
                "repodoc://x/repo/index.md",
                "file:///etc/passwd",
            ):
                with pytest.raises(MCPError, match=r"no resource|must be one of"):
                    await client.read_resource(uri)

    asyncio.run(ask())


async def _text(client: Client, uri: str) -> str:
    result = await client.read_resource(uri)
    assert result.meta is not None
    assert len(result.meta["commit"]) == 40
    (content,) = result.contents
    assert isinstance(content, TextResourceContents)
    assert (content.uri, content.mime_type) == (uri, "text/markdown")
    return content.text


def test_many_resources_are_listed_in_portions() -> None:
    pages = [("shop", TwinPage(f"{number}.md", str(number), "")) for number in range(450)]
    found, cursor = list[str](), None
    while True:
        some = listed(pages, cursor)
        found += [each.name for each in some.resources]
        cursor = some.next_cursor
        if cursor is None:
            break
    assert found == [page.url for _, page in pages]
    for wrong in ("", "7", "-200", "600", "x"):
        with pytest.raises(QuestionError, match="is none"):
            listed(pages, wrong)
