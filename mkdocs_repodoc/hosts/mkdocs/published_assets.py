"""The styles and scripts of the generated pages, published by the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_IDLE = re.compile(r"^[ \t]*/\*(?s:(?:(?!\*/).)*)\*/[ \t]*\n|^[ \t]+|^//.*\n", re.MULTILINE)
"""Comments that have lines of their own, and indentation; no string runs over a line's end. A
comment that has code behind it (the type of an expression) stays, and so does what follows it."""

_FOLDER = "assets/repodoc"
_FOR_OTHER_THEMES = "themes.css"
_ON_DEMAND = "on_demand"
"""Folder of the scripts that no page loads by itself, and name of the file that has them all."""
_EARLY = "early"
"""Likewise, of those that a page waits for before it is shown."""
_VENDORED = ("vendor/ufuzzy.js", "vendor/ufuzzy.LICENSE")
"""Likewise, as others have made them."""


def add_to_theme(config: MkDocsConfig) -> None:
    """Have the theme load the styles and scripts, and open sections at their index pages."""
    for uri, _ in _published(config):
        if uri.endswith(".css"):
            if uri not in config.extra_css:
                config.extra_css.append(uri)
        elif uri not in map(str, config.extra_javascript):
            script = ExtraScriptValue(uri)
            script.defer = True  # the page is on the screen before it is fetched
            config.extra_javascript.append(script)
    if config.theme.name == "material":
        features = config.theme["features"] or []
        if "navigation.indexes" not in features:
            config.theme["features"] = [*features, "navigation.indexes"]


def asset_files(config: MkDocsConfig) -> Iterator[File]:
    """Yield the files that `add_to_theme` has announced, and those that they load."""
    for uri, content in (*_published(config), early_script()):
        yield File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    folder = resources.files("mkdocs_repodoc.client") / "assets"
    loaded = {name: (folder / name).read_bytes() for name in _VENDORED}
    loaded[f"{_ON_DEMAND}.js"] = _on_demand().encode()
    for name, data in loaded.items():
        yield File.generated(
            config, f"{_FOLDER}/{name}", content=data, inclusion=InclusionLevel.NOT_IN_NAV
        )


@cache
def early_script() -> tuple[str, str]:
    """Return the URI, which changes with the content, and content of what pages wait for."""
    folder = resources.files("mkdocs_repodoc.client") / "assets" / _EARLY
    content = _joined(folder, sorted(each.name for each in folder.iterdir()))
    return f"{_FOLDER}/early.{sha256(content.encode()).hexdigest()[:8]}.js", content


def _published(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield URI and content of the style sheet and of the script.

    All files of a kind are one, for a page waits for each that it has to ask for. The URI changes
    with the content, that of what is loaded later included, so that browsers may keep both.
    """
    folder = resources.files("mkdocs_repodoc.client") / "assets"
    for suffix in (".css", ".js"):
        names = sorted(each.name for each in folder.iterdir() if each.name.endswith(suffix))
        if config.theme.name == "material":
            names = [name for name in names if name != _FOR_OTHER_THEMES]
        content = _joined(folder, names)
        later = _on_demand() if suffix == ".js" else ""
        digest = sha256(f"{content}{later}".encode()).hexdigest()[:8]
        yield f"{_FOLDER}/repodoc.{digest}{suffix}", content


def _on_demand() -> str:
    folder = resources.files("mkdocs_repodoc.client") / "assets" / _ON_DEMAND
    return _joined(folder, sorted(each.name for each in folder.iterdir()))


def _joined(folder: Traversable, names: Iterable[str]) -> str:
    """Return files as one, without what only those need who write them."""
    return "".join(_IDLE.sub("", (folder / name).read_text("utf-8")) for name in names)
