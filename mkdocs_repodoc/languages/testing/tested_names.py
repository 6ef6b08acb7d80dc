"""Names of files of tests, and the names that they are made from."""

from __future__ import annotations

import re

from mkdocs_repodoc.paths import name_of

_MARKS = ("test_", "tests_", "_test", "_tests", "test-", "-test", ".test", ".spec", "_spec")
_IN_CAPITALS = re.compile(
    r"Test(?=[A-Z])(?P<behind>\w+)"
    r"|(?P<before>\w+?)(?:(?<=[A-Za-z\d])(?:TestCase|Tests?|Spec)|(?<=[a-z\d])IT(?:Case)?)"
)
"""A name that capitals divide: `ShopTest`, `TestShop`, `ShopIT`."""


def tested_name(path: str) -> str:
    """Return what a file of tests is named after: `app` for `tests/test_app.py`.

    Args:
        path: The file; the name of one that no mark of tests is in stays.
    """
    name = name_of(path)
    bare = name.rpartition(".")[0] or name
    for mark in _MARKS:
        bare = bare.removeprefix(mark) if mark.endswith(("_", "-")) else bare.removesuffix(mark)
    if match := _IN_CAPITALS.fullmatch(bare):
        return match["behind"] or match["before"]
    return bare
