"""Reports of errors with all texts that they may say, those of variables included."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.chosen_texts import Spoken, texts_in
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.held_messages import held_messages
from mkdocs_repodoc.model.facts import ReportedError, ReportForm


def spoken_reports(
    context: ErrorContext,
    node: Node,
    code: bytes,
    error: str,
    said: Node | None,
    *,
    form: ReportForm = "raise",
    held: str = "",
) -> Iterator[ReportedError]:
    """Yield the reports that a node makes: one for each text, one without if no text is known.

    Args:
        context: What stands around statements in the language.
        node: The node.
        code: The code.
        error: What it reports.
        said: The arguments, or the expression, with its text.
        form: What becomes of the report.
        held: A condition of its own, inside of those that the statements around it have.
    """
    for each in spoken(node, said, code, context) or (Spoken(""),):
        yield context.report(node, code, error, each.text, form, held=each.condition or held)


def spoken(node: Node, said: Node | None, code: bytes, context: ErrorContext) -> list[Spoken]:
    """Return the texts that a report may say; none where no text is known.

    Args:
        node: What reports the error.
        said: The arguments, or the expression, with its text.
        code: The code.
        context: What stands around statements in the language.
    """
    if said is None:
        return []
    return list(texts_in(said, code)) or list(held_messages(node, said, code, context))
