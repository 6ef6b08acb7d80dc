"""Choice of a method by the type of a node."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

Visit = Callable[[Any], None]


class NodeDispatch(dict[type[ast.AST], Visit]):
    """Node class → the method that visits it; the generic one where there is none.

    Args:
        methods: Those of some classes.
        generic: That of all others.
    """

    def __init__(self, methods: Mapping[type[ast.AST], Visit], generic: Visit) -> None:
        super().__init__(methods)
        self._generic = generic

    def __missing__(self, kind: type[ast.AST]) -> Visit:
        return self._generic
