"""Our own rules for all languages and those of extensions, by the id that their findings carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TypeVar

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.extensions.named_extensions import derived, offered_parts
from mkdocs_repodoc.extensions.parts import Offered, items_of, own_parts
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.rules import Rule

AnyRule = TypeVar("AnyRule", bound=Rule)


@derived
def offered_rules() -> tuple[Offered[Rule], ...]:
    """Return the rules of every language and of the extensions in use, and who offers each.

    Raises:
        ExtensionError: A part of an extension holds no rules.
    """
    own = (
        f"{language.rules.module}:{language.rules.name}"
        for language in LANGUAGES.values()
        if not isinstance(language.rules, Absent)
    )
    offered = chain(own_parts(parts.RULES, own), offered_parts(parts.RULES))
    return tuple(items_of(offered, Rule))


@derived
def rules_by_id() -> Mapping[str, Rule]:
    """Return the rules of every language, each loaded when the first of them is asked for.

    Rules of other programs are not among them; their findings carry an address instead.

    Raises:
        ExtensionError: A part of an extension holds no rules, or one whose id is taken.
    """
    found: dict[str, Rule] = {}
    for extension, rule in offered_rules():
        if found.setdefault(rule.id, rule) is not rule:
            raise ExtensionError(extension, f"adds the rule {rule.id}, which is there")
    return found


def rules_of(language: str, kind: type[AnyRule]) -> Iterable[AnyRule]:
    """Yield the rules for a language that are checked in one way.

    Args:
        language: Its name.
        kind: The type of the rules, which says how they are checked.
    """
    for rule in rules_by_id().values():
        if rule.language == language and isinstance(rule, kind):
            yield rule
