"""Names in the code of a language by which a change of it is delicate: files, threads, memory."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DelicateCode:
    """The names of one language; those of all languages are known where they are asked for.

    A function stands by its name alone where that seldom has another sense, on whatever it is
    called; else with what it is called on: `os.remove`. Parts of names are in lower case; two that
    stand one behind the other are joined by a blank.

    Attributes:
        deletes: Functions that delete files or folders.
        writes: Functions that write, copy or move files.
        by_argument: Name of a function → an argument that only the one that deletes a file has.
        threads: Parts of names that speak of threads and locks.
        atomics: Matches the names of values that threads share, or a word and such a name behind
            it with a blank between them: `sync atomic`.
        processes: Likewise of processes and signals.
        reflection: Likewise of reflection.
        memory: Likewise of memory that nothing checks.
        whole: Those of them that tell only as a whole word.
    """

    deletes: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    by_argument: Mapping[str, str] = field(default_factory=dict)
    threads: frozenset[str] = frozenset()
    atomics: re.Pattern[str] = re.compile(r"(?!)")
    processes: frozenset[str] = frozenset()
    reflection: frozenset[str] = frozenset()
    memory: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
