"""Tell whether an SVG document is a picture and nothing else.

A browser that opens the address of an SVG file runs its scripts and fetches what it refers to. So
the file is read with the namespaces that a browser sees, and only elements that draw are let
through: what is not known is refused.
"""

from __future__ import annotations

import re
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_NOTES = re.compile(
    r"http://(?:www\.inkscape\.org/namespaces/|sodipodi\.sourceforge\.net/|purl\.org/dc/"
    r"|creativecommons\.org/ns|web\.resource\.org/cc/|ns\.adobe\.com/|www\.bohemiancoding\.com/"
    r"|www\.w3\.org/1999/02/22-rdf-syntax-ns)"
)
"""Namespaces in which drawing programs keep notes of their own; to a browser they are nothing."""
_DRAWS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "a", "title", "desc", "metadata", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "marker"),
        *("text", "tspan", "textPath", "tref", "linearGradient", "radialGradient", "stop", "view"),
        *("pattern", "clipPath", "mask", "filter", "animateMotion", "animateTransform", "mpath"),
        *("feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix"),
        *("feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood"),
        *("feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge"),
        *("feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting"),
        *("feSpotLight", "feTile", "feTurbulence"),
    )
)
_PASSIVE_TARGETS = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_FETCHES = re.compile(
    r"url\s*\((?!\s*[\"']?\s*(?:#|data:(?:font/|application/(?:x-)?font|image/(?:png|jpeg|gif|webp))))"
    r"|image-set|\b(?:image|src)\s*\(|\\",
    re.IGNORECASE,
)
"""CSS that may fetch something; a backslash can spell any of it."""
_OTHER_RULE = re.compile(r"@(?!(?:media|supports|font-face|(?:-\w+-)?keyframes)\b)", re.IGNORECASE)
"""`@import`, `@namespace` and whatever else is to come."""
_FREE_TEXT = re.compile(r"id|class|lang|d|points|aria-.*|data-.*")


class _ActiveError(Exception):
    """Something in the document may act."""


class _Reader:
    """Looks at each part of one document."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._style: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Look at an element and its attributes.

        Raises:
            _ActiveError: It does more than draw.
        """
        namespace, _, local = name.rpartition(" ")
        drawn = namespace == _SVG
        if not (drawn and local in _DRAWS) and not (self._open and _NOTES.match(namespace)):
            raise _ActiveError
        self._open.append(local if drawn else "")
        for attribute, value in attributes.items():
            _look_at(*attribute.rpartition(" ")[::2], value)

    def end(self, _name: str) -> None:
        """Look at a style sheet as a whole once it is complete.

        Raises:
            _ActiveError: It fetches something.
        """
        if self._open.pop() == "style":
            sheet = "".join(self._style)
            self._style.clear()
            if _FETCHES.search(sheet) or _OTHER_RULE.search(sheet):
                raise _ActiveError

    def text(self, text: str) -> None:
        """Keep the text of a style sheet, which comments may divide."""
        if "style" in self._open:
            self._style.append(text)

    def refuse(self, *_: object) -> None:
        """Refuse entities and instructions, such as those that name a style sheet.

        Raises:
            _ActiveError: Always.
        """
        raise _ActiveError


def _look_at(namespace: str, name: str, value: str) -> None:
    """Look at an attribute; those of other namespaces mean nothing to a browser.

    Raises:
        _ActiveError: It runs or fetches something.
    """
    lower = name.lower()
    if namespace not in {"", _XLINK, _XML}:
        return
    refers = lower in {"href", "src"}
    if (
        lower.startswith("on")
        or lower == "base"
        or (namespace == "" and not _FREE_TEXT.fullmatch(lower) and _FETCHES.search(value))
        or (refers and not _PASSIVE_TARGETS.match(value))
    ):
        raise _ActiveError


def is_inert(svg: bytes) -> bool:
    """Return whether an SVG document is well-formed and can't run or fetch anything."""
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ProcessingInstructionHandler = reader.refuse
    parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(svg, True)
    except (expat.ExpatError, _ActiveError, ValueError, LookupError):
        return False  # the last two: encodings that expat or Python does not know
    return True
