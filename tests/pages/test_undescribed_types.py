"""What is said of a type that says nothing of itself."""

from __future__ import annotations

from body_text import phrase_text
from made_mill import MILL, mill_context

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.orientation.undescribed_types import (
    evidence,
    words_of_constructor,
    written_entries,
)

SIEVE = (
    "class Sieve:\n    def __init__(self, mesh):\n{words}        self.mesh = mesh\n"
    "        self.depth = 2\n\n\ndef sift():\n    return Sieve(3)\n"
)


def sieve(words: str = "") -> tuple[PageContext, SymbolRef]:
    return mill_context({"mill/sieve.py": SIEVE.format(words=words)}), SymbolRef("mill/sieve.py", 0)


def test_the_constructor_speaks_for_its_type() -> None:
    words = words_of_constructor(*sieve('        """Make a sieve of a mesh."""\n'))
    assert phrase_text(words) == "Make a sieve of a mesh."
    assert words_of_constructor(*sieve()) == ()


def test_else_it_is_told_by_what_it_holds_and_who_makes_it() -> None:
    said = phrase_text(evidence(*sieve()))
    assert said.startswith("holds [")
    assert "mesh](" in said
    assert "; is made in [sift](" in said


def test_keys_that_are_no_symbols_are_read_from_the_lines() -> None:
    text = "export interface Events {\n  [EV.READY]: [];\n  [EV.ADD]: [path: string];\n}\n"
    context = mill_context({"mill/events.ts": text, "mill/grain.py": MILL["mill/grain.py"]})
    assert written_entries(context, SymbolRef("mill/events.ts", 0)) == ("EV.READY", "EV.ADD")


def test_statements_of_a_method_are_no_keys() -> None:
    text = "class Sieve:\n    @staticmethod\n    def sift(x):\n        if (x):\n            x = 1\n"
    text += "        else:\n            x = 2\n        x()\n"
    context = mill_context({"mill/sieve.py": text})

    assert written_entries(context, SymbolRef("mill/sieve.py", 0)) == ()


def test_bounds_in_a_trait_are_nothing_that_it_holds() -> None:
    text = "pub trait Grind {\n  fn grind(&self) -> Option<Self>\n  where\n    Self: Sized;\n}\n"
    context = mill_context({"mill/grind.rs": text})
    assert written_entries(context, SymbolRef("mill/grind.rs", 0)) == ()
