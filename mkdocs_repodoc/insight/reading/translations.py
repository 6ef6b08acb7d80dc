"""Documents that say in another language what a document of the repository says.

They are told by their names, and only beside what they translate: `README.de.md` beside
`README.md`, `docs/de/guide.md` where there is `docs/guide.md` or `docs/en/guide.md`.
"""

from __future__ import annotations

import re
from collections.abc import Container

_LANGUAGE = re.compile(
    r"a[abefkmnrsvyz]|b[aeghimnors]|c[aehnorsuvyz]|d[aekvz]|e[elnostu]|f[afijory]|g[adlnruv]"
    r"|h[aeiortuyz]|i[adegikostu]|j[apv]|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnrsty]"
    r"|n[abdeglnorvy]|o[cjmrs]|p[ailst]|qu|r[mnouw]|s[acdegiklmnoqrstuvw]|t[aeghiklnorstwy]"
    r"|u[agkrz]|v[eio]|w[ao]|xh|y[io]|z[ahu]",
    re.IGNORECASE,
)
"""Codes of ISO 639-1, and of countries that people write for their languages: `cn`, `jp`, `tw`."""
_ENGLISH = "en"
_CODE = r"(?P<code>[A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?"
_SUFFIX = re.compile(rf"(?P<stem>.+?)[._-]{_CODE}(?P<kind>\.\w+)")
_FOLDER = re.compile(_CODE)


def is_translation(path: str, paths: Container[str]) -> bool:
    """Return whether a document is the translation of another.

    Args:
        path: The document.
        paths: All files of the repository.
    """
    folder, slash, name = path.rpartition("/")
    found = _SUFFIX.fullmatch(name)
    if found and _is_language(found) and f"{folder}{slash}{found['stem']}{found['kind']}" in paths:
        return True
    parts = folder.split("/") if folder else []
    for position, part in enumerate(parts):
        code = _FOLDER.fullmatch(part)
        if code is None or not _is_language(code) or code["code"].lower() == _ENGLISH:
            continue
        before, after = parts[:position], [*parts[position + 1 :], name]
        if "/".join([*before, *after]) in paths or "/".join([*before, _ENGLISH, *after]) in paths:
            return True
    return False


def _is_language(match: re.Match[str]) -> bool:
    return _LANGUAGE.fullmatch(match["code"]) is not None
