"""Fields that a class is given where its objects are made."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.symbols.assigned_fields import assigned_fields
from mkdocs_repodoc.model.linked_symbols import SymbolRef

CLASS = """
    export class Mill extends Base {
      constructor(size) {
        super();
        this.size = size;
        this.stones = [];
        if (size === 1) {
          this.stones = null;
        }
        this.turn = () => {
          return 1;
        };
        this.size.width == 2;
      }
      other() { this.later = 1; }
    }
"""
FUNCTION = """
    function Mill(size) {
      this.size = size || 1;
      this.sieve = new Sieve(size);
    }
    Mill.prototype.run = function () { this.later = 1; };
"""


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (CLASS, [("size", 4, "size"), ("stones", 5, "[]"), ("turn", 9, "")]),
        (FUNCTION, [("size", 2, "size || 1"), ("sieve", 3, "new Sieve(size)")]),
        ("export class Mill {\n  run() {\n    this.later = 1;\n  }\n}\n", []),
    ],
)
def test_fields_are_those_that_are_set_as_an_object_is_made(
    code: str, found: list[tuple[str, int, str]]
) -> None:
    linked = link_files({"mill.js": code})
    lines = linked.texts["mill.js"].split("\n")
    assert assigned_fields(linked.repository, SymbolRef("mill.js", 0), lines) == found
