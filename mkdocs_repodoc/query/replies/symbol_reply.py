"""Answers to `symbol` and `source`: what a symbol is, and its code."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.symbols.symbol_tree import SymbolTree
from mkdocs_repodoc.model.facts import StatedFact
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import DocSection, SymbolDetail
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, SymbolEntry
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.questions import SourceQuestion, SymbolQuestion
from mkdocs_repodoc.query.subjects import subject
from mkdocs_repodoc.query.unsettled import QuestionError, UnsettledError

_MEMBERS = 200
_MOST_LINES = 2_000


class ParameterEntry(AnswerPart, frozen=True, kw_only=True):
    """A parameter as it is declared."""

    name: str
    kind: str
    annotation: str
    default: str


class RaisedEntry(AnswerPart, frozen=True, kw_only=True):
    """An exception that a body raises, as written."""

    name: str
    line: int


class FactEntry(AnswerPart, frozen=True, kw_only=True):
    """Something that a file states in the eyes of an extension.

    Attributes:
        name: What it is about.
        value: What is stated.
        line: Line that states it; 0 where none does alone.
    """

    name: str
    value: str
    line: int = 0


class SymbolAnswer(Answer, frozen=True, kw_only=True):
    """What a symbol is.

    Attributes:
        documentation: All of its documentation, as text.
        decorators: As written, without the `@`.
        labels: `async`, `property`, `static`, `abstract`, `deprecated`, …
        parameters: Of a function or class.
        returns: Return annotation as written.
        raises: What its body raises.
        written_bases: Base classes as written.
        bases: Base classes that the repository defines.
        subclasses: Classes that derive from it directly.
        overrides: The member of the nearest base class that it overrides.
        overridden_by: Members of derived classes that override it.
        members: What it contains.
        complexity: Cyclomatic complexity; 0 where it is not counted.
        uses: How many places refer to it.
        using_files: How many other files do.
        facts: Of a file: what it states in the eyes of extensions.
    """

    documentation: str = ""
    decorators: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    parameters: tuple[ParameterEntry, ...] = ()
    returns: str = ""
    raises: tuple[RaisedEntry, ...] = ()
    written_bases: tuple[str, ...] = ()
    bases: tuple[SymbolEntry, ...] = ()
    subclasses: tuple[SymbolEntry, ...] = ()
    overrides: SymbolEntry | None = None
    overridden_by: tuple[SymbolEntry, ...] = ()
    members: tuple[SymbolEntry, ...] = ()
    complexity: int = 0
    uses: int = 0
    using_files: int = 0
    facts: tuple[FactEntry, ...] = ()


class SourceAnswer(Answer, frozen=True, kw_only=True):
    """Lines of a file, exactly as they are.

    Attributes:
        path: The file.
        line: First line of the text.
        end_line: Its last line.
        text: The lines, with their ends as line feeds.
    """

    path: str = ""
    line: int = 0
    end_line: int = 0
    text: str = ""


def symbol(asked: AskedRepository, question: SymbolQuestion) -> SymbolAnswer:
    """Tell what a symbol is; of a file, what it defines at its top."""
    ref = subject(asked, question.name, question.path)
    links = asked.repository.links
    inside = _members(asked, ref)
    notes = [f"Of {len(inside)} members, {_MEMBERS} are listed."] if len(inside) > _MEMBERS else []
    notes += [note] if (note := unknown_uses(asked, ref)) else []
    detail = asked.detail(ref.path)
    if ref.is_file:
        own, written = SymbolDetail(documentation=detail.documentation), None
    else:
        own, written = detail.symbols[ref.position], asked.repository.symbol(ref)
    overridden = links.overrides.get(ref)
    return SymbolAnswer(
        question="symbol",
        subject=asked.entry(ref),
        documentation="\n\n".join(filter(None, map(_text, own.documentation))),
        decorators=written.decorators if written else (),
        labels=written.labels if written else (),
        parameters=tuple(
            ParameterEntry(
                name=each.name, kind=each.kind, annotation=each.annotation, default=each.default
            )
            for each in own.parameters
        ),
        returns=own.returns,
        raises=tuple(RaisedEntry(name=name, line=line) for name, line in own.raises),
        written_bases=written.bases if written else (),
        bases=asked.entries(links.bases.get(ref, ())),
        subclasses=asked.entries(links.subclasses.get(ref, ())),
        overrides=asked.entry(overridden) if overridden is not None else None,
        overridden_by=asked.entries(links.overridden_by.get(ref, ())),
        members=asked.entries(inside[:_MEMBERS]),
        complexity=own.complexity,
        uses=links.uses.count(ref),
        using_files=links.uses.file_count(ref),
        facts=tuple(_facts(asked, ref)),
        note=" ".join(notes),
    )


def _facts(asked: AskedRepository, ref: SymbolRef) -> Iterator[FactEntry]:
    if ref.is_file:
        for fact in asked.repository.files[ref.path].outline.facts_of(StatedFact):
            yield FactEntry(name=fact.name, value=fact.value, line=fact.line)


def source(asked: AskedRepository, question: SourceQuestion) -> SourceAnswer:
    """Return the lines of a symbol, or of a file, as they were analysed.

    Raises:
        QuestionError: There are no such lines.
        UnsettledError: The file has changed since, or has no lines.
    """
    ref = subject(asked, question.name, question.path)
    about = asked.entry(ref)
    lines = asked.lines(ref.path)
    if lines is None:
        raise UnsettledError(f"{ref.path} has changed while it was looked at, or has no text.")
    first, last = question.line or about.line, question.end_line or about.end_line
    if question.line and not question.end_line and ref.is_file:
        last = len(lines)
    if not 1 <= first <= last <= len(lines):
        raise QuestionError(
            f"{ref.path} has no lines {first} to {last}: it has {len(lines):,} lines"
        )
    shown = min(last, first + _MOST_LINES - 1)
    return SourceAnswer(
        question="source",
        subject=about,
        path=ref.path,
        line=first,
        end_line=shown,
        text="".join(f"{line}\n" for line in lines[first - 1 : shown]),
        total=last - first + 1,
        note=f"Of {last - first + 1:,} lines, {_MOST_LINES:,} are given; ask for the rest by its "
        "lines."
        if shown < last
        else "",
    )


def unknown_uses(asked: AskedRepository, ref: SymbolRef) -> str:
    """Return a sentence where nothing is known of a symbol's uses; empty where it is."""
    if asked.resolves_names(ref.path):
        return ""
    language = asked.repository.files[ref.path].source.language
    return f"Uses of names of {language} files are not looked up, so that none is known."


def _members(asked: AskedRepository, ref: SymbolRef) -> list[SymbolRef]:
    """Return what stands directly in a symbol, or at the top of a file."""
    tree = SymbolTree(asked.repository.files[ref.path].outline.symbols)
    inside = tree.children.get(None if ref.is_file else ref.position, [])
    return [SymbolRef(ref.path, position) for position in inside]


def _text(section: DocSection) -> str:
    """Return a section of a docstring as text."""
    rows = (
        f"- {field.name}{f' ({field.annotation})' if field.annotation else ''}: {field.description}"
        for field in section.fields
    )
    title = section.title or (section.kind.capitalize() if section.fields else "")
    return "\n".join(filter(None, (f"{title}:" if title else "", section.text, *rows)))
