"""The questions by name, and the way from a question to its answer with the proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from mkdocs_repodoc.query import file_answers, questions, symbol_answers
from mkdocs_repodoc.query.answer_parts import Answer, FileState
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.questions import Question
from mkdocs_repodoc.query.replies.calls_reply import callees, paths
from mkdocs_repodoc.query.replies.changes_reply import changes
from mkdocs_repodoc.query.replies.files_reply import cycles, imports, related
from mkdocs_repodoc.query.replies.findings_reply import findings
from mkdocs_repodoc.query.replies.overview_reply import commands, overview
from mkdocs_repodoc.query.replies.search_reply import search
from mkdocs_repodoc.query.replies.symbol_reply import source, symbol
from mkdocs_repodoc.query.replies.tests_reply import tests
from mkdocs_repodoc.query.replies.uses_reply import uses
from mkdocs_repodoc.query.unsettled import QuestionError, UnsettledError

_MOST_CANDIDATES = 20


class QuestionKind(NamedTuple):
    """A question that can be asked.

    Attributes:
        name: What it is called.
        question: Its parameters; the docstring says what it is for.
        answer: Type of the answer.
        reply: Makes the answer.
    """

    name: str
    question: type[Question]
    answer: type[Answer]
    reply: Callable[[AskedRepository, Any], Answer]

    @property
    def purpose(self) -> str:
        """What it is for, in a sentence."""
        return (self.question.__doc__ or "").strip()


QUESTIONS: Mapping[str, QuestionKind] = {
    kind.name: kind
    for kind in (
        QuestionKind("overview", questions.OverviewQuestion, file_answers.OverviewAnswer, overview),
        QuestionKind("search", questions.SearchQuestion, symbol_answers.SearchAnswer, search),
        QuestionKind("symbol", questions.SymbolQuestion, symbol_answers.SymbolAnswer, symbol),
        QuestionKind("source", questions.SourceQuestion, symbol_answers.SourceAnswer, source),
        QuestionKind("uses", questions.UsesQuestion, symbol_answers.UsesAnswer, uses),
        QuestionKind("callees", questions.CalleesQuestion, symbol_answers.CalleesAnswer, callees),
        QuestionKind("paths", questions.PathsQuestion, symbol_answers.PathsAnswer, paths),
        QuestionKind("tests", questions.TestsQuestion, symbol_answers.TestsAnswer, tests),
        QuestionKind("related", questions.RelatedQuestion, file_answers.RelatedAnswer, related),
        QuestionKind("imports", questions.ImportsQuestion, file_answers.ImportsAnswer, imports),
        QuestionKind("cycles", questions.CyclesQuestion, file_answers.CyclesAnswer, cycles),
        QuestionKind("changes", questions.ChangesQuestion, file_answers.ChangesAnswer, changes),
        QuestionKind("findings", questions.FindingsQuestion, file_answers.FindingsAnswer, findings),
        QuestionKind("commands", questions.CommandsQuestion, file_answers.CommandsAnswer, commands),
    )
}
"""Name → question, in the order in which a newcomer has use for them."""


def question_of(name: str, parameters: Mapping[str, object]) -> Question:
    """Return a question.

    Args:
        name: One of `QUESTIONS`.
        parameters: Names and values of its fields.

    Raises:
        QuestionError: There is no such question, or it can't be asked like that.
    """
    kind = QUESTIONS.get(name)
    if kind is None:
        raise QuestionError(f"there is no question {name!r}; there are {', '.join(QUESTIONS)}")
    try:
        return msgspec.convert(parameters, kind.question)
    except msgspec.ValidationError as error:
        raise QuestionError(f"question {name!r}: {error}") from error


def answer(asked: AskedRepository, name: str, question: Question) -> Answer:
    """Return the answer to a question, with the state of each file that it names.

    Args:
        asked: The repository.
        name: The question's name.
        question: Its parameters, of the type that `QUESTIONS` has for it.

    Raises:
        QuestionError: The question can't be asked like that.
    """
    kind = QUESTIONS[name]
    try:
        said = kind.reply(asked, question)
    except UnsettledError as unsettled:
        candidates = unsettled.candidates
        said = kind.answer(
            question=name,
            status="several candidates" if candidates else "not known",
            candidates=asked.entries(candidates[:_MOST_CANDIDATES]),
            total=len(candidates),
            note=unsettled.note,
        )
    files = tuple(_states(asked, sorted(set(_paths(said)))))
    return msgspec.structs.replace(said, commit=asked.commit, files=files)


def _paths(part: object) -> Iterator[str]:
    """Yield the paths in an answer: the field has the same name in all its parts."""
    if isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if name == "path":
                yield value
            elif not isinstance(value, str):
                yield from _paths(value)
    elif isinstance(part, tuple):
        for each in part:
            yield from _paths(each)


def _states(asked: AskedRepository, paths: list[str]) -> Iterator[FileState]:
    for path in paths:
        file = asked.repository.files.get(path)
        if file is not None:
            digest = file.source.digest
            # Of a submodule git alone knows the commit, which is part of the repository's state.
            is_stale = file.source.kind != "submodule" and asked.texts.digest(path) != digest
            yield FileState(path=path, digest=digest, stale=is_stale)
