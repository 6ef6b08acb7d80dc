"""What a rendered page rests on, so that a later build can see that it would be the same.

A page may show something of any file: who uses it, what is related to it. What it shows is in its
blocks, which take a third of the time to compose that it takes to render them; what rendering adds
are the answers to the questions that it asks. Where the blocks are equal and all questions have the
answers that they had, the HTML is equal too.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import msgspec

from mkdocs_repodoc.html.query_log import Asked, Question, answer
from mkdocs_repodoc.html.render_context import RenderContext
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.repository import RepoFile

_encode = msgspec.msgpack.Encoder().encode
_decode_questions = msgspec.msgpack.Decoder(list[Question]).decode
_SIZE = 16
_TEXTS = {"read_text", "lines"}


class Evidence(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the HTML of one page follows from, beside what all pages share."""

    body: bytes
    """Digest of its blocks."""
    questions: bytes
    """What rendering has asked, packed."""
    answers: bytes
    """Digest of the answers."""


def evidence(body: PageBody, asked: Asked, record_key: Callable[[str], str]) -> Evidence | None:
    """Return what a page rests on, or `None` if that can't be written down.

    Args:
        body: Its blocks.
        asked: What rendering them has asked.
        record_key: Path → key of the file's record, which stands for its text.
    """
    said = (_said(question, found, record_key) for question, found in asked.answers.items())
    try:
        return Evidence(_digest(body), _encode(list(asked.answers)), _digest(list(said)))
    except UnicodeEncodeError:  # a name that is no Unicode
        return None


def still_holds(
    known: Evidence, body: PageBody, context: RenderContext, record_key: Callable[[str], str]
) -> bool:
    """Tell whether a page that is rendered now would be the one that the evidence is of.

    Args:
        known: What that page rests on.
        body: The blocks of today.
        context: Answers of today.
        record_key: Path → key of the file's record.
    """
    try:
        if _digest(body) != known.body:
            return False
        questions = _decode_questions(known.questions)
        answers = [_said(each, answer(context, each), record_key) for each in questions]
        return _digest(answers) == known.answers
    except (UnicodeEncodeError, LookupError):  # such as a symbol that its file has no more
        return False
    except (AttributeError, TypeError, msgspec.MsgspecError):  # no questions that we ever asked
        return False


def _said(question: Question, found: object, record_key: Callable[[str], str]) -> object:
    """Return an answer as it is compared."""
    if question[0] in _TEXTS:
        return record_key(str(question[1]))
    if isinstance(found, RepoFile):
        about = found.role, found.role_evidence, found.module, found.anchors, found.change
        return found.key, *about
    return found


def _digest(value: object) -> bytes:
    return blake2b(_encode(value), digest_size=_SIZE).digest()
