"""Loads beforehand what is otherwise imported when it is first needed, where that is a risk."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
from functools import lru_cache
from pathlib import Path

import mkdocs_repodoc
from mkdocs_repodoc.languages.language import Absent, Colours, Language
from mkdocs_repodoc.languages.registry import LANGUAGES, every_format
from mkdocs_repodoc.processes.isolation import module_path, trusted_imports

_OPTIONAL = ("coverage",)
_OTHER_PROGRAMS = ("command_line", "mcp_server")
"""Rooms that no build enters: what they import takes as long as all the rest."""


@lru_cache(1)
def load_beforehand(root: Path) -> None:
    """Import all modules of this product and its parsers, if Python looks in the repository.

    It does with `python -m mkdocs` and with `PYTHONPATH`. Its path is left as it is, since other
    plugins may rely on it; but once a module is loaded, it is not looked for again.

    Args:
        root: The documented folder.
    """
    if module_path(root) == sys.path:
        return
    with trusted_imports(root):
        package = mkdocs_repodoc.__name__
        # What is not installed now stays so: the records remember it.
        missing = [_folder(each) for each in LANGUAGES.values() if not each.is_installed]
        left_out = (*missing, *(f"{package}.{room}." for room in _OTHER_PROGRAMS))
        for module in pkgutil.walk_packages(mkdocs_repodoc.__path__, f"{package}."):
            if not module.name.startswith(left_out):
                importlib.import_module(module.name)
        for each in every_format():
            if each.is_installed and isinstance(each.colours, Colours):
                importlib.import_module(each.colours.module)
        for name in _OPTIONAL:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)


def _folder(language: Language) -> str:
    """Return the package that a language's own modules are in, with the dot behind it."""
    outline = language.outline
    return "" if isinstance(outline, Absent) else f"{outline.module.rpartition('.')[0]}."
