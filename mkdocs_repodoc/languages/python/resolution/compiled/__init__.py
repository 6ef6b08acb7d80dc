"""Modules of Python that sources in other languages make."""
