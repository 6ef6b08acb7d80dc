"""Syntax tree to the references of a Python file: every identifier, and what it means in it."""
