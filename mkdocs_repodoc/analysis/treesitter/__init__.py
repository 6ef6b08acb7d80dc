"""Languages that have a tree-sitter grammar: one dialect each, the same records for all.

To add a language: add its grammar's wheel to the dependencies, write a module with its `Dialect`
(a grammar and a handler for each type of node that defines something), name it in `analyser`, and
put a file in that language among the fixtures of the tests.
"""

from mkdocs_repodoc.analysis.treesitter.analyser import LANGUAGES, analyse_tree

__all__ = ["LANGUAGES", "analyse_tree"]
