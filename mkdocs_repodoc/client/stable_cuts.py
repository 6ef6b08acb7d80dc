"""Places to cut a long list, so that a change of one entry leaves most parts as they are.

A part is full at a certain size. Before that it may end in front of a few of the keys, which these
alone decide: after a change, the parts are soon cut where they were cut before.
"""

from __future__ import annotations

from zlib import crc32

_ENOUGH = 0.6


def ends_before(key: str, size: int, most: int, one_in: int) -> bool:
    """Whether a part ends in front of a key.

    Args:
        key: What would be the next of the part.
        size: Size of the part so far.
        most: Size at which a part is full.
        one_in: Of how many keys one may begin a part before that.
    """
    if size >= most:
        return True
    return size >= most * _ENOUGH and crc32(key.encode("utf-8", "surrogatepass")) % one_in == 0
