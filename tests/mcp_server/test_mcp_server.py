"""The server as a client of the protocol sees it: in this process, by stdio, by HTTP."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp import Client, StdioServerParameters
from support.repositories import commit_all, git, write_files
from support.shop import make_shop

from mkdocs_repodoc.mcp_server.served_repositories import ServedRepositories
from mkdocs_repodoc.mcp_server.serving import make_server
from mkdocs_repodoc.query.questions import QUESTION_TYPES
from mkdocs_repodoc.settings import Settings

PROGRAM = str(Path(sys.executable).with_name("mkdocs-repodoc"))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    make_shop(tmp_path)
    return tmp_path


def settings(*folders: Path) -> Mapping[str, Settings]:
    return {folder.name: Settings(root=folder, jobs=1) for folder in folders}


@asynccontextmanager
async def connected(*folders: Path) -> AsyncIterator[Client]:
    async with (
        ServedRepositories(settings(*folders)) as repositories,
        Client(make_server(repositories)) as client,
    ):
        yield client


async def call(client: Client, tool: str, /, **parameters: object) -> dict[str, Any]:
    """Return what a tool answers, which is the same as data and as text."""
    result = await client.call_tool(tool, parameters)
    assert not result.is_error, result.content
    (content,) = result.content
    assert content.type == "text"
    assert json.loads(content.text) == result.structured_content
    assert isinstance(result.structured_content, dict)
    return result.structured_content


def test_tools_are_the_questions_and_say_that_they_only_read(shop: Path) -> None:
    async def ask() -> None:
        async with connected(shop) as client:
            listed = (await client.list_tools()).tools
            assert [tool.name for tool in listed] == list(QUESTION_TYPES)
            for tool in listed:
                assert tool.annotations is not None
                assert tool.annotations.read_only_hint
                assert tool.description
                assert tool.output_schema is not None
                Draft202012Validator.check_schema(tool.input_schema)
                Draft202012Validator.check_schema(tool.output_schema)
            assert client.instructions is not None
            assert "candidates" in client.instructions

    asyncio.run(ask())


def test_a_conversation_while_the_repository_changes(shop: Path) -> None:
    asyncio.run(_converse(shop))


async def _converse(shop: Path) -> None:
    """Thirty calls, with edits, additions, removals and commits between them."""
    price = shop / "shop/price.py"
    async with connected(shop) as client:
        asked = 0

        async def ask(tool: str, /, **parameters: object) -> dict[str, Any]:
            nonlocal asked
            asked += 1
            said = await call(client, tool, **parameters)
            assert said["commit"] == git(shop, "rev-parse", "HEAD").strip()
            assert not [state for state in said["files"] if state["stale"]]
            return said

        assert (await ask("overview"))["file_count"] == 9
        assert (await ask("search", text="Tariff"))["hits"][0]["symbol"]["kind"] == "class"
        for line in range(18, 24):  # each edit moves the function by a line
            said = await ask("symbol", name="shop.price.tax")
            assert said["subject"]["line"] == line
            text = await ask("source", name="shop.price.tax")
            assert text["text"] == "def tax(due):\n    return due // 5\n"
            price.write_text(f"# {line}\n{price.read_text()}")
        assert (await ask("uses", name="shop.price.tax"))["total"] == 1
        write_files(
            shop, {"shop/more.py": "from shop.price import tax\n\n\ndef more():\n    tax(1)\n"}
        )
        assert (await ask("uses", name="shop.price.tax"))["total"] == 1  # git does not know it yet
        git(shop, "add", "shop/more.py")
        uses = await ask("uses", name="shop.price.tax")
        assert uses["kinds"] == {"call": 2, "import": 1}
        assert (await ask("callees", name="more"))["total"] == 1
        assert (await ask("tests", name="shop/more.py"))["tests"] == []
        assert (await ask("paths", start="more", target="shop.price.tax"))["total"] == 1
        commit_all(shop, "More")
        changed = await ask("changes", since="v1.0")
        assert {each["path"] for each in changed["changed"]} == {"shop/price.py", "shop/more.py"}
        write_files(shop, {"shop/price.py": "import shop.more\n\ntax = print\n"})
        assert (await ask("symbol", name="shop.price.tax"))["subject"]["kind"] == "attribute"
        assert (await ask("cycles"))["total"] == 1
        assert (await ask("symbol", name="Tariff.charge"))["status"] == "not known"
        (shop / "shop/more.py").unlink()
        assert (await ask("cycles"))["total"] == 0
        assert (await ask("symbol", name="more"))["status"] == "not known"
        git(shop, "checkout", "--quiet", "v1.0", "--", ".")
        assert (await ask("source", name="shop.price.tax"))["text"].endswith("// 4\n")
        assert (await ask("imports", path="shop/till.py"))["total"] == 2
        assert (await ask("related", path="shop/till.py"))["total"] > 0
        assert (await ask("commands"))["total"] > 0
        assert "findings" in await ask("findings")
        assert asked == 31


def test_a_question_that_cannot_be_asked_is_an_error_that_says_how(shop: Path) -> None:
    async def ask() -> None:
        async with connected(shop) as client:
            for name, parameters, said in (
                ("uses", {}, "missing required field `name`"),
                ("uses", {"name": "tax", "limit": 10_000}, "limit"),
                ("who", {}, "there is no question 'who'"),
            ):
                result = await client.call_tool(name, parameters)
                assert result.is_error
                (content,) = result.content
                assert content.type == "text"
                assert said in content.text
            assert (await call(client, "cycles"))["total"] == 0

    asyncio.run(ask())


def test_several_repositories_are_told_apart_by_name(tmp_path: Path) -> None:
    make_shop(tmp_path / "shop")
    write_files(tmp_path / "other", {"app.py": "def alone():\n    pass\n"})
    commit_all(tmp_path / "other")

    async def ask() -> None:
        async with connected(tmp_path / "shop", tmp_path / "other") as client:
            tool = (await client.list_tools()).tools[0]
            assert tool.input_schema["properties"]["repository"]["enum"] == ["shop", "other"]
            said = await call(client, "overview", repository="other")
            assert (said["name"], said["file_count"]) == ("other", 1)
            assert (await call(client, "overview", repository="shop"))["file_count"] == 9
            result = await client.call_tool("overview", {})
            assert result.is_error

    asyncio.run(ask())


def test_the_program_serves_the_client_that_starts_it(shop: Path) -> None:
    async def ask() -> None:
        async with Client(StdioServerParameters(command=PROGRAM, args=["mcp"], cwd=shop)) as client:
            said = await call(client, "uses", name="shop.price.tax")
            assert [use["line"] for use in said["uses"]] == [6]

    asyncio.run(ask())


def test_http_answers_on_loopback_and_refuses_other_hosts_and_all_pages(shop: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    async def ask() -> None:
        await _until_listening(port)
        async with Client(f"http://127.0.0.1:{port}/mcp") as client:
            assert (await call(client, "overview"))["file_count"] == 9
        assert b" 421 " in await _status(port, "evil.example")
        own = f"127.0.0.1:{port}"
        assert b" 406 " in await _status(port, own)  # taken, and found to ask for nothing
        for origin in ("https://evil.example", "http://localhost:3000", "null"):
            assert b" 403 " in await _status(port, own, f"Origin: {origin}\r\n"), origin

    with subprocess.Popen([PROGRAM, "mcp", "--http", str(port)], cwd=shop) as serving:
        try:
            asyncio.run(ask())
        finally:
            serving.terminate()


async def _until_listening(port: int) -> None:
    for _ in range(1200):  # a minute, on a machine that has much else to do
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    pytest.fail("nothing answers")


async def _status(port: int, host: str, headers: str = "") -> bytes:
    """Return the first line of the answer to a request of such a host with such headers."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = b"{}"
    writer.write(
        f"POST /mcp HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    line = await reader.readline()
    writer.close()
    return line
