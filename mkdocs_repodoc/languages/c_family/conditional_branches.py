"""Branches of conditionals in C and C++: those that a grammar reads, and those that go."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from mkdocs_repodoc.languages.c_family.preprocessed import DirectivePlace, Preprocessed
from mkdocs_repodoc.languages.treesitter.source_bytes import blank

_SEPARATORS = b";{},:"


@dataclass(slots=True)
class _Branch:
    start: int
    end: int = 0
    braces: int = 0
    others: int = 0
    last: int = 0
    """The last byte of code in it; 0 if there is none."""
    dead: bool = False
    unusual: bool = False
    """Whether a usual build leaves it out."""

    @property
    def complete(self) -> bool:
        return self.braces == 0 == self.others and (not self.last or self.last in _SEPARATORS)


def resolve_conditions(
    data: bytes, directives: list[DirectivePlace], result: Preprocessed, *, guarded: bool
) -> list[int]:
    """Decide which branches stay; return for each directive how many conditions it is under.

    Args:
        data: The file.
        directives: Those of the file, in order.
        result: The file without them, with what only some builds see; its buffers are changed.
        guarded: Whether the first condition only keeps the file from being included twice.
    """
    unusual = set(result.branches.unusual)
    depths = []
    groups: list[list[_Branch]] = [[_Branch(0)]]
    for position, directive in enumerate(directives):
        keyword = directive.keyword
        if keyword in {b"if", b"ifdef", b"ifndef"}:
            dead = data[directive.start : directive.end].split()[1:2] == [b"0"]
            groups.append([_Branch(directive.end, dead=dead)])
        elif keyword in {b"else", b"elif", b"elifdef", b"elifndef"} and len(groups) > 1:
            groups[-1][-1].end = directive.start
            groups[-1].append(_Branch(directive.end))
        elif keyword == b"endif" and len(groups) > 1:
            group = groups.pop()
            group[-1].end = directive.start
            for branch in group:
                branch.unusual = (branch.start, branch.end) in unusual
            _join(groups[-1][-1], _keep(group, result))
        depths.append(len(groups) - 1 - guarded)
        end = directives[position + 1].start if position + 1 < len(directives) else len(data)
        _weigh(groups[-1][-1], result.bare[directive.end : end])
    return depths


def _weigh(branch: _Branch, text: bytearray) -> None:
    stripped = text.rstrip()
    if not stripped:
        return
    branch.last = stripped[-1]
    branch.braces += stripped.count(b"{") - stripped.count(b"}")
    branch.others += stripped.count(b"(") - stripped.count(b")")


def _keep(group: list[_Branch], result: Preprocessed) -> list[_Branch]:
    """Blank what of a group can't stay, and return what stays."""
    kept = [branch for branch in group if not branch.dead]
    if len(kept) > 1 and not all(branch.complete for branch in kept):
        filled = [branch for branch in kept if branch.last] or kept
        kept = [next((branch for branch in filled if not branch.unusual), filled[0])]
    for branch in group:
        if not any(branch is other for other in kept):
            blank(result.code, branch.start, branch.end)
            blank(result.bare, branch.start, branch.end)
    return kept


def _join(outer: _Branch, inner: list[_Branch]) -> None:
    for branch in inner:
        outer.braces += branch.braces
        outer.others += branch.others
        outer.last = branch.last or outer.last


def find_guard(data: bytes, directives: list[DirectivePlace], result: Preprocessed) -> bool:
    """Note the macro that keeps a file from being included twice; return whether there is one."""
    for first, second in pairwise(directives[:2]):
        name = data[first.start : first.end].split()[-1:]
        defined = data[second.start : second.end].split()
        if (
            first.keyword in {b"ifndef", b"if"}
            and second.keyword == b"define"
            and [name[0].removeprefix(b"!defined(").rstrip(b")")] == defined[-1:]
            and not result.bare[: first.start].strip()
        ):
            result.guard = defined[-1].decode("utf-8", "replace")
            return True
    return False
