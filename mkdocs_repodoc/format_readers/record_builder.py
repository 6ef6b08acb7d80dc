"""A record while a format's reader fills it in.

A reader says what is special to its format; what all formats share (line counts, licence, header
comment, terms) is added when the record is made.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from mkdocs_repodoc.format_readers.defining_lines import columns_of_name, last_line
from mkdocs_repodoc.format_readers.file_head import FileHead
from mkdocs_repodoc.model.diagnostics import Diagnostic, Severity
from mkdocs_repodoc.model.facts import Fact
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import (
    Cell,
    DocSection,
    FileDetail,
    FileOutline,
    FileRecord,
    Finding,
    ImageSize,
    Import,
    LineCounts,
    PathMention,
    Symbol,
    SymbolDetail,
    Term,
    pack_terms,
)
from mkdocs_repodoc.model.references import Reference, Target
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.comments import count_lines
from mkdocs_repodoc.text.english import one_line, shortened
from mkdocs_repodoc.text.licences import licence_of
from mkdocs_repodoc.text.path_words import MOST_MENTIONS
from mkdocs_repodoc.text.prose import first_sentence, summarise
from mkdocs_repodoc.text.source_text import SourceText
from mkdocs_repodoc.text.terms import count_terms

MOST_SYMBOLS = 500
"""A file of more names (a lock file, a data dump) is cut there, with a diagnostic."""
MOST_FACTS = 200
LONGEST_VALUE = 120
"""Characters of a value that are kept."""

_MOST_TEXT = 1_000_000
"""Characters from which terms are counted."""
_PLAIN = SymbolDetail()


class RecordBuilder(FileHead):
    """What is known so far of one file.

    Attributes:
        name: Base name of the file.
        language: Its language.
        source: Its text.
        options: The options of the run.
        lines: The lines of the text without their ends.
        words: Text beyond names and summaries from which terms are counted; where a reader leaves
            it `None`, the whole file.
        markup: How the file's own prose is written.
    """

    def __init__(
        self, name: str, language: str, source: SourceText, options: AnalysisOptions
    ) -> None:
        super().__init__(name, language, source)
        self.options = options
        self.words: list[tuple[str, int]] | None = None
        self.markup = "plain"
        self.line_counts: LineCounts | None = None
        self.imports: tuple[Import, ...] = ()
        self._mentions: dict[tuple[str, bool], PathMention] = {}
        self.findings: tuple[Finding, ...] = ()
        self.symbols: list[Symbol] = []
        self.summary = ("", 0, "")
        self.main_line = 0
        self.cells: list[Cell] = []
        self.image: ImageSize | None = None
        self.targets: tuple[Target, ...] = ()
        self.references: tuple[Reference, ...] = ()
        self.code_language = ""
        self._details: list[SymbolDetail] = []
        self._facts: list[Fact] = []
        self._diagnostics: list[Diagnostic] = []
        self._documentation: list[DocSection] = []
        self._left_out = 0

    def add(
        self,
        name: str,
        kind: Kind,
        line: int,
        *,
        end_line: int = 0,
        shown: str = "",
        after: int = 0,
        summary: str = "",
        signature: str = "",
        value: str = "",
        labels: Iterable[str] = (),
        bases: Iterable[str] = (),
        public: bool = True,
    ) -> bool:
        """Add a symbol.

        Args:
            name: Full name within the file.
            kind: What it is.
            line: Line that defines it.
            end_line: Last line of the definition, blank lines below left out; 0 for the same line.
            shown: The name as it stands in that line, where that is not `name`.
            after: Character of the line from which to look for it.
            summary: What the file says about it.
            signature: One line that shows it without its name.
            value: Its value as written; shortened here.
            labels: Traits.
            bases: Base classes as written.
            public: Whether it is meant for others.

        Returns:
            Whether there is room for more.
        """
        if len(self.symbols) >= MOST_SYMBOLS:
            self._left_out += 1
            return False
        column, end_column = columns_of_name(self.lines, line, shown or name, after)
        self.symbols.append(
            Symbol(
                name=one_line(name),
                kind=kind,
                line=line,
                end_line=last_line(self.lines, line, end_line),
                name_line=line,
                column=column,
                end_column=end_column,
                summary=first_sentence(summary) if summary else "",
                signature=shortened(one_line(signature), LONGEST_VALUE),
                bases=tuple(bases),
                labels=tuple(labels),
                public=public,
            )
        )
        text = shortened(one_line(value[: 10 * LONGEST_VALUE]), LONGEST_VALUE)
        self._details.append(SymbolDetail(value=text) if text else _PLAIN)
        return True

    def state(self, fact: Fact) -> None:
        """Add what the file states about its project, if it is anything; long texts are cut."""
        texts = {
            name: shortened(one_line(value), 2 * LONGEST_VALUE)
            for name, value in msgspec.structs.asdict(fact).items()
            if isinstance(value, str)
        }
        if any(texts.values()) and len(self._facts) < MOST_FACTS:
            self._facts.append(msgspec.structs.replace(fact, **texts))

    def line_of(self, name: str) -> int:
        """Return the line of the symbol of a full name; 0 if there is none."""
        return next((symbol.line for symbol in self.symbols if symbol.name == name), 0)

    def mention(self, mentions: Iterable[PathMention]) -> None:
        """Add paths by which the file names others; each is kept once, at its first line."""
        for one in mentions:
            if len(self._mentions) < MOST_MENTIONS:
                self._mentions.setdefault((one.path, one.runs), one)

    def problem(self, line: int, message: str, severity: Severity = "warning") -> None:
        """Add a diagnostic."""
        self._diagnostics.append(Diagnostic(severity, "", line, message))

    def describe(self, text: str, line: int, origin: str) -> None:
        """Say what the file is for; the first to say so wins."""
        if not self.summary[0] and text.strip() and not self.own_licence[0]:
            self.summary = (first_sentence(text), line, origin)

    def document(self, text: str) -> None:
        """Add paragraphs of the file's own documentation, beyond its summary."""
        if text.strip():
            self._documentation.append(DocSection("text", text=text.strip()))

    def record(self) -> FileRecord:
        """Return the record."""
        self._describe_by_header()
        if self._left_out:
            more = f"{self._left_out:,} more are left out" if self._left_out > 1 else "more follow"
            message = f"Only the first {MOST_SYMBOLS} names of the file are listed; {more}."
            self.problem(0, message, "info")
        if self.source.problem:
            self._diagnostics.insert(0, Diagnostic("warning", "", 0, self.source.problem))
        licence, licence_line = self.own_licence
        if not licence:
            licence, licence_line = licence_of(self.header)
        outline = FileOutline(
            lines=self.line_counts or count_lines(self.lines, self._written.comments),
            encoding=self.source.encoding,
            licence=licence,
            licence_line=licence_line,
            summary=self.summary[0],
            summary_line=self.summary[1],
            summary_origin=self.summary[2],
            symbols=tuple(self.symbols),
            imports=self.imports,
            findings=self.findings,
            packed_terms=pack_terms(self._terms()),
            main_line=self.main_line or int(self.source.text.startswith("#!")),
            facts=tuple(self._facts),
            diagnostics=tuple(self._diagnostics),
            mentions=tuple(self._mentions.values()),
            refers=self.code_language if self.references else "",
            image=self.image,
        )
        detail = FileDetail(
            symbols=tuple(self._details),
            documentation=tuple(self._documentation),
            markup=self.markup,
            cells=tuple(self.cells),
            targets=self.targets,
            references=self.references,
        )
        return FileRecord(outline, detail)

    def _describe_by_header(self) -> None:
        if self.summary[0] or self.own_licence[0] or not self.header_is_about_file:
            return
        if found := summarise(self.header):
            self.summary = (found.text, found.line, "leading comment")
            self.document(found.rest)

    def _terms(self) -> tuple[Term, ...]:
        if self.own_licence[0]:
            return ()  # the same words in every repository
        if self.words is None:
            return count_terms([(self.source.text[:_MOST_TEXT], 1)], self._written.keywords)
        names = [(symbol.name, symbol.name_line) for symbol in self.symbols]
        return count_terms([*names, *self.words], self._written.keywords)
