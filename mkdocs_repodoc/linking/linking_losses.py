"""The losses of linking: what could not be worked out costs what it is about, and nothing else.

The rules of languages run here over whatever a repository holds. Work on one file that fails, or
takes too much, costs that file's links. Work on all files together is tried without the file that
makes it fail; what can't be put down to one is left out for all, and said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

import msgspec

from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import OutlinedFiles, RepoFile
from mkdocs_repodoc.processes.attempts import (
    NoResult,
    attempt,
    attempt_each,
    attempt_without_culprits,
    contained,
)
from mkdocs_repodoc.processes.limits import NO_LIMITS, Limits

Result = TypeVar("Result")


class LinkingLosses:
    """Does the work of linking, and notes what could not be done.

    Args:
        limits: What work on one file, or one piece of work on all, may take.
        keys: Path of a file → key of its record.
        previous: What the last build has lost: over files that are as they were it is not tried
            again.

    Attributes:
        files: Path of a file that is left out from then on → why.
        unresolved: Path of a file whose names could not be looked up, which has all else → why.
        parts: What could not be worked out for the repository as a whole → why.
        late: The same of what was asked for when all was linked.
    """

    def __init__(
        self,
        limits: Limits = NO_LIMITS,
        keys: Mapping[str, str] | None = None,
        previous: LinkingLosses | None = None,
    ) -> None:
        self._limits = limits
        self._keys = keys or {}
        self.files: dict[str, Diagnostic] = previous.still(self._keys) if previous else {}
        self.unresolved: Mapping[str, Diagnostic] = {}
        self.parts: dict[str, Diagnostic] = {}
        self.late: dict[str, NoResult] = {}

    def still(self, keys: Mapping[str, str]) -> dict[str, Diagnostic]:
        """Return the files that were left out here and are as they were, by their keys of now."""
        return {
            path: problem
            for path, problem in self.files.items()
            if path in keys and self._keys.get(path) == keys[path]
        }

    def of_files(
        self,
        paths: Iterable[str],
        work: Callable[[str], Result],
        nothing: Callable[[str], Result],
        said: str,
    ) -> dict[str, Result]:
        """Return the result of some work on each file.

        Args:
            paths: The files.
            work: Returns the result for a path.
            nothing: Returns what stands for it where there is none.
            said: What is told of a file then, without the reason.
        """
        wanted = list(paths)
        asked = [path for path in wanted if path not in self.files]
        found = dict(zip(asked, attempt_each(asked, work, self._limits), strict=True))
        results: dict[str, Result] = {}
        for path in wanted:
            outcome = found.get(path)
            if isinstance(outcome, NoResult):
                self._lose(path, said, outcome)
            results[path] = (
                nothing(path) if outcome is None or isinstance(outcome, NoResult) else outcome
            )
        return results

    def of_all(self, part: str, work: Callable[[], Result], nothing: Result) -> Result:
        """Return the result of work on all files.

        Args:
            part: What is worked out, as a message has it.
            work: Returns it.
            nothing: What stands for it if there is none.
        """
        outcome = attempt(work, self._limits)
        if isinstance(outcome, NoResult):
            self._leave_out(part, outcome)
            return nothing
        return outcome

    def of_all_late(self, part: str, work: Callable[[], Result], nothing: Result) -> Result:
        """Return the result of work on all files that is done when somebody asks for it.

        Args:
            part: What is worked out, as a message has it.
            work: Returns it.
            nothing: What stands for it if there is none.
        """
        return self._late(part, attempt(work, self._limits), nothing)

    def of_file_late(self, part: str, work: Callable[[], Result], nothing: Result) -> Result:
        """Return the same of one file, by whose record the work is bounded."""
        return self._late(part, contained(work), nothing)

    def _late(self, part: str, outcome: Result | NoResult, nothing: Result) -> Result:
        if isinstance(outcome, NoResult):
            self.late[part] = outcome
            return nothing
        return outcome

    def of_sound(
        self, files: OutlinedFiles, work: Callable[[OutlinedFiles], Result], part: str, said: str
    ) -> Result | None:
        """Return the result of work on all files but those with which it fails.

        Args:
            files: The files with their outlines.
            work: Returns the result for some of them.
            part: What is worked out, as a message has it.
            said: What is told of a file with which that fails, without the reason.

        Returns:
            The result; `None` if it can't be put down to a few files that it fails.
        """
        sound: Sequence[tuple[SourceFile, FileOutline]] = [
            (source, outline) for source, outline in files if source.path not in self.files
        ]
        outcome, culprits = attempt_without_culprits(sound, work, self._limits)
        if isinstance(outcome, NoResult):
            self._leave_out(part, outcome)
            return None
        for (source, _), failure in culprits:
            self._lose(source.path, said, failure)
        return outcome

    def told_by(self, files: Mapping[str, RepoFile]) -> dict[str, RepoFile]:
        """Return files of which those in here say so, and are not what they are without it."""
        told = dict(files)
        for path in sorted(self.files.keys() | self.unresolved.keys()):
            own = [each[path] for each in (self.unresolved, self.files) if path in each]
            outline = msgspec.structs.replace(
                files[path].outline, diagnostics=(*files[path].outline.diagnostics, *own)
            )
            said = sha256("\0".join(each.message for each in own).encode()).hexdigest()
            told[path] = replace(files[path], outline=outline, key=f"{files[path].key} {said}")
        return told

    def _lose(self, path: str, said: str, failure: NoResult) -> None:
        message = f"{said}: {failure.reason}."
        self.files[path] = Diagnostic("error", path, 0, message, failure.traceback)

    def _leave_out(self, part: str, failure: NoResult) -> None:
        message = f"No page shows {part}, which could not be worked out: {failure.reason}."
        self.parts[part] = Diagnostic("error", "", 0, message, failure.traceback)
