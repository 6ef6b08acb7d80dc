"""Kinds of errors, and functions that only tell of them."""
