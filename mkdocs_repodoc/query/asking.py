"""The questions by name, and the way from a question to its answer with the proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from mkdocs_repodoc.query.answer_parts import Answer, FileState
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.questions import QUESTION_TYPES, Question
from mkdocs_repodoc.query.subjects import from_top, subject
from mkdocs_repodoc.query.unsettled import QuestionError, UnsettledError

_MOST_CANDIDATES = 20
_NAMES = ("name", "start", "target")
"""Parameters of questions that name a symbol."""


class Reply(NamedTuple):
    """What answers a question.

    Attributes:
        answer: Type of the answer.
        make: Makes it, of the repository and the question.
    """

    answer: type[Answer]
    make: Callable[[AskedRepository, Any], Answer]


_REPLIES = MappingProxyType(
    {
        "overview": "overview_reply",
        "search": "search_reply",
        "symbol": "symbol_reply",
        "source": "symbol_reply",
        "uses": "uses_reply",
        "callees": "calls_reply",
        "paths": "calls_reply",
        "tests": "tests_reply",
        "related": "files_reply",
        "imports": "files_reply",
        "cycles": "files_reply",
        "changes": "changes_reply",
        "findings": "findings_reply",
        "commands": "overview_reply",
    }
)
"""Name of a question → the module that answers it, by a function of that name."""


def reply_to(name: str) -> Reply:
    """Return what answers a question, imported when it is first asked.

    Args:
        name: One of `QUESTION_TYPES`.
    """
    module = import_module(f"mkdocs_repodoc.query.replies.{_REPLIES[name]}")
    return Reply(getattr(module, f"{name.title()}Answer"), getattr(module, name))


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
    except UnicodeEncodeError as error:
        raise QuestionError(
            f"question {name!r}: a parameter has a name that isn't Unicode"
        ) from error


def answer(asked: AskedRepository, name: str, question: Question) -> Answer:
    """Return the answer to a question, with the state of each file that it names.

    Args:
        asked: The repository.
        name: The question's name.
        question: Its parameters, of the type that `QUESTION_TYPES` has for it.

    Raises:
        QuestionError: The question can't be asked like that.
    """
    reply = reply_to(name)
    try:
        said = reply.make(asked, question)
        notes = [*_on_names(asked, question), said.note]
        said = msgspec.structs.replace(said, note=" ".join(filter(None, notes)))
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


def _on_names(asked: AskedRepository, question: Question) -> Iterator[str]:
    """Yield a sentence for each name that means what has another one where it is defined."""
    below = getattr(question, "path", "")
    for field in _NAMES:
        if name := getattr(question, field, ""):
            ref = subject(asked, name, below)
            if asked.names.is_of_another(from_top(asked, name), ref):
                yield (
                    f"{name!r} means {asked.ref_id(ref)}; "
                    "what is told holds for all types that have it from there."
                )


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
