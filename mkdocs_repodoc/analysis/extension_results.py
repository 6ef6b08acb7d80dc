"""Findings and facts of extensions, added to a record.

Rules and finders are other people's code, and the input is anybody's: what one raises becomes a
diagnostic that names its extension, and costs nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import TypeVar

import msgspec

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.named_extensions import derived, offered_parts
from mkdocs_repodoc.extensions.parts import Offered, items_of
from mkdocs_repodoc.languages.analysed_text import AnalysedText
from mkdocs_repodoc.languages.fact_finder import FactFinder
from mkdocs_repodoc.languages.file_rule import FileRule
from mkdocs_repodoc.languages.rule_catalogue import offered_rules
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.facts import Fact, StatedFact
from mkdocs_repodoc.model.records import FileRecord, Finding
from mkdocs_repodoc.processes.containment import fault, traceback_of
from mkdocs_repodoc.text.english import one_line, shortened
from mkdocs_repodoc.text.source_text import SourceText

Item = TypeVar("Item")

_MOST_ITEMS = 200
"""Findings of one rule, or facts of one finder, in a file."""
_LONGEST_VALUE = 240


@derived
def fact_finders() -> tuple[Offered[FactFinder], ...]:
    """Return the finders of the extensions in use.

    Raises:
        ExtensionError: A part of an extension holds no finders.
    """
    return tuple(items_of(offered_parts(parts.FACTS), FactFinder))


@derived
def file_rules() -> tuple[Offered[FileRule], ...]:
    """Return the rules that are checked on the text of a file.

    Raises:
        ExtensionError: A part of an extension holds no rules.
    """
    return tuple(
        Offered(extension, rule)
        for extension, rule in offered_rules()
        if isinstance(rule, FileRule)
    )


def with_extension_results(
    record: FileRecord, name: str, language: str, text: SourceText
) -> FileRecord:
    """Return a record with what the extensions in use find in the file.

    Args:
        record: The record.
        name: Base name of the file.
        language: Its language.
        text: Its text.
    """
    rules = [each for each in file_rules() if each.item.language == language]
    finders = [each for each in fact_finders() if language in each.item.languages]
    if not rules and not finders:
        return record
    analysed = AnalysedText(name, language, text, record.outline, record.detail)
    problems: list[Diagnostic] = []
    findings: list[Finding] = list(record.outline.findings)
    facts: list[Fact] = list(record.outline.facts)
    for extension, finder in finders:
        facts += _contained(extension, "facts", partial(_stated, finder, analysed), problems)
    for extension, rule in rules:
        findings += _contained(extension, rule.id, partial(_found, rule, analysed), problems)
    outline = msgspec.structs.replace(
        record.outline,
        facts=tuple(facts),
        findings=tuple(sorted(findings, key=lambda finding: finding.line)),
        diagnostics=(*record.outline.diagnostics, *problems),
    )
    return FileRecord(outline, record.detail)


def _contained(
    extension: str, what: str, make: Callable[[], Iterable[Item]], problems: list[Diagnostic]
) -> list[Item]:
    try:
        found = list(islice(make(), _MOST_ITEMS + 1))
    except Exception as error:  # noqa: BLE001 - an extension must not cost the file its page
        said = f"The extension {extension} failed on this file ({what}): {fault(error)}."
        problems.append(Diagnostic("warning", "", 0, said, traceback_of(error)))
        return []
    if len(found) > _MOST_ITEMS:
        said = f"Of what the extension {extension} finds here ({what}), {_MOST_ITEMS} are kept."
        problems.append(Diagnostic("warning", "", 0, said))
    return found[:_MOST_ITEMS]


def _stated(finder: FactFinder, analysed: AnalysedText) -> Iterable[StatedFact]:
    last = max(len(analysed.text.lines), 1)
    for fact in finder.find(analysed):
        value = shortened(one_line(str(fact.value)), _LONGEST_VALUE)
        line = min(max(fact.line, 0), last)
        yield StatedFact(shortened(one_line(str(fact.name)), _LONGEST_VALUE), value, line)


def _found(rule: FileRule, analysed: AnalysedText) -> Iterable[Finding]:
    last = max(len(analysed.text.lines), 1)
    for match in rule.check(analysed):
        line = min(max(match.line, 1), last)
        message = shortened(one_line(str(match.message)), _LONGEST_VALUE)
        yield Finding(rule.area, rule.id, line, line, message, one_line(str(match.symbol or "")))
