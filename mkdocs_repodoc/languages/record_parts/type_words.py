"""Words of a language for ties between types, and for names that are not public."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FamilyWords:
    """What the people of a language call the ties between a type and those it is made from."""

    title: str = "Class hierarchy"
    """Of a diagram of them."""
    relation: str = "inherits from"
    """Between a type and one that it is made from."""
    concrete: str = ""
    """The same where the type is no interface; empty if the word is no other."""
    below: str = "Subclasses"
    """Title of the types that are made from a type."""
    noun: str = "subclass"
    """One of them."""
    overrides: str = "Overrides"
    """Title of the member whose name a member takes."""
    overridden: str = "Overridden by"
    """Title of the members that take a member's name."""


@dataclass(frozen=True, slots=True)
class AccessWords:
    """What the people of a language call names that are not public."""

    outer: str = "Not public"
    """Of a name outside types with no word in front that says it."""
    member: str = "Not public"
    """Of such a name in a type."""
    is_declared: bool = True
    """Whether words in front of a name decide, rather than a convention for names."""
    closed: tuple[str, ...] = ("private", "protected", "internal")
    """Words, or their beginnings, in front of a name that is not public."""
    opened: frozenset[str] = frozenset({"public"})
    """Words in front of a name that would be public if what is around it were."""


CLASSES = FamilyWords()
NOT_PUBLIC = AccessWords()
