"""Python files: from their text to a record.

`parsing` makes the syntax tree, once for all. `visitor` walks it and collects a `structure` of
definitions, imports and what else somebody asks for; `symbols` turns definitions into symbols with
Griffe's signatures (`signatures`) and docstrings (`docstrings`), their traits told by `labels`.
`imports`, `exports`, `cases` and `command_line` each read one thing. `facts` are what the rules of
`patterns`, `class_patterns` and `performance` look at. `references` follows every identifier to
what it means. `lines` counts lines and finds comments. `broken` does what can be done for a file
that does not parse. `analyser` knows the order.
"""

from mkdocs_repodoc.analysis.python.analyser import analyse_python

__all__ = ["analyse_python"]
