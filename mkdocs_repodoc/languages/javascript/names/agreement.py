"""Agreement of several values: the one target that all of them have."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.references import Target


def agreed(targets: Sequence[Target | None]) -> Target | None:
    """Return what several targets have in common; of calls it does not matter what they are given.

    Returns:
        Nothing if they differ, or there are none.
    """
    if not targets or all(each == targets[0] for each in targets):
        return targets[0] if targets else None
    bare = [_without_arguments(each) for each in targets if each is not None]
    is_same = len(bare) == len(targets) and all(each == bare[0] for each in bare)
    return bare[0] if is_same else None


def _without_arguments(target: Target) -> Target:
    of = _without_arguments(target.of) if target.of is not None else None
    if target.base == "call" and of is not None and of.base == "applied":
        of = of.of
    return Target(target.base, target.names, of, () if target.base == "call" else target.also)
