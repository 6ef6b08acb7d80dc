"""Readers of formats that need no syntax tree: markup, configuration, data, build files.

Each reader is a function that fills in a `RecordBuilder`: the symbols that the format names, what
the file says about itself, what is broken in it.
"""
