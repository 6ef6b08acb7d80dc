"""Counts of tokens: by a real tokenizer where one is installed, else estimated."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

_BYTES = 3
"""Bytes of a token in an estimate: source has three to four, and a budget is not to be overrun."""
_OFFLINE = "_offline"


class TokenCounter(NamedTuple):
    """A way to count.

    Attributes:
        name: What counts, for readers.
        count: Text → number of tokens.
    """

    name: str
    count: Callable[[str], int]


def token_counter() -> TokenCounter:
    """Return a tokenizer of tiktoken whose vocabulary is installed with it, else an estimate.

    Tiktoken's own encodings are never asked for: they are fetched from the network.
    """
    try:
        import tiktoken  # noqa: PLC0415 - few have it
    except ImportError:
        return estimate()
    names = [each for each in tiktoken.list_encoding_names() if each.endswith(_OFFLINE)]
    if not names:
        return estimate()
    encoding = tiktoken.get_encoding(names[0])
    return TokenCounter(
        names[0].removesuffix(_OFFLINE), lambda text: len(encoding.encode_ordinary(text))
    )


def estimate() -> TokenCounter:
    """Return a way to count that needs nothing but the number of bytes."""
    return TokenCounter(
        f"an estimate, {_BYTES} bytes a token",
        lambda text: math.ceil(len(text.encode("utf-8", "replace")) / _BYTES),
    )
