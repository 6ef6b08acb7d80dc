"""Syntax tree to the outline of a Python file: definitions, imports, exports, signatures."""
