"""Values as they lie on a server: sealed, so that nothing else is taken for what was put there.

A seal covers the kind of the value, the name that stands for its key, the shape of the envelope and
the value itself. With a secret it is a signature: whoever does not know the secret can't make one.
"""

from __future__ import annotations

import hmac
import zlib
from hashlib import sha256

from mkdocs_repodoc.cache.kinds_of_results import Cached

LARGEST = 4 * 1024**2
"""Bytes of a sealed value, and of what it holds; a larger one is neither sent nor taken.

With as many as are fetched at a time, this bounds the memory that a server can fill here."""

LARGEST_MADE = 128 * 1024**2
"""Bytes of what is compressed once more inside a value; what we make is far from that."""
MOST_MADE = 512 * 1024**2
"""Bytes of all that is unpacked at a time: a few kilobytes of a server stand for gigabytes."""

_SHAPE = b"repodoc cache 1"
"""Changes with whatever makes older programs read a value wrongly."""
_PLAIN, _SIGNED = b"-", b"+"
_SEAL_SIZE = 32
_HEAD = len(_SHAPE) + 1 + _SEAL_SIZE
_LEVEL = 1


def seal(kind: Cached, name: str, value: bytes, secret: bytes) -> bytes | None:
    """Return a value as it is put on a server; `None` if it is too large for that.

    Args:
        kind: What it is.
        name: What stands for its key.
        value: The value.
        secret: What it is signed with; nothing for a digest.
    """
    if len(value) > LARGEST:
        return None
    packed = zlib.compress(value, _LEVEL)
    sealed = _opening(secret) + _seal(kind, name, packed, secret) + packed
    return sealed if len(sealed) <= LARGEST else None


def unseal(kind: Cached, name: str, sealed: bytes, secret: bytes) -> bytes:
    """Return the value that a server has for a key.

    Args:
        kind: What was asked for.
        name: What stands for its key.
        sealed: What the server has sent.
        secret: What it must be signed with; nothing for a digest.

    Raises:
        ValueError: It isn't what somebody with the same secret has put there under this key.
    """
    opening = _opening(secret)
    head, packed = sealed[:_HEAD], sealed[_HEAD:]
    if not head.startswith(opening):
        raise ValueError("another shape, or not signed as it should be")
    if not hmac.compare_digest(head[len(opening) :], _seal(kind, name, packed, secret)):
        raise ValueError("not what was put there")
    return decompressed(packed, LARGEST)


def decompressed(packed: bytes, largest: int = LARGEST_MADE) -> bytes:
    """Return what compressed bytes hold.

    Args:
        packed: The bytes.
        largest: How many bytes it may be: a few can stand for any number.

    Raises:
        ValueError: They hold more, or are not compressed bytes, or not all of them.
    """
    unpacking = zlib.decompressobj()
    try:
        value = unpacking.decompress(packed, largest)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("too large or incomplete")
    return value


class Unpacking:
    """Unpacks values that are in memory at the same time, together no more than that has room for.

    Args:
        most: Bytes of all of them.
    """

    def __init__(self, most: int = MOST_MADE) -> None:
        self._left = most

    def unpack(self, packed: bytes) -> bytes:
        """Return what compressed bytes hold.

        Raises:
            ValueError: They hold more than one value may, or than is left.
        """
        value = decompressed(packed, max(1, min(LARGEST_MADE, self._left)))
        self._left -= len(value)
        return value


def _opening(secret: bytes) -> bytes:
    return _SHAPE + (_SIGNED if secret else _PLAIN)


def _seal(kind: Cached, name: str, packed: bytes, secret: bytes) -> bytes:
    sealed = b"\0".join((_opening(secret), kind.encode(), name.encode(), packed))
    return hmac.digest(secret, sealed, "sha256") if secret else sha256(sealed).digest()
