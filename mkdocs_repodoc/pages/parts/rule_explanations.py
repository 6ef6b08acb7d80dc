"""Names of rules that lead to what they mean, on the page itself or in documentation elsewhere.

The explanation stands on the page, since a site knows no address of this project's documentation
that is sure to fit the version it was made with.
"""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.languages.rule_catalogue import rules_by_id
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Definition,
    Definitions,
    Inline,
    PageLink,
    Phrase,
    Sample,
    WebLink,
)
from mkdocs_repodoc.model.records import Finding
from mkdocs_repodoc.model.rules import Rule
from mkdocs_repodoc.text.english import count


def rule_link(finding: Finding, uri: str) -> Inline:
    """Return the name of a finding's rule.

    Args:
        finding: The finding.
        uri: The page that it is shown on, which has the rule among its `explanations`.

    Returns:
        A link to the explanation, or to the documentation of the program that has the rule; the
        bare name if neither is known.
    """
    if rule := rules_by_id().get(finding.rule):
        return PageLink(rule.id, uri, _anchor(rule), code=True, title=f"{rule.name}: what it means")
    if finding.url:
        title = finding.url.rstrip("/").rpartition("/")[2]
        return WebLink(finding.rule, finding.url, title=title)
    return Code(finding.rule)


def explanations(findings: Iterable[Finding]) -> tuple[Block, ...]:
    """Return an explanation of each rule of our own that made one of the findings."""
    ids = dict.fromkeys(finding.rule for finding in findings)
    entries = tuple(_definition(rules_by_id()[each]) for each in ids if each in rules_by_id())
    if not entries:
        return ()
    title = (
        "This rule explained" if len(entries) == 1 else f"{count(len(entries), 'rule')} explained"
    )
    return (Definitions(title, entries),)


def _definition(rule: Rule) -> Definition:
    more: Phrase = ("More: ", WebLink(rule.reference.title, rule.reference.url))
    return Definition(
        anchor=_anchor(rule),
        term=_phrase(rule.name),
        paragraphs=(_phrase(rule.says), _phrase(rule.why), more),
        sample=Sample(rule.example, rule.language, title=("Code with this finding:",)),
    )


def _phrase(text: str) -> Phrase:
    """Return a text with its code spans, in which names mean nothing of this repository."""
    parts = text.split("`")
    return tuple(Code(part) if index % 2 else part for index, part in enumerate(parts) if part)


def _anchor(rule: Rule) -> str:
    return f"rule-{rule.id}"
