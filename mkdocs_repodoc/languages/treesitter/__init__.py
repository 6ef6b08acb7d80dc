"""Languages that have a tree-sitter grammar: one dialect each, the same records for all.

CONTRIBUTING.md shows how to add one, in a page.
"""

from mkdocs_repodoc.languages.treesitter.tree_analyser import LANGUAGES, analyse_tree

__all__ = ["LANGUAGES", "analyse_tree"]
