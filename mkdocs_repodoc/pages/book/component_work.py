"""The end of a chapter on a component: what runs through it, its tests, its documents, its gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.flows.flow import Step
from mkdocs_repodoc.insight.reading.document_sections import DocumentSection
from mkdocs_repodoc.insight.reading.documents_on import is_document_about
from mkdocs_repodoc.languages.testing.tested_names import tested_name
from mkdocs_repodoc.model.blocks import Block, Inline, PageLink, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.documents.design_documents import title
from mkdocs_repodoc.pages.book.flow_prose import chain, link_to
from mkdocs_repodoc.pages.book.sentences import paragraph, quoted, some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_title
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import folder_of, name_of
from mkdocs_repodoc.text.english import count, shortened

_WALK = 4
"""Steps of the calls that a chapter follows."""
_LEAST_FILES = 2
"""Files that an example leads through which tells more than the list of them."""
_LEAST_STEPS = 3
_CANDIDATES = 30
"""Functions of which the one with most behind it is followed."""
_NOTE = re.compile(
    r"(?:#|//|/?\*|--|;|%|<!--|\"{3})\s*@?(?:TODO|FIXME|XXX|HACK)\b(?:\([^)]*\))?[:\s-]+(?P<text>\S.{8,})"
)
"""What somebody has left for later, in a comment of any language."""
_NOTE_LENGTH = 120


def passing(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the main flows that pass a component."""
    files = set(component.files)
    book = view.context.plan.uri("book", "")
    told: list[tuple[PageLink, Phrase]] = []
    for number, flow in enumerate(view.context.flows, 1):
        steps = [step for step in flow.steps if step.symbol.path in files]
        if steps:
            link = PageLink(f"“{flow_title(flow)}”", book, f"flow-{number}")
            told.append((link, some([link_to(view, step.symbol) for step in steps])))
    if len(told) > 1:
        parts: list[Phrase] = [(link, " (", *names, ")") for link, names in told]
        return ("The flows ", *some(parts), " pass here.")
    return next((("The flow ", link, " passes here: ", *names, ".") for link, names in told), ())


def walk(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return the calls behind the function of a component that most others come in by."""
    steps = _walk(view, component)
    if len(steps) < _LEAST_STEPS or len({step.symbol.path for step in steps}) < _LEAST_FILES:
        return ()
    return paragraph([("An example of its work: ", *chain(view, steps), ".")])


def _walk(view: BookView, component: Component) -> tuple[Step, ...]:
    """Return the first steps of the weightiest path that begins in a component and stays there.

    A component with steps of the main flows needs no further example.
    """
    context = view.context
    files = set(component.files)
    if any(step.symbol.path in files for flow in context.flows for step in flow.steps[1:]):
        return ()
    known = {step.symbol for flow in context.flows for step in flow.steps}
    uses = context.repository.links.uses
    entered: Counter[SymbolRef] = Counter()
    for path in component.files:
        symbols = context.repository.files[path].outline.symbols
        for position, users in uses.file_counts(path).items():
            if position == FILE_SCOPE:
                continue
            symbol = symbols[position]
            ref = SymbolRef(path, position)
            if symbol.kind in FUNCTIONS and symbol.public and symbol.summary and ref not in known:
                entered[ref] = users
    first = nlargest(_CANDIDATES, entered, key=lambda ref: (entered[ref], ref))
    best: tuple[Step, ...] = ()
    for ref in first:
        name = context.repository.qualified_name(ref)
        steps = context.flow_finder.flow(EntryPoint(ref, "public", name)).steps[:_WALK]
        inside = next(
            (end for end, step in enumerate(steps) if step.symbol.path not in files), len(steps)
        )
        if inside > len(best):
            best = steps[: inside + 1]
    return best


def tested(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the tests of a component, the closest of them named."""
    tests: Counter[str] = Counter()
    for path in component.files:
        for rank, test in enumerate(view.context.repository.links.tests_of.get(path, ())):
            tests[test] += 4 if rank == 0 else 1
    if not tests:
        return ()
    ordered = sorted(tests, key=lambda path: (-tests[path], path))
    first = ordered[0]
    link = page_links.to_file(view.context, first)
    said: list[Inline]
    if len(ordered) == 1:
        said = [*_only(view, component, first), link]
    else:
        measured = bool(view.context.repository.links.coverage.lines)
        verb = "refer to it or run it" if measured else "refer to it"
        said = [f"{count(len(ordered), 'test file')} {verb}, first of all ", link]
    return (*said, ".")


def _only(view: BookView, component: Component, test: str) -> Phrase:
    """Return what leads to the one test that names what is in a component.

    It need not be the only one: others may run it from outside, as those beside it in a folder
    that has its name.
    """
    stem = name_of(component.path).partition(".")[0]
    if tested_name(test).partition(".")[0] == stem:
        return ("Its test is ",)
    folder = folder_of(test)
    files = view.context.repository.files
    beside = view.context.repository.folders[folder].files if folder else ()
    number = sum(files[each].role == "test" for each in beside)
    if name_of(folder) == stem and number > 1:
        where = page_links.to_folder(view.context, folder)
        return (f"{number:,} test files are in ", where, "; what names it is ")
    return ("One test file refers to it: ",)


def documented(view: BookView, component: Component) -> Phrase:
    """Return the sentences on the repository's own documents on a component, and their sections."""
    found = view.documents.get(component.path, ())[: book_caps.CHAPTER_DOCUMENTS]
    repository, read = view.context.repository, view.context.read_text
    about = [
        path
        for path in found
        if is_document_about(repository, path, read(path).text, component.path, component.files)
    ]
    naming = [path for path in found if path not in about]
    told = (
        (about, "The document on it is ", "The documents on it are "),
        (
            naming,
            "A document that names what is in it is ",
            "Documents that name what is in it are ",
        ),
    )
    sentences = [_documents(view, *each) for each in told if each[0]]
    said: Phrase = tuple(part for each in sentences for part in (" ", *each))[1:]
    sections = [
        each
        for each in view.sections.get(component.path, ())
        if each.is_close and each.heading.path not in found
    ]
    if not sections:
        return said
    links = some(to_sections(view, sections), "section", book_caps.CHAPTER_SECTIONS)
    return (*said, " " if said else "", "Read of it in the documents: ", *links, ".")


def _documents(view: BookView, paths: Sequence[str], one: str, several: str) -> Phrase:
    parts: list[Phrase] = []
    for path in paths:
        heading = title(view.context.repository.files[path])
        link = page_links.to_file(view.context, path)
        parts.append((link, f" (“{heading}”)") if heading else (link,))
    return (one if len(parts) == 1 else several, *joined(parts, last=" and "), ".")


def to_sections(view: BookView, sections: Sequence[DocumentSection]) -> list[Phrase]:
    """Return links to sections of documents by their headings, each with its document."""
    return [
        (
            "“",
            page_links.to_symbol(view.context, each.heading, text=each.title),
            f"” ({view.file_name(each.heading.path)})",
        )
        for each in sections
    ]


def gaps(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return what is unfinished: notes of the authors in the source, and what they deprecate."""
    return paragraph([_notes(view, component), _deprecated(view, component)])


def _notes(view: BookView, component: Component) -> Phrase:
    found: list[tuple[str, int, str]] = []
    for path in component.files:
        lines = view.context.read_text(path).text.split("\n")
        for number, line in enumerate(lines, 1):
            if (match := _NOTE.search(line)) is not None:
                text = match["text"].strip().removesuffix("-->").removesuffix("*/").strip()
                found.append((path, number, text if text[-1:] in ".!?)" else f"{text} …"))
    if not found:
        return ()
    shown: list[Phrase] = []
    for path, number, text in found[: book_caps.CHAPTER_NOTES]:
        line = f"{view.file_name(path)}:{number}"
        link = page_links.to_line(view.context, path, number, text=line)
        shown.append((*quoted((shortened(text, _NOTE_LENGTH),)), " (", link, ")"))
    return (
        "Its authors have left notes on what is to be done: ",
        *some(shown, most=book_caps.CHAPTER_NOTES),
        ".",
    )


def _deprecated(view: BookView, component: Component) -> Phrase:
    """Return the sentences on what is deprecated: whole names, and some overloads of others."""
    whole: list[SymbolRef] = []
    partly: list[SymbolRef] = []
    for path in component.files:
        forms: dict[str, list[SymbolRef]] = {}
        symbols = view.context.repository.files[path].outline.symbols
        for position, symbol in enumerate(symbols):
            if symbol.public:
                forms.setdefault(symbol.name, []).append(SymbolRef(path, position))
        for refs in forms.values():
            old = [ref for ref in refs if "deprecated" in symbols[ref.position].labels]
            if old:
                (whole if len(old) == len(refs) else partly).append(old[0])
    verb = "is" if len(whole) == 1 else "are"
    said: list[Phrase] = []
    if whole:
        said.append((*some([view.to_symbol(ref) for ref in whole]), f" {verb} deprecated."))
    if partly:
        links = some([view.to_symbol(ref) for ref in partly])
        said.append(("Overloads of ", *links, " are deprecated, others are not."))
    return joined(said, " ")
