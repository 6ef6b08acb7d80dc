"""Languages that have a tree-sitter grammar: one dialect each, the same records for all.

CONTRIBUTING.md shows how to add one, in a page.
"""
