"""The repository's README on its index, without what tells a reader nothing of the software."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Block, Inline, Paragraph, Prose, Section, Weight
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Folder, RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.readmes import README_ANCHOR, readme_of
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.document_parts.document_opening import readable, with_link_targets
from mkdocs_repodoc.text.document_parts.readme_text import (
    from_first_prose,
    opening,
    without_link_rows,
    without_sections,
)
from mkdocs_repodoc.text.english import count

_SHORT = 12_000
"""Characters of a README that keeps all its examples."""
_LONGEST = 24_000
"""Characters that are shown of a longer one; the file's own page has the rest."""
_UNWANTED = re.compile(
    r"donat|sponsor|backers|badge|thank|testimonial|used by|contributors?$|maintainers?$|authors?$"
    r"|licen[cs]e|star history|table of contents|^contents$|stargazers",
    re.IGNORECASE,
)
"""Headings of sections on those who made the software, or pay for it."""
_EXAMPLES = 3
"""Examples that a long README keeps."""
_LEAST_LINES = 3
"""Lines of an example that is left out; shorter ones are commands."""
_HEADINGS = 12
_MARKED = re.compile(r"#{1,6} \S")
_FENCE = re.compile(r"\s*(?:```|~~~)")


def shortened_readme(
    context: PageContext, folder: Folder, weight: Weight = "full"
) -> tuple[Section, ...]:
    """Return the section with what a README says of the software; nothing without one.

    Args:
        context: The repository.
        folder: Its root.
        weight: That of the section.
    """
    file = readme_of(context, folder)
    written = "" if file is None else context.read_text(file.path).text
    if file is None or not written.strip():
        return ()
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    if readable(written, markup) != written:  # its opening, which the page begins with, is all
        return ()
    text = _of_software(file, written, markup) if markup != "plain" else written
    examples = 0
    if len(text) > _SHORT:
        text, examples = _without_examples(text)
    cut = opening(text, _LONGEST)
    left = text[len(cut) :]
    shown = with_link_targets(cut, written, markup) if markup != "plain" else cut
    blocks: list[Block] = [Prose(shown, markup, file.path, heading_level=2)]
    if examples or left.strip():
        blocks.append(_rest(context, file, examples, left))
    return (Section(file.name, README_ANCHOR, tuple(blocks), weight),)


def _of_software(file: RepoFile, text: str, markup: str) -> str:
    """Return a README from its first prose on, without badges, sponsors and licences."""
    headings = [each for each in file.outline.symbols if each.kind == Kind.HEADING]
    told = without_sections(text, headings, _UNWANTED)
    return without_link_rows(from_first_prose(told, markup)) or text


def _without_examples(text: str) -> tuple[str, int]:
    """Return a text without its examples after the first few, and how many these are."""
    kept: list[str] = []
    block: list[str] = []
    met = left_out = 0
    for line in text.split("\n"):
        opens = bool(_FENCE.match(line))
        if not block and not opens:
            kept.append(line)
            continue
        block.append(line)
        if opens and len(block) > 1:
            met += 1
            is_kept = met <= _EXAMPLES or len(block) - 2 < _LEAST_LINES
            kept += block if is_kept else ()
            left_out += not is_kept
            block = []
    return "\n".join([*kept, *block]), left_out


def _rest(context: PageContext, file: RepoFile, examples: int, left: str) -> Paragraph:
    """Say what of a README is not shown, with links to its further sections."""
    said: list[Inline] = []
    if examples:
        said += [count(examples, "example"), " and " if left.strip() else ""]
    if headings := _headings_in(context, file, left):
        said += ["the sections ", *joined(headings, last=" and ")]
    elif left.strip():
        said.append("the rest")
    link = page_links.to_file(context, file.path)
    return Paragraph(("Left out here: ", *said, "; ", link, " has all of it."))


def _headings_in(context: PageContext, file: RepoFile, left: str) -> Sequence[Inline]:
    """Return links to the headings of the highest level in a part of a README."""
    marked = [row for row in left.split("\n") if _MARKED.match(row)]
    highest = min((len(row) - len(row.lstrip("#")) for row in marked), default=0)
    rows = {row.strip("# ") for row in marked if row[highest] == " "}
    found: dict[str, Inline] = {}
    for position, symbol in enumerate(file.outline.symbols):
        name = symbol.name.rpartition(HEADING_SEPARATOR)[2]
        if symbol.kind == Kind.HEADING and name in rows:
            ref = SymbolRef(file.path, position)
            found.setdefault(name, page_links.to_symbol(context, ref, text=name))
    return tuple(found.values())[:_HEADINGS]
