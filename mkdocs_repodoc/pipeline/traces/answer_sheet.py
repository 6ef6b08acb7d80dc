"""Answers of today to what composing a page has asked in an earlier build.

An answer is compared by its mark: the answer itself where it is short, else a digest. Pages share
most of their questions, so that each is asked once. Only those that kept traces have are asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from mkdocs_repodoc.pipeline.traces.reads import Key, Read, answer, with_type

_SIZE = 16
_LONGEST = 32
"""Bytes of an answer that stands for itself."""
_ABSENT = b"\xc1"
"""No value is packed as this byte."""


class AnswerSheet:
    """The answers of a thing, each found out when it is first needed.

    Args:
        thing: The thing.
    """

    __slots__ = ("_marks", "_parts", "_thing")

    def __init__(self, thing: object) -> None:
        self._thing = thing
        self._marks: dict[tuple[int, Key], bytes] = {}
        self._parts: dict[tuple[int, Key], AnswerSheet] = {}

    def digest(self, reads: Sequence[Read]) -> bytes:
        """Return a digest of the answers to some questions.

        Raises:
            LookupError: There is nothing any more of which something was asked.
            AttributeError: It is another thing now.
            TypeError: So it is, or an answer is no value that can be compared.
            UnicodeEncodeError: An answer is a name that is no Unicode.
        """
        marks: list[bytes] = []
        self._add_marks(reads, marks)
        return blake2b(b"".join(marks), digest_size=_SIZE).digest()

    def _add_marks(self, reads: Sequence[Read], marks: list[bytes]) -> None:
        known = self._marks
        for read in reads:
            asked = read.question, read.key
            if read.reads is not None:
                if (part := self._parts.get(asked)) is None:
                    part = self._parts[asked] = AnswerSheet(answer(self._thing, *asked))
                part._add_marks(read.reads, marks)
            elif (mark := known.get(asked)) is not None:
                marks.append(mark)
            else:
                known[asked] = mark = self._mark(asked)
                marks.append(mark)

    def _mark(self, asked: tuple[int, Key]) -> bytes:
        try:
            packed = _encode(with_type(answer(self._thing, *asked)))
        except LookupError:
            return _ABSENT
        if len(packed) <= _LONGEST:
            return packed
        return _encode(blake2b(packed, digest_size=_SIZE).digest())


def _comparable(value: object) -> object:
    """Return what stands for a value that can't be packed as it is.

    Raises:
        TypeError: Nothing does.
    """
    if isinstance(value, Mapping):
        return list(value.items())
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value))


_encode = msgspec.msgpack.Encoder(enc_hook=_comparable).encode
