"""Our own rules for all languages, by the id that their findings carry."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.rules import Rule


@cache
def rules_by_id() -> Mapping[str, Rule]:
    """Return the rules of every language, each loaded when the first of them is asked for.

    Rules of other programs are not among them; their findings carry an address instead.
    """
    return {
        rule.id: rule
        for language in LANGUAGES.values()
        if not isinstance(language.rules, Absent)
        for rule in language.rules.load()
    }
