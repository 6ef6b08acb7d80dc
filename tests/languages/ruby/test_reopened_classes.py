"""Classes that a file opens for the sake of the classes in them."""

from __future__ import annotations

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.text.source_text import SourceText

METHOD = "  def run; end\n"
INNER = "  class Option\n    def name; end\n  end\n"


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("option.rb", f"class Thor\n{INNER}end\n", "namespace"),
        ("error.rb", f"class Thor\n  LIMIT = 3\n{INNER}end\n", "namespace"),
        ("option.rb", f"class Thor\n{METHOD}{INNER}end\n", "namespace"),
        ("thor.rb", f"class Thor\n{METHOD}{INNER}end\n", "class"),
        ("error.rb", f"class Thor\n  attr_reader :a\n{INNER}end\n", "class"),
        ("error.rb", f"class Thor < Base\n{INNER}end\n", "class"),
        ("error.rb", f"class Thor\n  include Base\n{INNER}end\n", "class"),
        ("thor.rb", "class Thor\nend\n", "class"),
    ],
)
def test_a_class_around_others_is_a_namespace(name: str, code: str, kind: str) -> None:
    symbols = outline_of(name, SourceText(code, "utf-8"), "ruby").outline.symbols
    assert symbols[0].kind == kind
    named = [symbol.bare_name for symbol in symbols if symbol.name.endswith("Option")]
    assert named in ([], ["Option" if kind == "namespace" else "Thor::Option"])
