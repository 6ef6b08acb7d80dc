"""Loads beforehand what is otherwise imported when it is first needed, where that is a risk."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
from functools import lru_cache
from pathlib import Path

import mkdocs_repodoc
from mkdocs_repodoc.html.code import grammars
from mkdocs_repodoc.isolation import module_path, trusted_imports

_OPTIONAL = ("coverage",)


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
        for module in pkgutil.walk_packages(mkdocs_repodoc.__path__, f"{package}."):
            importlib.import_module(module.name)
        for name in grammars.MODULES:
            importlib.import_module(name)
        for name in _OPTIONAL:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
