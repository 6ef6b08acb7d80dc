"""Where identifiers lead, said in comments beside them.

A comment at the end of a line says what an identifier in it leads to: `# run: pkg.run` exactly,
`# run: ~pkg.run` through an inferred type, `# run: -` nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from support.linked import Linked, link_files

_MARK = re.compile(r"  # (\w+): (\S+)$")


class Marked(NamedTuple):
    """Path, line, identifier and target of each mark: where it leads, and where it should."""

    found: list[tuple[str, int, str, str]]
    expected: list[tuple[str, int, str, str]]

    @property
    def shows_both(self) -> bool:
        """Whether one mark at least leads somewhere, and one nowhere."""
        targets = {target for *_, target in self.expected}
        return "-" in targets and targets != {"-"}


def follow_marks(files: Mapping[str, str]) -> Marked:
    linked = link_files(files)
    expected = list(_marks(linked))
    found = [
        (path, line, name, _leads_to(linked, path, line, name)) for path, line, name, _ in expected
    ]
    return Marked(found, expected)


def _leads_to(linked: Linked, path: str, line: int, name: str) -> str:
    found = {
        ("" if link.confidence == "exact" else "~") + linked.repository.qualified_name(link.symbol)
        for link in linked.references(path)
        if link.line == line and link.kind != "definition" and linked.text(path, link) == name
    }
    return " ".join(sorted(found)) or "-"


def _marks(linked: Linked) -> Iterator[tuple[str, int, str, str]]:
    for path, text in linked.texts.items():
        for line, code in enumerate(text.split("\n"), 1):
            if mark := _MARK.search(code):
                yield path, line, mark[1], mark[2]
