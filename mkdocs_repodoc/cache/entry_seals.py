"""Names and checksums of entries, so that a damaged one is told from a good one."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from typing import TypeVar

from mkdocs_repodoc.cache.kinds_of_results import Cached

Value = TypeVar("Value")

DIGEST_SIZE = 16
"""Bytes of a checksum."""


def entry_name(kind: Cached, key: str) -> str:
    """Return what stands for a key in the file: it may hold paths, which are nobody's business."""
    named = f"{kind}\0{key}".encode("utf-8", "surrogatepass")
    return blake2b(named, digest_size=DIGEST_SIZE).hexdigest()


def kept_name(name: str, secret: bytes) -> str:
    """Return what an entry of a name is called in the file: with each secret something else.

    Args:
        name: What stands for its key.
        secret: What a server's values must be signed with; nothing if they need not be.
    """
    if not secret:
        return name
    return hmac.digest(secret, name.encode(), "sha256")[:DIGEST_SIZE].hex()


def checksum(name: str, value: bytes) -> bytes:
    """Return what stands before the value of an entry of a name."""
    return blake2b(value, digest_size=DIGEST_SIZE, key=name.encode()).digest()


def verified(name: str, entry: bytes) -> bytes:
    """Return the value of an entry.

    Raises:
        ValueError: It is not as it was written.
    """
    seal, value = entry[:DIGEST_SIZE], entry[DIGEST_SIZE:]
    if seal != checksum(name, value):
        raise ValueError(name)
    return value


def decoded(values: Mapping[str, bytes], decode: Callable[[bytes], Value]) -> dict[str, Value]:
    """Return what values stand for, without those that can't be decoded."""
    good = {}
    for name, value in values.items():
        with suppress(Exception):  # what other bytes do to a decoder is not known
            good[name] = decode(value)
    return good
