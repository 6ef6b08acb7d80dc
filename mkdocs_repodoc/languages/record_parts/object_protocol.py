"""Methods of objects that a language calls by itself, where it finds them by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ObjectProtocol:
    """The names of such methods, and what tells of classes and applications that have them.

    Attributes:
        initialiser: Runs when an object of a class is made.
        called: Runs when an object is called as a function is.
        class_maker: Runs in a class of classes when one of them is made.
        metaclasses: Finds the language's own classes of classes at the end of an expression.
        application: Matches the parameters of an object that a server calls for each request.
        wrapper: Matches the parameters of what is put around such an object when it is made.
        shapes: Bases of types that only describe the shape of others.
        interfaces: Bases of types that say which methods others have.
    """

    initialiser: str
    called: str
    class_maker: str
    metaclasses: re.Pattern[str]
    application: re.Pattern[str]
    wrapper: re.Pattern[str]
    shapes: frozenset[str]
    interfaces: frozenset[str]
