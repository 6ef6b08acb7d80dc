"""Bodies of earlier builds that are known to be what would be composed now, without composing.

The trace of a file is what composing its pages has read, a digest of what it found there, and the
digests of the bodies that it made of it. Pages of folders have a trace each. Composing is a
function of what it reads: while all of that is as it was, so are the bodies.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import decompressed
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.extension_sections import adds_to_files
from mkdocs_repodoc.pipeline.traces.answer_sheet import AnswerSheet
from mkdocs_repodoc.pipeline.traces.reads import pack, unpack
from mkdocs_repodoc.pipeline.traces.traced_composer import (
    OF_FILES,
    Subject,
    TracedComposer,
    subject,
)
from mkdocs_repodoc.processes.attempts import NoResult, attempt_each
from mkdocs_repodoc.processes.limits import Limits

_LEVEL = 1
_RECENT = 16


class _Trace(msgspec.Struct, frozen=True, array_like=True, gc=False):
    reads: bytes
    """What was read, packed."""
    answers: bytes
    """Digest of what was found there."""
    bodies: dict[str, bytes]
    """Source URI → digest of the page's plan and body."""


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Trace).decode


class BodyTraces:
    """Composes pages, and keeps the traces of that.

    Args:
        context: What pages are composed from.
        cache: Where traces are kept.
        shared: Digest of what all pages depend on.
    """

    def __init__(self, context: PageContext, cache: Cache, shared: str) -> None:
        self._context = context
        self._cache = cache
        self._shared = shared
        self._answers = AnswerSheet(context)
        self._untraced = PageComposer(context)
        self._composer = lru_cache(maxsize=1)(self._traced)
        self._known = lru_cache(_RECENT)(self._checked)
        self._settled: dict[Subject, Mapping[str, bytes]] = {}
        self._made: tuple[TracedComposer | None, dict[str, bytes]] = (None, {})

    def bring(self, uris: Iterable[str]) -> None:
        """Have here what a server has of the traces of some pages."""
        self._cache.bring(Cached.TRACE, map(self._key, self._subjects(uris)))

    def settle(self, uris: Iterable[str], limits: Limits) -> None:
        """Find out which bodies are known, once for all copies of this process.

        Pages share most of their questions: each copy would ask them again.

        Args:
            uris: Source URIs of the pages.
            limits: What the questions of one trace may take.
        """
        subjects = self._subjects(uris)
        self._cache.bring(Cached.TRACE, map(self._key, subjects))
        for of, bodies in zip(subjects, attempt_each(subjects, self._checked, limits), strict=True):
            self._settled[of] = {} if isinstance(bodies, NoResult) else bodies

    def known(self, plan: PagePlan) -> bytes | None:
        """Return the digest of a page's plan and body of today; `None` if it has to be composed."""
        of = subject(plan)
        if of is None:
            return None
        settled = self._settled.get(of)
        return (self._known(of) if settled is None else settled).get(plan.uri)

    def compose(self, plan: PagePlan) -> PageBody:
        """Return the body of a page.

        Raises:
            RepodocError: There is something that the user has to mend.
            MemoryError: There is not enough of it.
        """
        traced = self._composer(subject(plan))
        if traced is None:
            return self._untraced.compose(plan)
        try:
            return traced.compose(plan.uri)
        except (RepodocError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - what it is of is found out at once
            traced.notes.is_repeatable = False
            body = self._untraced.compose(plan)  # where the page is at fault, the error comes again
            warnings.warn(
                f"{plan.uri} is composed in each build, as its reads can't be noted: {error!r}",
                RuntimeWarning,
                stacklevel=2,
            )
            return body

    def keep(self, plan: PagePlan, digest: bytes) -> None:
        """Keep a trace once all pages that it is of were composed, one after the other.

        Args:
            plan: The page that was composed last.
            digest: Digest of its plan and body.
        """
        of = subject(plan)
        traced = self._composer(of)
        if of is None or traced is None or not traced.notes.is_repeatable:
            return
        if self._made[0] is not traced:
            self._made = traced, {}
        bodies = self._made[1]
        bodies[plan.uri] = digest
        if bodies.keys() >= self._uris(of):
            self._put(of, traced, bodies)

    def _put(self, of: Subject, traced: TracedComposer, bodies: Mapping[str, bytes]) -> None:
        reads = traced.notes.reads()
        try:
            packed, answers = pack(reads), self._answers.digest(reads)
        except (TypeError, ValueError):  # an answer that can't be compared, or is no Unicode
            return
        value = _encode(_Trace(packed, answers, dict(bodies)))
        self._cache.put_many(Cached.TRACE, [(self._key(of), zlib.compress(value, _LEVEL))])

    def _checked(self, of: Subject) -> Mapping[str, bytes]:
        """Return the digests of the bodies of pages, as far as they are known.

        Raises:
            MemoryError: There is not enough of it.
        """
        trace = self._cache.get(Cached.TRACE, self._key(of), _unpacked)
        if trace is None or self._adds_sections:
            return {}
        try:
            is_alike = self._answers.digest(unpack(trace.reads)) == trace.answers
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - what was asked may make no sense any more
            return {}
        return trace.bodies if is_alike else {}

    def _traced(self, of: Subject | None) -> TracedComposer | None:
        if of is None or self._adds_sections:
            return None
        return TracedComposer(self._context, of.path)

    @property
    def _adds_sections(self) -> bool:
        """Whether extensions add sections, whose reads nobody knows."""
        return adds_to_files()

    def _subjects(self, uris: Iterable[str]) -> list[Subject]:
        plans = (self._context.plan.pages[uri] for uri in uris)
        return list(dict.fromkeys(filter(None, map(subject, plans))))

    def _uris(self, of: Subject) -> set[str]:
        uris = self._context.plan.uris
        if not of.path:
            return {of.uri}
        return {uris[kind, of.path] for kind in OF_FILES if (kind, of.path) in uris}

    def _key(self, of: Subject) -> str:
        return f"{self._shared}:{of.path}\0{of.uri}"


def _unpacked(packed: bytes) -> _Trace:
    return _decode(decompressed(packed))
