"""Answers to `findings`: what rules have found in code of the repository's own."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.insight.shown_findings import shown_findings
from mkdocs_repodoc.paths import is_below
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import FindingsQuestion
from mkdocs_repodoc.query.subjects import scope_path


class FindingEntry(AnswerPart, frozen=True, kw_only=True):
    """Something worth knowing about a stretch of code, with the rule that says so."""

    path: str
    line: int
    end_line: int
    area: str
    rule: str
    message: str
    symbol: str
    url: str


class FindingsAnswer(Answer, frozen=True, kw_only=True):
    """What rules have found."""

    findings: tuple[FindingEntry, ...] = ()


def findings(asked: AskedRepository, question: FindingsQuestion) -> FindingsAnswer:
    """Tell what rules have found.

    Raises:
        UnsettledError: There is no such folder or file.
    """
    scope = scope_path(asked, question.path)
    found = [
        (path, finding)
        for path, file in asked.repository.files.items()
        if is_below(path, scope)
        for finding in shown_findings(file)
        if question.area in {"", finding.area}
    ]
    some = portion(found, question, asked.state)
    return FindingsAnswer(
        question="findings",
        findings=tuple(
            FindingEntry(path=path, **msgspec.structs.asdict(each)) for path, each in some.entries
        ),
        total=some.total,
        next_cursor=some.next_cursor,
        note="" if found else "Nothing was found.",
    )
