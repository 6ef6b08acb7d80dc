"""Traces of composing pages: a later build that would read the same need not compose them."""
