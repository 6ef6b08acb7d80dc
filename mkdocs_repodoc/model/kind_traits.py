"""The traits of kinds of symbols: every way in which pages, links and searches tell kinds apart.

Some traits differ in a single kind. Each is a decision of its own, and its text says for what.
"""

from __future__ import annotations

from enum import Enum, auto


class Trait(Enum):
    """How symbols of a kind are treated."""

    ROW = auto()
    """Shown as a row of a table; what lacks it has a section with a heading."""
    GLOBAL = auto()
    """A row that counts as public API where it stands at the top level of a file."""
    CALLABLE = auto()
    """Code elsewhere calls it, or makes instances of it; tests and examples are looked for."""
    FUNCTION = auto()
    """Calling it gives what it returns. A property is not called."""
    BODY = auto()
    """Its own code runs when it is used, so that measured coverage can tell of it."""
    SCOPE = auto()
    """Names defined in its body are local to it. A test is one as well, though nobody calls it."""
    DECLARED = auto()
    """One file may declare what another one defines, as headers do."""
    VARIABLE = auto()
    """A later assignment sets it anew instead of defining another symbol."""
    ASSIGNED = auto()
    """An assignment or a statement like it defines it, so that its value has a type."""
    TYPE = auto()
    """Coloured as a type in front of its signature."""
    WEIGHTY = auto()
    """Named before constants and aliases in a sentence on what a file defines."""
    MAIN = auto()
    """Named as what a component is about: also a macro, but no method, which its class covers."""
    NOUN = auto()
    """A type that code and documents speak of by its name."""
    IMPLEMENTED = auto()
    """A type that others implement; those of such kinds extend one another."""
    CALLS = auto()
    """Its body calls others: flows and call hierarchies are made of these."""
    HELD = auto()
    """A value that each instance of a type holds."""
    VALUE = auto()
    """A name for a value that its signature may show, such as a default."""
    DOCUMENTABLE = auto()
    """A docstring may document it, and Sphinx has a role of its own for it."""
    SEARCHED = auto()
    """Found by MkDocs' search under a name of its own."""
    CONTAINED = auto()
    """A file contains it rather than defines it, as sentences put it."""
    SPELT_OUT = auto()
    """The palette lists it by its whole path: a part of it says little, as with a step of a job."""
    WHOLE = auto()
    """Its name may hold a separator that separates nothing: `v1.2` of a heading."""
