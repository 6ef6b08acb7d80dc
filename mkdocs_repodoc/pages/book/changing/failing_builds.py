"""The part of the testing chapter on what fails a build although the tests pass."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites
from mkdocs_repodoc.languages.testing.build_gates import Gate
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps
from mkdocs_repodoc.pages.parts.commands.command import evidence
from mkdocs_repodoc.text.english import and_more, shortened

_LONGEST = 80
"""Characters of a line of a build that is shown."""
_HEADS = {
    "warnings": "Warnings are errors: ",
    "refused": "Beyond failed tests, the settings refuse: ",
    "check": "The build checks: ",
    "generated": "Sources are generated: ",
}
"""What is told of each kind of gate."""


def failing_builds(view: BookView) -> tuple[Block, ...]:
    """Return what makes a build fail although the tests pass, and the sources that it makes."""
    found = Prerequisites(view.context.repository, lambda path: view.context.read_text(path).text)
    by_kind: dict[str, dict[tuple[str, str, str], list[Gate]]] = {kind: {} for kind in _HEADS}
    for gate in found.gates():
        same = by_kind[gate.kind].setdefault((gate.said, gate.phase, gate.repair), [])
        same.append(gate)
    items = [
        Item((head, *_told(view, by_kind[kind]), "."))
        for kind, head in _HEADS.items()
        if by_kind[kind]
    ]
    return (Items(tuple(items), title="What else a change has to pass"),) if items else ()


def _told(view: BookView, found: dict[tuple[str, str, str], list[Gate]]) -> Iterator[Inline]:
    """Yield the gates of one kind, the same one of several files once."""
    gates = sorted(found.values(), key=lambda same: (same[0].path.count("/"), -len(same)))
    for number, same in enumerate(gates[: operation_caps.GATES]):
        if number:
            yield "; "
        yield from _gate(view, same)
    if rest := and_more(len(gates) - operation_caps.GATES):
        yield f"; {rest}"


def _gate(view: BookView, same: list[Gate]) -> Phrase:
    gate = same[0]
    others = f" {and_more(len(same) - 1, 'place')}" if len(same) > 1 else ""
    when = f", in the phase {gate.phase}" if gate.phase else ""
    mends: Phrase = ("; ", Code(gate.repair), *_BY[gate.kind]) if gate.repair else ()
    place = evidence(view.context, gate.path, gate.line)
    return (Code(shortened(gate.said, _LONGEST)), when, " (", place, others, ")", *mends)


_BY: dict[str, Phrase] = {
    "warnings": (),
    "refused": (),
    "check": (" mends what it finds",),
    "generated": (" makes them again",),
}
