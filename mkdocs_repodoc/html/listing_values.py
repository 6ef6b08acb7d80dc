"""The listing of a file's source to the values that its template is given."""

from __future__ import annotations

from mkdocs_repodoc.html.code.listing import render_listing
from mkdocs_repodoc.html.code.listing_data import permalink, scopes
from mkdocs_repodoc.insight.listed_lines import listed_bytes
from mkdocs_repodoc.model.blocks import Listing
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.repository_urls import forge_name
from mkdocs_repodoc.text.english import count


def listing_values(
    block: Listing, context: RenderContext, addresses: Addresses
) -> dict[str, object]:
    """Return what the template of a listing is given.

    Args:
        block: The listing.
        context: The repository and its pages.
        addresses: Links from the page that it stands on.
    """
    file = context.queries.file(block.path)
    assert file is not None  # noqa: S101 - a page lists its own file
    listing = render_listing(
        context.queries.read_text(block.path).text,
        file.source.language,
        context.queries.references(block.path),
        addresses,
        limit=listed_bytes(file, context.settings.listing_limit),
        anchors=block.anchors,
    )
    raw = context.source_url(block.path)
    return {
        "path": block.path,
        "language": file.source.language,
        "lines": listing.total_lines,
        "shown": listing.lines,
        "cut": listing.cut,
        "columns": listing.columns,
        "raw": raw,
        "host": forge_name(raw),
        "permalink": permalink(context.source_url, block.path),
        "scopes": scopes(file.outline.symbols, listing.lines),
        "code": listing.html,
        "title": f"{file.name} · {count(listing.total_lines, 'line')}",
    }
