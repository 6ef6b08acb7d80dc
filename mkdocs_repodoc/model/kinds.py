"""The kinds of symbols with their traits, and groups of them, as the keyword pages show them.

A kind states once how its symbols are treated; the sets behind the members are what code asks, as
in `symbol.kind in ROWS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from mkdocs_repodoc.model.kind_traits import Trait

_OF_TYPES = (
    *(Trait.CALLABLE, Trait.TYPE, Trait.WEIGHTY),
    *(Trait.MAIN, Trait.SEARCHED, Trait.NOUN),
)
"""What holds of types that are called to make an object."""
_OF_CODE = (
    *(Trait.CALLABLE, Trait.FUNCTION, Trait.BODY, Trait.SCOPE, Trait.DECLARED),
    *(Trait.WEIGHTY, Trait.DOCUMENTABLE, Trait.SEARCHED, Trait.CALLS),
)
"""What holds of functions and methods."""


class Kind(StrEnum):
    """A kind of symbol: its value is the word that readers see.

    A member is written as the word, its weight and its traits.

    Attributes:
        weight: How far up a search lists a symbol of the kind; 1 is the least.
        traits: How its symbols are treated.
    """

    weight: float
    traits: frozenset[Trait]

    def __new__(cls, word: str, weight: float = 1.0, *traits: Trait) -> Self:
        """Make a member."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.weight = weight
        member.traits = frozenset(traits)
        return member

    # Types
    CLASS = "class", 4.0, *_OF_TYPES, Trait.DOCUMENTABLE
    """A class of any language."""
    STRUCT = "struct", 4.0, *_OF_TYPES
    """A structure."""
    UNION = "union", 1.0, Trait.WEIGHTY, Trait.SEARCHED, Trait.NOUN
    """A union."""
    RECORD = "record", 1.0, Trait.NOUN
    """A record class, as of Java."""
    INTERFACE = (
        "interface",
        4.0,
        Trait.WEIGHTY,
        Trait.MAIN,
        Trait.SEARCHED,
        Trait.NOUN,
        Trait.IMPLEMENTED,
    )
    """An interface."""
    PROTOCOL = "protocol", 1.0, Trait.SEARCHED, Trait.NOUN, Trait.IMPLEMENTED
    """A protocol that types conform to."""
    TRAIT = "trait", 4.0, Trait.WEIGHTY, Trait.MAIN, Trait.SEARCHED, Trait.NOUN, Trait.IMPLEMENTED
    """A trait: what a type offers."""
    IMPL = "impl"
    """An implementation of a trait or of a type's own methods."""
    ENUM = "enum", 3.5, Trait.TYPE, Trait.WEIGHTY, Trait.MAIN, Trait.SEARCHED, Trait.NOUN
    """An enumeration."""
    OBJECT = "object", 4.0, Trait.WEIGHTY, Trait.MAIN, Trait.SEARCHED, Trait.NOUN
    """An object with functions of its own, as of JavaScript: it is used without a class."""
    DELEGATE = "delegate"
    """A delegate of C#: the type of a function."""
    CONCEPT = "concept"
    """A concept of C++: what a template demands of a type."""
    TYPE = "type"
    """A type that a declaration names anew."""
    TYPE_ALIAS = "type alias", 2.5, Trait.ASSIGNED, Trait.TYPE, Trait.SEARCHED, Trait.NOUN
    """Another name for a type."""
    TYPEDEF = "typedef"
    """A `typedef` of C."""
    ASSOCIATED_TYPE = "associated type"
    """A type that a trait leaves to its implementations."""
    # Code that is called
    FUNCTION = "function", 3.0, *_OF_CODE, Trait.MAIN
    """A function outside classes; a stored procedure; a mixin of style sheets."""
    SUBROUTINE = "subroutine", 1.0, Trait.CALLABLE
    """A subroutine of Fortran."""
    KERNEL = "kernel", 1.0, Trait.CALLABLE, Trait.WEIGHTY, Trait.MAIN, Trait.SEARCHED
    """A function that a graphics processor runs."""
    MACRO = "macro", 2.5, Trait.CALLABLE, Trait.MAIN, Trait.SEARCHED
    """A macro."""
    METHOD = "method", 2.0, *_OF_CODE
    """A function of a class or another type."""
    CONSTRUCTOR = "constructor", 1.0, Trait.CALLABLE, Trait.SCOPE, Trait.DECLARED, Trait.CALLS
    """What makes an instance."""
    DESTRUCTOR = "destructor", 1.0, Trait.DECLARED
    """What ends an instance."""
    OPERATOR = "operator", 1.0, Trait.DECLARED
    """What gives an operator its meaning for a type."""
    PROPERTY = "property", 1.5, Trait.BODY, Trait.DOCUMENTABLE, Trait.SEARCHED, Trait.HELD
    """An attribute that a method computes, or that its type declares as a property."""
    ACCESSOR = "accessor", 1.0, Trait.ROW, Trait.SCOPE
    """A getter or setter."""
    TEST = "test", 1.0, Trait.SCOPE
    """A test case that has a title instead of being a function."""
    # Values
    ATTRIBUTE = (
        "attribute",
        1.0,
        Trait.ROW,
        Trait.GLOBAL,
        Trait.VARIABLE,
        Trait.ASSIGNED,
        Trait.HELD,
        Trait.VALUE,
    )
    """A variable of a Python module or class; an attribute of Ruby."""
    CONSTANT = (
        "constant",
        1.5,
        Trait.ROW,
        Trait.GLOBAL,
        Trait.VARIABLE,
        Trait.ASSIGNED,
        Trait.SEARCHED,
        Trait.VALUE,
    )
    """A value that does not change, by its language or by convention."""
    VARIABLE = "variable", 1.0, Trait.ROW, Trait.GLOBAL, Trait.VALUE
    """A variable of a file."""
    STATIC = "static", 1.0, Trait.ROW, Trait.GLOBAL, Trait.VALUE
    """A static variable of Rust."""
    FIELD = "field", 1.0, Trait.ROW, Trait.HELD
    """A variable of each instance of a type."""
    ENUMERATOR = "enumerator", 1.0, Trait.ROW
    """A value of an enumeration."""
    VARIANT = "variant", 1.0, Trait.ROW
    """A case of an enumeration of Rust."""
    # What holds others
    MODULE = "module", 2.5
    """A module inside a file."""
    NAMESPACE = "namespace"
    """A namespace; a schema of a database."""
    PACKAGE = "package"
    """A package that a file declares."""
    # Data and interfaces of services
    TABLE = "table", 1.0, Trait.SEARCHED
    """A table of a database."""
    VIEW = "view"
    """A view of a database."""
    COLUMN = "column", 1.0, Trait.ROW, Trait.CONTAINED, Trait.SPELT_OUT
    """A column of a table."""
    MESSAGE = "message", 1.0, Trait.SEARCHED
    """A message of Protocol Buffers."""
    SERVICE = "service", 1.0, Trait.SEARCHED
    """A service: of Protocol Buffers, of a set of containers."""
    # Builds and automation
    TARGET = "target", 1.0, Trait.ROW, Trait.SEARCHED, Trait.WHOLE
    """What a build file can make."""
    OPTION = "option", 1.0, Trait.ROW, Trait.WHOLE
    """A setting that a build offers."""
    STAGE = "stage", 1.0, Trait.ROW
    """A stage of a container's image."""
    JOB = "job", 1.0, Trait.SEARCHED
    """A job of a workflow."""
    STEP = "step", 1.0, Trait.ROW, Trait.SPELT_OUT
    """A step of a job."""
    TRIGGER = "trigger", 1.0, Trait.ROW
    """What starts a workflow; a trigger of a database."""
    HOOK = "hook", 1.0, Trait.ROW
    """A check that runs before a commit."""
    DEPENDENCY = "dependency", 1.0, Trait.ROW
    """A distribution that is required."""
    # Documents, configuration and markup
    HEADING = (
        "heading",
        1.0,
        Trait.ROW,
        Trait.SEARCHED,
        Trait.CONTAINED,
        Trait.SPELT_OUT,
        Trait.WHOLE,
    )
    """A heading of a document."""
    SECTION = "section", 1.0, Trait.ROW, Trait.CONTAINED, Trait.SPELT_OUT
    """A section of a configuration file."""
    KEY = "key", 1.0, Trait.ROW, Trait.CONTAINED, Trait.SPELT_OUT, Trait.WHOLE
    """A key of a configuration file; an index of a database."""
    BLOCK = "block", 1.0, Trait.ROW, Trait.CONTAINED
    """A block of a configuration language."""
    SELECTOR = "selector", 1.0, Trait.ROW, Trait.CONTAINED, Trait.SPELT_OUT, Trait.WHOLE
    """A selector of a style sheet."""
    ELEMENT = "element", 1.0, Trait.ROW, Trait.CONTAINED, Trait.SPELT_OUT, Trait.WHOLE
    """An element of a page that has an id."""
    CELL = "cell", 1.0, Trait.ROW, Trait.CONTAINED, Trait.SPELT_OUT
    """A cell of a notebook."""


def _having(trait: Trait) -> frozenset[Kind]:
    return frozenset(kind for kind in Kind if trait in kind.traits)


ROWS = _having(Trait.ROW)
GLOBALS = _having(Trait.GLOBAL)
CALLABLES = _having(Trait.CALLABLE)
FUNCTIONS = _having(Trait.FUNCTION)
WITH_BODY = _having(Trait.BODY)
LOCAL_SCOPES = _having(Trait.SCOPE)
DECLARED_APART = _having(Trait.DECLARED)
VARIABLES = _having(Trait.VARIABLE)
ASSIGNED = _having(Trait.ASSIGNED)
TYPES = _having(Trait.TYPE)
WEIGHTY = _having(Trait.WEIGHTY)
MAIN = _having(Trait.MAIN)
NOUNS = _having(Trait.NOUN)
IMPLEMENTED = _having(Trait.IMPLEMENTED)
CALLING = _having(Trait.CALLS)
HELD = _having(Trait.HELD)
VALUES = _having(Trait.VALUE)
DOCUMENTABLE = _having(Trait.DOCUMENTABLE)
SEARCHED = _having(Trait.SEARCHED)
CONTAINED = _having(Trait.CONTAINED)
SPELT_OUT = _having(Trait.SPELT_OUT)
WHOLE = _having(Trait.WHOLE)


HEADING_SEPARATOR = " > "
"""In the name of a heading, between it and the heading of the section around it."""


@dataclass(frozen=True, slots=True)
class KeywordGroup:
    """One group of a keyword page."""

    title: str
    kinds: tuple[Kind, ...]
