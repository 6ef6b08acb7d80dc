"""The fingerprint of a rendered page: a later build with the same one would render the same.

A page may show something of any file: who uses it, what is related to it. What it shows is in its
blocks, which take a third of the time to compose that it takes to render them; what rendering adds
are the answers to its queries, such as where the pages are that it links to. Where the blocks are
equal and all queries have the answers that they had, the rendered page is equal too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.query_recorder import AnyQuery, LinesQuery, QueryRecorder, TextQuery
from mkdocs_repodoc.rendering.renderer import RenderedPage

_encode = msgspec.msgpack.Encoder().encode
_decode_queries = msgspec.msgpack.Decoder(list[AnyQuery]).decode
_SIZE = 16


class Fingerprint(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one rendered page follows from, beside what all pages share."""

    body: bytes
    """Digest of its plan and its blocks."""
    queries: bytes
    """What rendering has asked, packed."""
    answers: bytes
    """Digest of the answers."""


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A rendered page that names the documented commit by a placeholder.

    Attributes:
        page: The page.
        fingerprint: What it follows from; `None` if that can't be written down.
    """

    page: RenderedPage
    fingerprint: Fingerprint | None


def fingerprint(
    body: bytes, recorder: QueryRecorder, record_key: Callable[[str], str]
) -> Fingerprint | None:
    """Return what a page follows from, or `None` if that can't be written down.

    Args:
        body: Digest of its plan and blocks.
        recorder: What rendering them has asked.
        record_key: Path → key of the file's record, which stands for its text.
    """
    answers = [_comparable(query, found, record_key) for query, found in recorder.answers.items()]
    try:
        queries = _encode(list(recorder.answers))
        return Fingerprint(body, queries, _digest(answers))
    except UnicodeEncodeError:  # a name that is no Unicode
        return None


def body_digest(plan: PagePlan, body: PageBody) -> bytes:
    """Return the digest of a page's plan and blocks.

    Raises:
        UnicodeEncodeError: They have a name that is no Unicode.
    """
    return _digest((plan, body))


def still_holds(
    known: Fingerprint,
    body: bytes,
    queries: RepositoryQueries,
    record_key: Callable[[str], str],
) -> bool:
    """Tell whether a page that is rendered now would have a known fingerprint.

    Args:
        known: The fingerprint.
        body: Digest of the page's plan and blocks of today.
        queries: Answers of today.
        record_key: Path → key of the file's record.
    """
    try:
        if body != known.body:
            return False
        recorded = _decode_queries(known.queries)
        answers = [_asked_again(query, queries, record_key) for query in recorded]
        return _digest(answers) == known.answers
    except (UnicodeEncodeError, LookupError):  # such as a symbol that its file has no more
        return False
    except msgspec.MsgspecError:  # no queries that we ever made
        return False


def _asked_again(
    query: AnyQuery, queries: RepositoryQueries, record_key: Callable[[str], str]
) -> object:
    """Return what the answer of today is compared by; no text is read for it."""
    if isinstance(query, TextQuery | LinesQuery):
        return record_key(query.path)
    return _comparable(query, query.ask(queries), record_key)


def _comparable(query: AnyQuery, answer: object, record_key: Callable[[str], str]) -> object:
    """Return what an answer is compared by."""
    if isinstance(query, TextQuery | LinesQuery):
        return record_key(query.path)
    if isinstance(answer, RepoFile):
        about = answer.role, answer.role_evidence, answer.module, answer.anchors, answer.change
        return answer.key, *about
    return answer


def _digest(value: object) -> bytes:
    return blake2b(_encode(value), digest_size=_SIZE).digest()
