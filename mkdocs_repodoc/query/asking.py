"""The questions by name, and the way from a question to its answer with the proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from mkdocs_repodoc.query import file_answers, symbol_answers
from mkdocs_repodoc.query.answer_parts import Answer, FileState
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.questions import QUESTION_TYPES, Question
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


class Reply(NamedTuple):
    """What answers a question.

    Attributes:
        answer: Type of the answer.
        make: Makes it, of the repository and the question.
    """

    answer: type[Answer]
    make: Callable[[AskedRepository, Any], Answer]


REPLIES: Mapping[str, Reply] = MappingProxyType(
    {
        "overview": Reply(file_answers.OverviewAnswer, overview),
        "search": Reply(symbol_answers.SearchAnswer, search),
        "symbol": Reply(symbol_answers.SymbolAnswer, symbol),
        "source": Reply(symbol_answers.SourceAnswer, source),
        "uses": Reply(symbol_answers.UsesAnswer, uses),
        "callees": Reply(symbol_answers.CalleesAnswer, callees),
        "paths": Reply(symbol_answers.PathsAnswer, paths),
        "tests": Reply(symbol_answers.TestsAnswer, tests),
        "related": Reply(file_answers.RelatedAnswer, related),
        "imports": Reply(file_answers.ImportsAnswer, imports),
        "cycles": Reply(file_answers.CyclesAnswer, cycles),
        "changes": Reply(file_answers.ChangesAnswer, changes),
        "findings": Reply(file_answers.FindingsAnswer, findings),
        "commands": Reply(file_answers.CommandsAnswer, commands),
    }
)
"""Name of a question → what answers it."""


def question_of(name: str, parameters: Mapping[str, object]) -> Question:
    """Return a question.

    Args:
        name: One of `QUESTION_TYPES`.
        parameters: Names and values of its fields.

    Raises:
        QuestionError: There is no such question, or it can't be asked like that.
    """
    if name not in QUESTION_TYPES:
        raise QuestionError(f"there is no question {name!r}; there are {', '.join(QUESTION_TYPES)}")
    try:
        return msgspec.convert(parameters, QUESTION_TYPES[name])
    except msgspec.ValidationError as error:
        raise QuestionError(f"question {name!r}: {error}") from error


def answer(asked: AskedRepository, name: str, question: Question) -> Answer:
    """Return the answer to a question, with the state of each file that it names.

    Args:
        asked: The repository.
        name: The question's name.
        question: Its parameters, of the type that `QUESTION_TYPES` has for it.

    Raises:
        QuestionError: The question can't be asked like that.
    """
    reply = REPLIES[name]
    try:
        said = reply.make(asked, question)
    except UnsettledError as unsettled:
        candidates = unsettled.candidates
        said = reply.answer(
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
