"""The promises of a language's types: how values are compared, and what guards shared state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TypePromises:
    """The names by which a type of a language says what its values promise.

    Attributes:
        comparisons: Name of a member, or of an interface that a type derives, → `equality`,
            `hash` or `order`, which it decides.
        whole: Labels and kinds of types whose values are equal if all fields are.
        identity: Text in a decorator of such a type that takes this back.
        guards: Full name of a type, its parts joined by dots, → what a field of it is where
            several threads or tasks meet.
    """

    comparisons: Mapping[str, str] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()
    identity: str = ""
    guards: Mapping[str, str] = field(default_factory=dict)
