"""Pages of earlier builds, used again where they are known to be what would be made now.

What was made of a page is kept under the digest of itself, and beside it what it rests on: the
digest of the site that it was made for, or last found to hold in, and its evidence. In that site
it is right without a look; in another one the evidence is looked at.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Generic, Protocol, TypeVar

import msgspec

from mkdocs_repodoc.cache import Cache
from mkdocs_repodoc.pipeline.page_cache.fingerprint import Evidence

Made = TypeVar("Made")

PAGE, PROOF = "page", "proof"

_LEVEL = 1
"""A page shrinks to a seventh; more effort costs more time than reading the rest would."""
_SIZE = 16


class _Proof(msgspec.Struct, frozen=True, array_like=True, gc=False):
    site: str
    """Digest of the last site in which the page was right."""
    evidence: Evidence
    content: str
    """Digest of what was made of it, under which that is kept."""


_encode = msgspec.msgpack.Encoder().encode
_decode_proof = msgspec.msgpack.Decoder(_Proof).decode


class Pages(Protocol):
    """The pages of a site, as far as reusing them needs to know them."""

    digest: str
    """Digest of all that they depend on."""
    shared_digest: str
    """Digest of what they depend on without being asked: settings, code, and where pages are."""

    def last_evidence(self, uri: str) -> Evidence | None:
        """Return what the page rests on that was last rendered, if it was this one."""

    def still_holds(self, uri: str, evidence: Evidence) -> bool:
        """Tell whether a page that rests on this would be rendered the same now."""


class KeptPages(Generic[Made]):
    """What was made of each page, by source URI.

    Args:
        cache: Where it is kept.
        pages: The pages of this build.
        maker: Digest of all that makes something of a page once it is rendered.
        decode: Makes of the bytes that were kept what they stand for.
    """

    def __init__(
        self, cache: Cache, pages: Pages, maker: str, decode: Callable[[bytes], Made]
    ) -> None:
        self._cache = cache
        self._pages = pages
        self._decode = decode
        self._prefix = blake2b(
            f"{pages.shared_digest}\0{maker}".encode(), digest_size=_SIZE
        ).hexdigest()

    def restore(self, uris: Sequence[str]) -> dict[str, Made]:
        """Return the pages that are as they were, each with what was made of it."""
        proofs = self._proofs(uris)
        names = (proof.content for proof in proofs.values())
        contents = self._cache.get_many(
            PAGE, names, lambda packed: self._decode(zlib.decompress(packed))
        )
        restored, proved_anew = {}, {}
        for uri, proof in proofs.items():
            content = contents.get(proof.content)
            if content is None:
                continue
            if proof.site != self._pages.digest:
                if not self._pages.still_holds(uri, proof.evidence):
                    continue
                proved_anew[uri] = _Proof(self._pages.digest, proof.evidence, proof.content)
            restored[uri] = content
        self._cache.put_many(PROOF, self._packed(proved_anew.items()))
        return restored

    def keep(self, uri: str, content: bytes) -> None:
        """Keep what was made of a page that was just rendered."""
        evidence = self._pages.last_evidence(uri)
        if evidence is None:
            return
        name = blake2b(content, digest_size=_SIZE).hexdigest()
        self._cache.put_many(PAGE, [(name, zlib.compress(content, _LEVEL))])
        proof = _Proof(self._pages.digest, evidence, name)
        self._cache.put_many(PROOF, self._packed([(uri, proof)]))

    def _proofs(self, uris: Sequence[str]) -> dict[str, _Proof]:
        keys = {self._key(uri): uri for uri in uris}
        kept = self._cache.get_many(PROOF, keys, _unpacked)
        return {keys[key]: proof for key, proof in kept.items()}

    def _packed(self, proofs: Iterable[tuple[str, _Proof]]) -> list[tuple[str, bytes]]:
        return [(self._key(uri), zlib.compress(_encode(proof), _LEVEL)) for uri, proof in proofs]

    def _key(self, uri: str) -> str:
        return f"{self._prefix}:{uri}"


def _unpacked(packed: bytes) -> _Proof:
    return _decode_proof(zlib.decompress(packed))
