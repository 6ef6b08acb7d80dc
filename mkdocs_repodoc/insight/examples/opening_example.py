"""The first use that the documents show of the software: where they show it, and what it calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_repodoc.insight.examples.entrances import entrance, own_names
from mkdocs_repodoc.insight.examples.example_calls import ExampleCall, ExampleReader, each_once
from mkdocs_repodoc.insight.examples.public_names import PublicNames, last_name
from mkdocs_repodoc.insight.examples.warned_code import is_counterexample, warned_lines
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.symbols.reexports import ExportsOf
from mkdocs_repodoc.languages.language import Absent, Language
from mkdocs_repodoc.languages.registry import SNIPPETS, every_format, language_named
from mkdocs_repodoc.model.kinds import GLOBALS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.text.code_blocks import Block, BlockMarks, code_blocks

_GUIDE = re.compile(
    r"(?:^|/)(?:quick[-_ ]?start|getting[-_ ]?started|usage|user[-_ ]?guide|introduction|tutorial|"
    r"index|readme)\.(?:md|rst|markdown|mdx)$",
    re.IGNORECASE,
)
"""Documents that show how the software is used, where the README doesn't."""
_REFERENCE = re.compile(r"(?:^|/)(?:api|intro)\.(?:md|rst|markdown|mdx)$", re.IGNORECASE)
"""Documents that may show it at their beginning, where no guide does."""
_MOST_GUIDES = 6
_MAIN_SHARE = 0.2
"""Share of the lines of code that a language has at least in which a use is looked for."""
_TELLING = 0.35
"""Share of what the weightiest example of a document leads to that the first has to lead to."""
_OWN_OBJECT = 0.5
"""Share of what stands behind a method that gives its own object, which a later one has at least
for which it prepares."""
_MOST_LINES = 60
"""Lines of an example; what is longer shows more than one use."""
_MARKUP = {"markdown": "markdown", "restructuredtext": "rst", "rst": "rst"}
_NO_PROMPT = ("\0", "\0")


@dataclass(frozen=True, slots=True)
class OpeningExample:
    """A use that a document shows.

    Attributes:
        path: The document.
        first: The first line of its code.
        last: The last line.
        callees: What it calls in the software, in the order of the lines.
        outcomes: Those that don't prepare others: what makes an object on which another is called
            is preparation.
    """

    path: str
    first: int
    last: int
    callees: tuple[Callee, ...]
    outcomes: frozenset[SymbolRef]


def _marks(languages: frozenset[str]) -> BlockMarks:
    """Return the signs of code in one of some languages, with the prompts of an interpreter."""
    own = next((each.marks for name, each in SNIPPETS.items() if name in languages), None)
    prompts = _NO_PROMPT if own is None else own.prompts
    return BlockMarks(languages, frozenset(), prompts, takes_literals=own is not None)


class ExampleFinder:
    """Finds the opening example.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
        exports: What each file exports.
        finder: Follows calls.
        read_text: Path → the file's text.
    """

    def __init__(
        self,
        repository: Repository,
        code: Sequence[RepoFile],
        exports: ExportsOf,
        finder: FlowFinder,
        read_text: Callable[[str], str],
    ) -> None:
        self._repository = repository
        self._code = code
        self._exports = exports
        self._finder = finder
        self._read_text = read_text

    def find(self) -> OpeningExample | None:
        """Return the first use that the README or else a guide shows, if there is one."""
        main = self._main_languages()
        if not main:
            return None
        languages = frozenset(name for each in main for name in (each.name, *each.aliases))
        written = (each.example_code for each in main)
        # Languages that are read alike have the same forms.
        forms = tuple(dict.fromkeys(form for form in written if not isinstance(form, Absent)))
        given = entrance(self._repository, self._code, self._exports)
        names = PublicNames(self._repository, self._code, given.values())
        own = own_names(self._repository, self._code)
        for path in self._documents():
            resolved = {
                (site.line, last_name(self._repository.symbol(site.callee).name)): site.callee
                for site in self._repository.links.uses.calls(path)
                if not site.callee.is_file
            }
            reader = ExampleReader(names, own, forms, given, resolved)
            if (found := self._shown(path, languages, reader, names)) is not None:
                return found
        return None

    def _main_languages(self) -> list[Language]:
        """Return the languages in which a good part of the software is written, and their kin."""
        lines: dict[object, int] = {}
        for file in self._code:
            family = _family(file.source.language)
            lines[family] = lines.get(family, 0) + file.outline.lines.total
        least = _MAIN_SHARE * sum(lines.values())
        main = {family for family, count in lines.items() if count >= least}
        return [each for each in every_format() if _family(each.name) in main]

    def _documents(self) -> Iterator[str]:
        readme = self._repository.folders[""].readme
        if readme:
            yield readme
        documents = [
            path
            for path, file in self._repository.files.items()
            if file.role == "documentation" and path != readme
        ]
        for kind in (_GUIDE, _REFERENCE):
            fit = [path for path in documents if kind.search(path)]
            yield from sorted(fit, key=lambda path: (path.count("/"), path))[:_MOST_GUIDES]

    def _shown(
        self, path: str, languages: frozenset[str], reader: ExampleReader, names: PublicNames
    ) -> OpeningExample | None:
        """Return the first part of a document whose calls lead to where much of the work is done.

        What comes before it often shows how the software is set up. A call that is said to fail
        shows no use.
        """
        file = self._repository.files[path]
        markup = _MARKUP.get(file.source.language, "")
        lines = self._read_text(path).split("\n")
        marks = _marks(languages)
        found: list[tuple[float, OpeningExample]] = []
        blocks = code_blocks(lines, markup, marks)
        shown = [block for block in blocks if not is_counterexample(lines, block)]
        for part in self._parts(file, shown):
            calls = [call for block in part for call in _meant(reader, block)]
            callees = tuple(self._callees(calls))
            worth = max((self._outlook(each.symbol) for each in callees), default=0.0)
            if any(self._leads_on(each.symbol) for each in callees):
                span = part[0][0].line, part[-1][-1].line
                outcomes = _outcomes(names, callees, self._outlook)
                example = OpeningExample(path, *span, callees, outcomes)
                found.append((worth, example))
        least = _TELLING * max((worth for worth, _ in found), default=0.0)
        return next((example for worth, example in found if worth >= least), None)

    def _parts(self, file: RepoFile, blocks: Sequence[Block]) -> Iterator[list[Block]]:
        """Yield the blocks that stand below the same heading."""
        headings = [symbol.line for symbol in file.outline.symbols]
        parts: dict[int, list[Block]] = {}
        for block in blocks:
            heading = max((line for line in headings if line <= block[0].line), default=0)
            part = parts.setdefault(heading, [])
            if sum(map(len, part)) + len(block) <= _MOST_LINES or not part:
                part.append(block)
        yield from parts.values()

    def _callees(self, calls: Sequence[ExampleCall]) -> Iterator[Callee]:
        for symbol, lines in each_once(calls).items():
            again = tuple(sorted(set(lines) - {lines[0]}))
            kind = self._repository.symbol(symbol).kind
            for each in self._made_in(symbol) if kind in GLOBALS else [symbol]:
                yield Callee(each, lines[0], called=True, again=again)

    def _made_in(self, constant: SymbolRef) -> list[SymbolRef]:
        """Return the functions that make what a variable holds."""
        symbol = self._repository.symbol(constant)
        made = self._finder.followed(SymbolRef.of_file(constant.path))
        return [each.symbol for each, _ in made if symbol.line <= each.line <= symbol.end_line]

    def _leads_on(self, symbol: SymbolRef) -> bool:
        return bool(self._finder.followed(self._finder.run_for(symbol)))

    def _outlook(self, symbol: SymbolRef) -> float:
        return self._finder.outlook(self._finder.run_for(symbol))


def _meant(reader: ExampleReader, block: Block) -> list[ExampleCall]:
    """Return the calls of a block but those that are said to fail."""
    warned = warned_lines(block)
    return [call for call in reader.read(block) if call.line not in warned]


def _outcomes(
    names: PublicNames, callees: Sequence[Callee], outlook: Callable[[SymbolRef], float]
) -> frozenset[SymbolRef]:
    """Return the callees that don't only give an object on which a later one is called.

    What makes an object of its type only prepares; so does what has less behind it. A method that
    gives its own object may be the work itself, whose next call may follow on the same line.
    """
    found = []
    for number, each in enumerate(callees):
        symbol = each.symbol
        is_type = names.is_type(symbol)
        given = symbol if is_type else names.returned(symbol)
        later = [
            outlook(other.symbol)
            for other in callees[number + 1 :]
            if given is not None and names.owner(other.symbol) == given
        ]
        share = _OWN_OBJECT if given == names.owner(symbol) else 1.0
        if not later or not (is_type or max(later) >= share * outlook(symbol)):
            found.append(symbol)
    return frozenset(found)


def _family(language: str) -> object:
    """Return what languages have in common that share their names."""
    known = language_named(language)
    return known.name if isinstance(known.names, Absent) else known.names
