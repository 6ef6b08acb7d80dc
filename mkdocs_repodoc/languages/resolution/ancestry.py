"""The types that a type inherits from, level by level."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mkdocs_repodoc.languages.resolution.class_types import ClassType

_DEEPEST = 60
"""Levels above a type; more of them are not looked at."""


def nearest_first(
    kind: ClassType,
    above: Callable[[ClassType], Iterable[ClassType]],
    *,
    is_last: Callable[[ClassType], bool] = lambda _: False,
) -> Iterator[ClassType]:
    """Yield a type and all that it inherits from, each once, the nearest first.

    Args:
        kind: The type.
        above: Returns what a type is directly made from.
        is_last: Tells a type that comes after all others of its level.
    """
    level, seen = [kind], {kind.head}
    for _ in range(_DEEPEST):
        following: list[ClassType] = []
        for one in level:
            yield one
            for base in above(one):
                if base.head not in seen:
                    seen.add(base.head)
                    following.append(base)
        if not following:
            return
        level = sorted(following, key=is_last)
