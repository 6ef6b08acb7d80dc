"""File Metadata: what can be said of the file without reading it as a program.

Also the notes at the top of the page: what was wrong with the file, and where.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model import clues
from mkdocs_repodoc.model.blocks import Block, Code, Facts, Inline, Note, Phrase, WebLink
from mkdocs_repodoc.model.facts import StatedFact
from mkdocs_repodoc.pages.file.non_import_relations import counterpart_rows
from mkdocs_repodoc.pages.parts import formatting, page_links
from mkdocs_repodoc.pages.parts.clue_words import evidence_phrase
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.repository_urls import forge_name
from mkdocs_repodoc.text.english import count

_LINE_NAMES = {
    **dict.fromkeys(("markdown", "restructuredtext", "text", "asciidoc"), ("text", "comment")),
    **dict.fromkeys(("json", "csv", "xml", "pofile", "svg"), ("data", "comment")),
}
"""Language → what its lines are, and those that are not for the machine."""
_PLAIN_CLUES = frozenset(
    {
        clues.NameClue,
        clues.NameStartClue,
        clues.SuffixClue,
        clues.FolderClue,
        clues.PathClue,
        clues.CasesClue,
        clues.FormatClue,
    }
)
"""What the path and the tests of a file show by themselves."""
_DIGITS = 12
"""Of a digest or commit, as many as people compare by eye."""


def lead_notes(view: FileView) -> tuple[Block, ...]:
    """Return a note for each problem that was met in the file."""
    notes: list[Block] = []
    for diagnostic in view.outline.diagnostics:
        phrase: tuple[Inline, ...] = (diagnostic.message,)
        if diagnostic.line:
            phrase += (" (", view.line(diagnostic.line), ")")
        notes.append(Note(diagnostic.severity, phrase))
    return tuple(notes)


def metadata_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the facts of File Metadata."""
    rows: list[tuple[str, Phrase]] = [("Path", (_path(view),))]
    rows += _elsewhere(view)
    rows += counterpart_rows(view)
    rows.append(("Content", _content(view)))
    if dimensions := formatting.dimensions(view.outline.image):
        rows.append(("Dimensions", (dimensions,)))
    if change := _change(view):
        rows.append(("Last change", change))
    return (Facts((*rows, *_judgements(view), *_stated(view))),)


def _content(view: FileView) -> Phrase:
    """Size, lines, language, encoding and digest in one row: few ask, and who asks finds them."""
    source, outline = view.file.source, view.outline
    said: list[Inline] = []
    if source.language not in {"symlink", "submodule", ""}:
        said.append(language_named(source.language).title)
    if outline.lines.total:
        said.append(_lines(view))
    said.append(formatting.size(source.size))
    if outline.encoding not in {"utf-8", "ascii", ""} and outline.lines.total:
        said.append(f"encoded as {outline.encoding}")
    phrase = joined(said)
    if source.digest and source.kind != "submodule":
        phrase += (", SHA-256 ", Code(source.digest[:_DIGITS]))
    return phrase


def _stated(view: FileView) -> Iterator[tuple[str, Phrase]]:
    """What the file states in the eyes of extensions, each with its line."""
    for fact in view.outline.facts_of(StatedFact):
        line: Phrase = (" (", view.line(fact.line), ")") if fact.line else ()
        yield fact.name, (fact.value, *line)


def _judgements(view: FileView) -> list[tuple[str, Phrase]]:
    """What the role and the licence of the file rest on."""
    source, outline = view.file.source, view.outline
    rows: list[tuple[str, Phrase]] = []
    if source.origin:
        rows.append(("Origin", (f"{source.origin}: {evidence_phrase(source.origin_evidence)}",)))
    if not _PLAIN_CLUES.issuperset(map(type, view.file.role_evidence)):
        rows.append(("Role", (f"{view.file.role}: {evidence_phrase(view.file.role_evidence)}",)))
    if outline.licence:
        licence: Phrase = (outline.licence,)
        if outline.licence_line:
            licence += (" (", view.line(outline.licence_line), ")")
        rows.append(("Licence", licence))
    return rows


def _path(view: FileView) -> Inline:
    url = view.context.source_url(view.path)
    return WebLink(view.path, url, f"on {forge_name(url)}") if url else Code(view.path)


def _elsewhere(view: FileView) -> list[tuple[str, Phrase]]:
    """Where the content really is, for links, pointers and submodules."""
    source = view.file.source
    if source.kind == "symlink":
        target = posixpath.normpath(posixpath.join(view.file.folder, source.target))
        repository = view.context.repository
        link: Inline = Code(source.target)
        if target in repository.files:
            link = page_links.to_file(view.context, target, text=source.target)
        elif target in repository.folders:
            link = page_links.to_folder(view.context, target, text=source.target)
        return [("Symbolic link to", (link,))]
    if source.kind == "submodule":
        commit = source.target or source.digest
        return [("Submodule at commit", (Code(commit[:_DIGITS]),))] if commit else []
    if source.kind == "lfs":
        return [("Stored in", ("Git LFS; the repository contains a pointer to the content",))]
    return []


def _lines(view: FileView) -> str:
    counts = view.outline.lines
    language = view.file.source.language
    has_docstrings = language_named(language).comments.docstring is not None
    in_code = ("code", "comment or docstring" if has_docstrings else "comment")
    code, comment = _LINE_NAMES.get(language, in_code)
    parts = [
        f"{number:,} {what}"
        for number, what in (
            (counts.code, code),
            (counts.comment, comment),
            (counts.blank, "blank"),
        )
        if number
    ]
    total = count(counts.total, "line")
    return f"{total} ({', '.join(parts)})" if len(parts) > 1 else total


def _change(view: FileView) -> Phrase:
    change = view.file.change
    if change is None:
        return ()
    short = change.commit[:_DIGITS]
    url = view.context.commit_url(change.commit)
    commit: Inline = WebLink(short, url, f"the commit on {forge_name(url)}") if url else Code(short)
    return (f"{change.date} by {change.author}: {change.subject} (", commit, ")")
