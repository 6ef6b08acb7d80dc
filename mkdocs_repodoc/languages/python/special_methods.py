"""Names of methods that Python calls by itself."""

from __future__ import annotations

CONSTRUCTORS = ("__init__", "__new__")
"""Those that take the arguments of a class that is called; what the first one says goes before."""
