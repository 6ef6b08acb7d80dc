"""Keys of settings that a module lists as a schema: `Map("Config", Optional("port", int, 80))`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.options.option_calls import keywords_of
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import REQUIRED, ListedSetting, SettingsList

_LEAST = 3
_SAYS = re.compile(r"Required|Optional|Conditional")
"""In the name of what declares a key: whether it has to be given."""
_WITHOUT_DEFAULT = re.compile(r"NoDefault")
_KEY = re.compile(r"[A-Za-z_][\w.-]*$")
_DEFAULT_PLACE = 2
"""Which argument a default is where keywords name none, from 0 on."""
_LONGEST = 60


def schema_lists(
    values: Mapping[str, ast.expr], prefix: str, source: SourceExcerpts
) -> list[SettingsList]:
    """Return the schemas among values, that with most keys first.

    Args:
        values: Names that a module or class sets, with what it sets them to.
        prefix: What stands before the names.
        source: The file.
    """
    found = []
    for name, value in values.items():
        keys = {each.name: each for each in reversed(list(_keys(value, source)))}
        settings = tuple(sorted(keys.values(), key=lambda each: each.line))
        if len(settings) >= _LEAST:
            found.append(SettingsList(f"{prefix}{name}", settings, value.lineno))
    return sorted(found, key=lambda each: -len(each.settings))


def _keys(value: ast.expr, source: SourceExcerpts) -> Iterator[ListedSetting]:
    """Yield the keys that a call lists, if it says of most whether they have to be given."""
    if not isinstance(value, ast.Call):
        return
    checks: dict[ast.Call, ast.expr | None] = {}
    for given in value.args:
        pairs = (
            zip(given.keys, given.values, strict=True)
            if isinstance(given, ast.Dict)
            else [(given, None)]
        )
        checks |= {key: check for key, check in pairs if isinstance(key, ast.Call) and _name(key)}
    if 2 * sum(map(_is_told, checks)) > len(checks):
        for key, check in checks.items():
            yield _setting(key, check, source)


def _name(key: ast.Call) -> str:
    first = key.args[0] if key.args else None
    text = first.value if isinstance(first, ast.Constant) else None
    return text if isinstance(text, str) and _KEY.match(text) else ""


def _is_told(key: ast.Call) -> bool:
    return _SAYS.search(dotted(key.func).rpartition(".")[2]) is not None


def _setting(key: ast.Call, check: ast.expr | None, source: SourceExcerpts) -> ListedSetting:
    kind = dotted(key.func).rpartition(".")[2]
    check = check or (key.args[1] if len(key.args) > 1 else None)
    default = keywords_of(key).get("default")
    if default is None and "Optional" in kind and not _WITHOUT_DEFAULT.search(kind):
        default = next(iter(key.args[_DEFAULT_PLACE:]), None)
    shown = source.short(default, _LONGEST) if default is not None else ""
    return ListedSetting(
        _name(key),
        source.short(check, _LONGEST) if check is not None else "",
        REQUIRED if "Required" in kind else shown,
        key.lineno,
    )
