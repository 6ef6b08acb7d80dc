"""Commands that run tests: all of a repository, those of a file, and one case.

Each language that can tell has a module `running_tests` in its folder.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.paths import ancestors, folder_of, name_of, prefix_of

_LEFT_OUT = re.compile(r"\b(?:skip\w*|ignored?|disabled|xfail|Skip\b.*=|Ignore|Disabled)\b")
"""In what marks a test that doesn't run, or not everywhere."""
_NEVER_RUN = re.compile(
    r"(?:\w+(?:\.|::))*(?:skip|skipped|ignored?|disabled|Ignore|Disabled)(?:\(|\s*=|$)|.*\bSkip\s*="
)
"""What marks a test that runs nowhere unless somebody asks for it."""
_CONDITION = re.compile(
    r"cfg\((?!test\)|not\(test\))|cfg_attr\(.*\bignore\b|(?:\w+\.)*(?:skipif|skipIf|skipUnless)\("
    r"|(?:Enabled|Disabled)(?:On|If|For)\w*\("
)
"""What marks a test that runs somewhere, and not elsewhere."""


class RunOfTests(NamedTuple):
    """Command lines, from the top of the repository, and the file and line that prove them."""

    everything: str
    file: str
    case: str
    """Runs the first case of the file; empty where it has none that a command can name."""
    path: str
    line: int = 0
    """0 where the file as a whole shows it."""
    takes_folder: bool = False
    """Whether the command for everything runs what lies in a folder that is put behind it."""
    before: str = ""
    """What has to be built before, as a task of the same file has it; empty where none says so."""
    before_line: int = 0
    package: str = ""
    """The package of a workspace whose tests these are, where the commands have to name it."""

    @property
    def folder(self) -> str:
        """Path of the folder in which the commands run."""
        words = shlex.split(self.file)
        return words[1] if words[0] == "cd" else ""

    def names(self, path: str) -> bool:
        """Whether the command for a file of tests names it; some runners know packages only."""
        return name_of(path).partition(".")[0] in self.file


def mark_of(symbol: Symbol) -> str:
    """Return the mark by which a test is never run, as written; empty where a statement says so."""
    return next((each for each in symbol.decorators if _NEVER_RUN.match(each)), "")


def condition_of(symbol: Symbol) -> str:
    """Return the mark by which a test runs under a condition; empty without one."""
    return next((each for each in symbol.decorators if _CONDITION.match(each)), "")


def is_never_run(symbol: Symbol) -> bool:
    """Tell whether a test is marked as left out wherever tests are run."""
    return any(map(_NEVER_RUN.match, (*symbol.decorators, *symbol.labels)))


def runs_a_case(outline: FileOutline) -> bool:
    """Tell whether a file has a test case that is not left out wherever tests are run."""
    left_out = {symbol.name for symbol in outline.symbols if is_never_run(symbol)}
    return any(case not in left_out for case in outline.tests)


def cases_to_run(outline: FileOutline) -> Sequence[str]:
    """Return the test cases of a file, those that are marked as left out behind all others."""
    left_out = {
        symbol.name
        for symbol in outline.symbols
        if any(map(_LEFT_OUT.search, (*symbol.decorators, *symbol.labels)))
    }

    def is_left_out(case: str) -> bool:
        return any(case == name or case.startswith(f"{name}.") for name in left_out)

    return sorted(outline.tests, key=is_left_out) if left_out else outline.tests


@dataclass(frozen=True)
class TestedRepository:
    """What a language may look at to tell how a test is run.

    Attributes:
        outlines: Path of every file → its outline.
        files_in: Returns the paths of the files directly in a folder.
    """

    __test__ = False
    outlines: Mapping[str, FileOutline]
    files_in: Callable[[str], Sequence[str]]

    def nearest(self, path: str, names: Iterable[str]) -> str:
        """Return the file of one of some names in the innermost folder around a file."""
        names = tuple(names)
        for folder in ancestors(path):
            for name in names:
                if (found := prefix_of(folder) + name) in self.outlines:
                    return found
        return ""


RunFinder = Callable[[TestedRepository, str], RunOfTests | None]
"""Takes the repository and the path of a test; `None` where nothing shows how it is run."""


def from_folder(folder: str, command: str) -> str:
    """Return a command that runs in a folder as one that runs at the top of the repository."""
    return f"cd {shlex.quote(folder)} && {command}" if folder else command


def relative_to(folder: str, path: str) -> str:
    """Return a path below a folder as it is named there, fit for a shell."""
    return shlex.quote(path.removeprefix(prefix_of(folder)))


def run_in(evidence: str, everything: str, file: str, case: str) -> RunOfTests:
    """Return commands that run in the folder of the file that proves them."""
    folder = folder_of(evidence)
    return RunOfTests(
        from_folder(folder, everything),
        from_folder(folder, file),
        from_folder(folder, case) if case else "",
        evidence,
    )
