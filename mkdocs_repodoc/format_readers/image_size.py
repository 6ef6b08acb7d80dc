"""The size of an image in pixels, from the first bytes of its file or an SVG's first element."""

from __future__ import annotations

import re
import struct

from mkdocs_repodoc.model.records import ImageSize

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers of a frame, which holds the size."""
_APP1 = 0xE1
_ORIENTATION = 0x0112
_LYING = frozenset(range(5, 9))
"""EXIF orientations of a picture that browsers turn by a quarter."""
_MOST_TAGS = 200

_SVG = re.compile(r"<(?:\w{1,40}:)?svg(?=[\s>])([^>]{0,4000})")
_ATTRIBUTE = re.compile(r"(?<![\w:-])(width|height|viewBox)\s*=\s*[\"']([^\"']{1,200})[\"']")
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,9})?|\.\d{1,9})\s*(px|pt|pc|in|cm|mm|)\s*")
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
}
"""CSS pixels of each unit."""
_LARGEST = 1e6
_HEAD = 20_000


def image_size(data: bytes) -> ImageSize | None:
    """Return the size of a PNG, GIF, JPEG, WebP or BMP image; `None` if it is not found."""
    try:
        width, height = _size(data)
    except struct.error:  # cut off
        return None
    return ImageSize(width, height) if width > 0 and height > 0 else None


def svg_size(text: str) -> ImageSize | None:
    """Return the size of an SVG image, or its shape if it is to be as wide as there is room.

    Args:
        text: The document.

    Returns:
        `None` if it says neither, or what browsers would have to work out.
    """
    root = _SVG.search(text, 0, _HEAD)
    said = dict(_ATTRIBUTE.findall(root[1])) if root else {}
    width, height = _length(said.get("width", "")), _length(said.get("height", ""))
    if width and height:
        return _rounded(width, height)
    across, down = _view_box(said.get("viewBox", ""))
    if not (across and down):
        return None
    if width and "height" not in said:
        return _rounded(width, width * down / across)
    if height and "width" not in said:
        return _rounded(height * across / down, height)
    if {"width", "height"} & said.keys():
        return None
    larger = 1000 / max(across, down)  # whole numbers keep the shape of a small drawing
    return _rounded(across * larger, down * larger, fluid=True)


def _view_box(written: str) -> tuple[float, float]:
    try:
        _, _, across, down = map(float, re.split(r"[\s,]+", written.strip()))
    except ValueError:  # none, or not four numbers
        return 0, 0
    return (across, down) if 0 < across < _LARGEST and 0 < down < _LARGEST else (0, 0)


def _rounded(width: float, height: float, *, fluid: bool = False) -> ImageSize:
    return ImageSize(max(round(width), 1), max(round(height), 1), fluid)


def _length(written: str) -> float:
    match = _LENGTH.fullmatch(written)
    return float(match[1]) * _UNITS[match[2]] if match else 0.0


def _size(data: bytes) -> tuple[int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return struct.unpack_from(">II", data, 16)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return struct.unpack_from("<HH", data, 6)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    if data.startswith(b"BM"):
        width, height = struct.unpack_from("<ii", data, 18)
        return width, abs(height)  # negative: from the top down
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    position = 2
    lying = False
    while position < len(data):
        _, marker, length = struct.unpack_from(">BBH", data, position)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return (height, width) if lying else (width, height)
        if marker == _APP1 and data.startswith(b"Exif\0\0", position + 4):
            lying = _orientation(data[position + 10 : position + 2 + length]) in _LYING
        position += 2 + length
    return 0, 0


def _orientation(exif: bytes) -> int:
    """Return how a camera was held, as the first directory of its notes says; 0 if it does not."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 0
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for index in range(min(count, _MOST_TAGS)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * index)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:  # cut off; the picture itself may be whole
        return 0
    return 0


def _webp(data: bytes) -> tuple[int, int]:
    form = data[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X":
        wide, high = data[24:27], data[27:30]
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    return 0, 0
