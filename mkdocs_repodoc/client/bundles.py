"""The styles and scripts of the pages, joined into the files that a site publishes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal, NamedTuple

_IDLE = re.compile(r"^[ \t]*/\*(?s:(?:(?!\*/).)*)\*/[ \t]*\n|^[ \t]+|^//.*\n", re.MULTILINE)
"""Comments that have lines of their own, and indentation; no string runs over a line's end. A
comment that has code behind it (the type of an expression) stays, and so does what follows it."""

FOLDER = "assets/repodoc"
"""Folder of the site that holds them all; the data that scripts fetch are in `data` below it."""

_DARK = re.compile(
    r'^(?::root)?\[data-bs-theme="dark"\](?P<inside>| \.repodoc) \{(?P<colours>[^}]*)\}',
    re.MULTILINE,
)
"""The rules with the dark colours of our own frame, and of pages in it."""

_ON_DEMAND = "on_demand"
"""Folder of the scripts that no page loads by itself, and name of the file that has them all."""
_EARLY = "early"
"""Likewise, of those that a page waits for before it is shown."""
_FRAME = "frame"
"""Folder of the styles and scripts of our own frame, `early.js` among them."""
_CONTENT = "repodoc.css"
"""Styles of what pages say; the other ones are of what is around that."""
_FOR_OTHER_THEMES = "themes.css"
_MATERIALS = "palette_choice.js"
_VENDORED = ("vendor/ufuzzy.js", "vendor/ufuzzy.LICENSE")
"""Likewise, as others have made them."""


Around = Literal["material", "theme", "frame"]
"""What is around a page: Material, any other theme of MkDocs, or our own frame."""


class Bundle(NamedTuple):
    """A file of the site; its URI changes with its content, so that browsers may keep it."""

    uri: str
    content: str


@cache
def style_sheet(around: Around) -> Bundle:
    """Return the styles that every page loads.

    All files are one, for a page waits for each that it has to ask for.
    """
    names = _names(_assets(), ".css")
    if around != "theme":
        names.remove(_FOR_OTHER_THEMES)
    content = _joined(_assets(), names)
    if around == "frame":
        content += _joined(_assets() / _FRAME, ["frame.css"])
        content += _dark_without_script(content)
    return Bundle(f"{FOLDER}/repodoc.{_digest(content)}.css", content)


@cache
def snippet_styles() -> Bundle:
    """Return the styles of snippets on pages that somebody else makes, who loads them by name."""
    return Bundle(f"{FOLDER}/snippets.css", _joined(_assets(), [_CONTENT]))


@cache
def script(around: Around) -> Bundle:
    """Return the scripts that every page loads; the URI covers those that are loaded later."""
    content = _joined(_assets(), _names(_assets(), ".js"))
    if around == "frame":
        content += _joined(_assets() / _FRAME, ["frame.js"])
    return Bundle(f"{FOLDER}/repodoc.{_digest(content + _on_demand())}.js", content)


@cache
def early_script(around: Around) -> Bundle:
    """Return the script that pages wait for before they are shown."""
    folder = _assets() / _EARLY
    names = _names(folder, ".js")
    if around == "frame":
        names.remove(_MATERIALS)
    content = _joined(folder, names)
    if around == "frame":
        content += _joined(_assets() / _FRAME, ["early.js"])
    return Bundle(f"{FOLDER}/early.{_digest(content)}.js", content)


@cache
def frame_icon() -> Bundle:
    """Return the icon of pages in our own frame."""
    content = (_assets() / _FRAME / "icon.svg").read_text("utf-8")
    return Bundle(f"{FOLDER}/icon.{_digest(content)}.svg", content)


def loaded_later() -> Mapping[str, bytes]:
    """Return what the scripts load themselves: URI → content."""
    vendored = {f"{FOLDER}/{name}": (_assets() / name).read_bytes() for name in _VENDORED}
    return {**vendored, f"{FOLDER}/{_ON_DEMAND}.js": _on_demand().encode()}


def _dark_without_script(styles: str) -> str:
    """Return the dark colours once more, for readers whose system is dark and who run no scripts.

    The script that knows what they have chosen marks the page; one without a mark is as the
    system is.
    """
    dark = "".join(
        f":root:not([data-bs-theme]){match['inside']} {{{match['colours']}}}\n"
        for match in _DARK.finditer(styles)
    )
    return f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _assets() -> Traversable:
    return resources.files("mkdocs_repodoc.client") / "assets"


def _names(folder: Traversable, suffix: str) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name.endswith(suffix))


def _on_demand() -> str:
    folder = _assets() / _ON_DEMAND
    return _joined(folder, _names(folder, ".js"))


def _joined(folder: Traversable, names: Iterable[str]) -> str:
    """Return files as one, without what only those need who write them."""
    return "".join(_IDLE.sub("", (folder / name).read_text("utf-8")) for name in names)


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:8]
