"""The size attributes of an image: room for it before it is fetched, so that nothing moves then."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_repodoc.model.records import ImageSize

_WRITTEN = re.compile(r"[\w%.]+")
_PIXELS = re.compile(r"(\d{1,5})(?:\.\d+)?(?:px)?")


def size_attributes(written: Mapping[str, str], size: ImageSize | None) -> str:
    """Return the attributes of an `img` that say how large it is, each after a space.

    What the author wrote holds. The other side follows from the image's shape: the style sheet
    lets a browser work out the height of an image of the class `rd-sized` by itself.

    Args:
        written: The author's attributes, HTML; `width` and `height` are looked at.
        size: The image's own size; `None` if it is not known.
    """
    own = {
        side: written[side]
        for side in ("width", "height")
        if _WRITTEN.fullmatch(written.get(side, ""))
    }
    if size is None or len(own) > 1:
        return _attributes(own)
    if not own:
        whole = {"width": "100%"} if size.fluid else {"width": str(size.width)}
        return _shaped(whole, size)
    return _shaped(own, size)


def _shaped(said: dict[str, str], size: ImageSize) -> str:
    ((side, value),) = said.items()
    pixels = _PIXELS.fullmatch(value)
    if pixels is None:  # a share of what is around the image: no number says the other side
        ratio = f' style="aspect-ratio:{size.width}/{size.height}"' if side == "width" else ""
        return _attributes(said) + ratio
    length = int(pixels[1])
    if side == "width":
        said["height"] = str(max(round(length * size.height / size.width), 1))
    else:
        said["width"] = str(max(round(length * size.width / size.height), 1))
    return f" class=rd-sized{_attributes(said)}"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {side}="{value}"' for side, value in values.items())
