"""JSON of texts that need not be text: bytes of file names that are no characters are replaced."""

from __future__ import annotations

import msgspec


def encode_json(value: object) -> bytes:
    """Return a value as JSON on one line, with U+FFFD for each byte that is no character.

    Args:
        value: What msgspec can encode.
    """
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_readable(msgspec.to_builtins(value)))


def _readable(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _readable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(each) for each in value]
    return value
