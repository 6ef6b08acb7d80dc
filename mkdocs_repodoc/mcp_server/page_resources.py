"""The pages of repositories as resources of the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, unquote

import mcp_types as protocol

from mkdocs_repodoc.query.markdown_twin_pages import TwinPage
from mkdocs_repodoc.query.unsettled import QuestionError

_SCHEME = "repodoc://"
_MARKDOWN = "text/markdown"
_PORTION = 200
"""Resources that are listed at once."""

TEMPLATES = (
    protocol.ResourceTemplate(
        uri_template=f"{_SCHEME}{{repository}}/{{+page}}",
        name="page",
        description="A page of the documentation, as links of the listed ones lead to it.",
        mime_type=_MARKDOWN,
    ),
)
"""How the addresses of all pages are made up, those of files too, which are not listed."""


def listed(
    pages: Sequence[tuple[str, TwinPage]], cursor: str | None
) -> protocol.ListResourcesResult:
    """Return some pages as resources.

    Args:
        pages: All of them, each with the name of its repository.
        cursor: The `next_cursor` of the answer before; `None` for the first.

    Raises:
        QuestionError: The cursor is none.
    """
    start = _start(cursor, len(pages))
    following = start + _PORTION
    return protocol.ListResourcesResult(
        resources=[_resource(name, page) for name, page in pages[start:following]],
        next_cursor=str(following) if following < len(pages) else None,
    )


def content(uri: str, text: str, commit: str) -> protocol.ReadResourceResult:
    """Return what a resource holds.

    Args:
        uri: Its address.
        text: Its Markdown.
        commit: Hash of the commit that is checked out; empty outside git.
    """
    page = protocol.TextResourceContents(uri=uri, mime_type=_MARKDOWN, text=text)
    return protocol.ReadResourceResult(contents=[page], _meta={"commit": commit})


def meant(uri: str) -> tuple[str, str]:
    """Return the name of the repository that an address is of, and the page's address in it.

    An anchor behind it is left out: the page is read as a whole.

    Raises:
        QuestionError: No resource has such an address.
    """
    name, slash, page = uri.removeprefix(_SCHEME).partition("/")
    if not uri.startswith(_SCHEME) or not slash:
        raise QuestionError(f"there is no resource {uri!r}")
    return unquote(name), page.partition("#")[0]


def _start(cursor: str | None, total: int) -> int:
    if cursor is None:
        return 0
    starts = {str(start): start for start in range(_PORTION, total, _PORTION)}
    if cursor not in starts:
        raise QuestionError(f"cursor {cursor!r} is none; take it from the answer before")
    return starts[cursor]


def _resource(name: str, page: TwinPage) -> protocol.Resource:
    return protocol.Resource(
        uri=f"{_SCHEME}{quote(name, safe='')}/{page.url}",
        name=page.url,
        title=page.title,
        description=page.summary or None,
        mime_type=_MARKDOWN,
    )
