"""Python files, from their text to a record.

`parse` makes the syntax tree once for all, or does what can be done for a file that does not parse.
`outline` walks it and collects definitions, imports and what else the pages show, with Griffe's
signatures and docstrings. `names` is a second pass of its own that follows every identifier to what
it means in the file. `findings` holds the rules. `python_analyser` knows the order.
"""
