"""Pages of earlier builds, used again where they are known to be what would be made now.

What was made of a page is kept under the digest of itself. Beside it stand the digest of the site
that it was made for, or last found to hold in, its fingerprint, and a digest of what the host has
put around it. In that site it is right without a look; in another one these are compared.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Generic, Protocol, TypeVar

import msgspec

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import Unpacking, decompressed
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.pipeline.page_fingerprint import Fingerprint
from mkdocs_repodoc.pipeline.site_digests import SiteDigests

Made = TypeVar("Made")

FrameOf = Callable[[str], object]
"""Source URI of a page → what the host puts around it, as far as that is the page's own and not of
all pages of a variant; plain values, which are compared by what they look like."""

_LEVEL = 1
"""A page shrinks to a seventh; more effort costs more time than reading the rest would."""
_SIZE = 16


class _Proof(msgspec.Struct, frozen=True, array_like=True, gc=False):
    site: str
    """Digest of the last site in which the page was right."""
    fingerprint: Fingerprint
    content: str
    """Digest of what was made of it, under which that is kept."""
    frame: bytes
    """Digest of what the host has put around it."""


_encode = msgspec.msgpack.Encoder().encode
_encode_frame = msgspec.msgpack.Encoder(enc_hook=repr).encode
_decode_proof = msgspec.msgpack.Decoder(_Proof).decode


class Pages(Protocol):
    """The pages of a site, as far as reusing them needs to know them."""

    digests: SiteDigests

    def expect(self, uris: Iterable[str]) -> None:
        """Have here what it takes to tell whether some pages still hold."""

    def settle(self, uris: Iterable[str]) -> None:
        """Find out what takes as long in each process that makes pages."""

    def still_holds(self, uri: str, known: Fingerprint) -> bool:
        """Tell whether a page with this fingerprint would be rendered the same now."""


def _no_frame(_uri: str) -> None:
    return None


class PageStore(Generic[Made]):
    """What was made of each page, by source URI.

    Args:
        cache: Where it is kept.
        pages: The pages of this build.
        variant: What is made of a page, and by what: a name or a digest that keeps it apart from
            other things made of the same page.
        decode: Makes of the bytes that were kept what they stand for.
        frame: Where the host puts something around the pages, what that is.
    """

    def __init__(
        self,
        cache: Cache,
        pages: Pages,
        variant: str,
        decode: Callable[[bytes], Made],
        frame: FrameOf = _no_frame,
    ) -> None:
        self._cache = cache
        self._pages = pages
        self._decode = decode
        self._frame = frame
        self._prefix = blake2b(
            f"{pages.digests.shared}\0{variant}".encode(), digest_size=_SIZE
        ).hexdigest()

    def settle(self, uris: Sequence[str]) -> None:
        """Have found out of kept pages what takes as long in each process that makes some.

        Args:
            uris: The pages that are about to be made.
        """
        keys = {self._key(uri): uri for uri in uris}
        self._pages.settle(keys[key] for key in self._cache.get_many(Cached.PROOF, keys, len))

    def restore(self, uris: Sequence[str]) -> dict[str, Made]:
        """Return the pages that are as they were, each with what was made of it."""
        return self.contents(self.holding(uris))

    def contents(self, names: Mapping[str, str]) -> dict[str, Made]:
        """Return what was made of pages, as far as it is still kept.

        Args:
            names: Source URI → digest of what was made of the page, as `holding` returns it.
        """
        unpack = Unpacking().unpack
        kept = self._cache.get_many(
            Cached.PAGE, names.values(), lambda packed: self._decode(unpack(packed))
        )
        return {uri: kept[name] for uri, name in names.items() if name in kept}

    def holding(self, uris: Sequence[str]) -> dict[str, str]:
        """Return the pages that are as they were, each with the digest of what was made of it."""
        site = self._pages.digests.site
        proofs = self._proofs(uris)
        self._pages.expect(uri for uri, proof in proofs.items() if proof.site != site)
        holding, proved_anew = {}, {}
        for uri in uris:  # in their order, in which pages of one file share what is read for them
            proof = proofs.get(uri)
            if proof is None:
                continue
            if proof.site != site:
                if not self._still_holds(uri, proof):
                    continue
                proved_anew[uri] = msgspec.structs.replace(proof, site=site)
            holding[uri] = proof.content
        self._cache.put_many(Cached.PROOF, self._packed(proved_anew.items()))
        return holding

    def keep(self, uri: str, content: bytes, fingerprint: Fingerprint | None) -> None:
        """Keep what was made of a page.

        Args:
            uri: The page.
            content: What was made of it.
            fingerprint: What the page follows from; without one it can't be used again.
        """
        if fingerprint is None:
            return
        name = content_name(content)
        self._cache.put_many(Cached.PAGE, [(name, zlib.compress(content, _LEVEL))])
        proof = _Proof(self._pages.digests.site, fingerprint, name, self._frame_digest(uri))
        self._cache.put_many(Cached.PROOF, self._packed([(uri, proof)]))

    def _still_holds(self, uri: str, proof: _Proof) -> bool:
        is_framed_alike = proof.frame == self._frame_digest(uri)
        return is_framed_alike and self._pages.still_holds(uri, proof.fingerprint)

    def _frame_digest(self, uri: str) -> bytes:
        frame = self._frame(uri)
        try:
            shown = _encode_frame(frame)
        except UnicodeEncodeError:  # a name that is no Unicode
            shown = repr(frame).encode("utf-8", "backslashreplace")
        return blake2b(shown, digest_size=_SIZE).digest()

    def _proofs(self, uris: Sequence[str]) -> dict[str, _Proof]:
        keys = {self._key(uri): uri for uri in uris}
        kept = self._cache.get_many(Cached.PROOF, keys, _unpacked)
        return {keys[key]: proof for key, proof in kept.items()}

    def _packed(self, proofs: Iterable[tuple[str, _Proof]]) -> list[tuple[str, bytes]]:
        return [(self._key(uri), zlib.compress(_encode(proof), _LEVEL)) for uri, proof in proofs]

    def _key(self, uri: str) -> str:
        return f"{self._prefix}:{uri}"


def content_name(content: bytes) -> str:
    """Return the digest of what was made of a page, under which it is kept."""
    return blake2b(content, digest_size=_SIZE).hexdigest()


def _unpacked(packed: bytes) -> _Proof:
    return _decode_proof(decompressed(packed))
