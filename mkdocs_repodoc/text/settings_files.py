"""Names of settings files, as code and documents write them."""

from __future__ import annotations

import re

_NAME = re.compile(
    r"(?:\.?[\w-]*(?:config|settings|options|preferences)(?:\.(?:json5?|jsonc|ya?ml|toml|ini|cfg|conf))"
    r"|(?:\./)?(?!(?:this|self|app)\.)[\w-]+\.config(?:\.[cm]?[jt]s)?"
    r"|\.[\w-]+rc(?:\.(?:json5?|ya?ml|toml|[cm]?js))?"
    r"|pyproject\.toml|(?!desktop\.ini)[\w-]+\.(?:cfg|conf|ini))",
    re.IGNORECASE,
)
"""Not what Windows leaves in folders, which programs name to pass it over."""
_SAMPLE = re.compile(
    r"\.?env[.-](?:example|sample|template|dist)|\.(?:example|sample|template)\.env"
    r"|[\w-]*(?:config|settings|options)[\w-]*[.-](?:example|sample|template|dist)(?:\.\w+)?"
    r"|(?:example|sample)[.-][\w-]*(?:config|settings)[\w-]*(?:\.\w+)?"
    r"|[\w-]+\.(?:example|sample)\.(?:ya?ml|toml|json|ini|conf|cfg)",
    re.IGNORECASE,
)
_OF_COMPILER = re.compile(r"[jt]sconfig\b")
_WORDS = re.compile(r"config|settings|options|preferences|rc\b|rc\.|\.toml|\.cfg|\.conf|\.ini")


def is_settings_file(text: str) -> bool:
    """Tell whether a text is the name of a settings file, without a folder."""
    return _NAME.fullmatch(text) is not None


def is_sample(path: str) -> bool:
    """Tell whether a file is a settings file for people to copy and fill in.

    Folders with a dot before their names have what editors and services want.
    """
    *folders, name = path.split("/")
    is_hidden = any(folder.startswith(".") for folder in folders)
    is_named = _SAMPLE.fullmatch(name) is not None and not _OF_COMPILER.match(name)
    return is_named and not is_hidden


def mentions_settings_file(text: str) -> bool:
    """Tell whether a text has anything by which such names are known."""
    return _WORDS.search(text) is not None
