"""A value as a script that hands it over: fetched by a `<script>`, which works from a disk too."""

from __future__ import annotations

import json


def script(name: str, value: object) -> bytes:
    """Return the content of a data file.

    Args:
        name: The file's name, without its extension.
        value: Anything that JSON can hold.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"repodocData({json.dumps(name)},{text})\n".encode("utf-8", "replace")
