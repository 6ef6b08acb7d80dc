"""Answers to `findings`: what rules have found in code of the repository's own."""

from __future__ import annotations

from mkdocs_repodoc.insight.shown_findings import shown_findings
from mkdocs_repodoc.paths import is_below
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.file_answers import FindingEntry, FindingsAnswer
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import FindingsQuestion


def findings(asked: AskedRepository, question: FindingsQuestion) -> FindingsAnswer:
    """Tell what rules have found."""
    found = [
        (path, finding)
        for path, file in asked.repository.files.items()
        if is_below(path, question.path)
        for finding in shown_findings(file)
        if question.area in {"", finding.area}
    ]
    some = portion(found, question, asked.state)
    return FindingsAnswer(
        question="findings",
        findings=tuple(
            FindingEntry(
                path=path,
                line=each.line,
                end_line=each.end_line,
                area=each.area,
                rule=each.rule,
                message=each.message,
                symbol=each.symbol,
                url=each.url,
            )
            for path, each in some.entries
        ),
        total=some.total,
        next_cursor=some.next_cursor,
        note="" if found else "Nothing was found.",
    )
