"""Every option is declared with a description, and the documentation lists just those."""

from __future__ import annotations

import ast
import inspect
import re

from support.sites import PROJECT

from mkdocs_repodoc.hosts.mkdocs.plugin_config import RepodocConfig
from mkdocs_repodoc.options.declared import Options


def declared() -> dict[str, str]:
    """Return the options with the docstrings below their declarations."""
    tree = ast.parse(inspect.getsource(Options))
    (body,) = (node.body for node in tree.body if isinstance(node, ast.ClassDef))
    found = {}
    for node, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
            match following:
                case ast.Expr(ast.Constant(text)):
                    found[name] = str(text)
                case _:
                    found[name] = ""
    return found


def test_every_option_says_what_it_is_for() -> None:
    assert set(declared()) == {name for name, _ in RepodocConfig._schema}
    assert [name for name, text in declared().items() if not text.strip()] == []


def test_the_options_page_lists_every_option_and_no_other() -> None:
    page = (PROJECT / "docs" / "options.md").read_text("utf-8")
    table = page.partition("## Patterns")[0]
    assert re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE) == list(declared())
