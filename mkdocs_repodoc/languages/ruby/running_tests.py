"""Running tests with RSpec, or with Minitest where a test says that it is one."""

from __future__ import annotations

import re
import shlex
from posixpath import normpath

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    from_folder,
    relative_to,
)
from mkdocs_repodoc.paths import folder_of, prefix_of

_RSPEC = (".rspec", "spec/spec_helper.rb")
_STARTS = "minitest/autorun"
_METHOD = re.compile(r"#(test_\w+)$")


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run; with the gems of the nearest `Gemfile` where there is one."""
    gems = repository.nearest(path, ("Gemfile",))
    bundled = "bundle exec " if gems else ""
    if path.endswith("_spec.rb") and (evidence := repository.nearest(path, _RSPEC)):
        folder = folder_of(evidence).removesuffix("spec").rstrip("/")
        file = f"{bundled}rspec {relative_to(folder, path)}"
        cases = repository.outlines[path].tests
        title = cases[0].replace(" > ", " ") if cases else ""
        case = f"{file} -e {shlex.quote(title)}" if title else ""
        return _in(folder, f"{bundled}rspec", file, case, evidence)
    outline = repository.outlines[path]
    line = _starting_line(repository, path)
    helper = repository.nearest(path, ("test_helper.rb", "test/test_helper.rb"))
    started_by = path if line else _required_start(repository, path)
    if not started_by and not helper:
        return None
    folder = folder_of(gems) if gems else ""
    load = f"-I{shlex.quote(folder_of(helper).removeprefix(prefix_of(folder)))} " if helper else ""
    file = f"{bundled}ruby {load}{relative_to(folder, path)}"
    names = (_METHOD.search(symbol.name) for symbol in outline.symbols)
    name = next((match[1] for match in names if match), "")
    case = f"{file} -n {name}" if name else ""
    return _in(folder, "", file, case, started_by or helper, line)


def _starting_line(repository: TestedRepository, path: str) -> int:
    """Return the line of a file that has its tests run when it ends; 0 if none does."""
    imports = repository.outlines[path].imports
    return next((each.line for each in imports if each.module == _STARTS), 0)


def _required_start(repository: TestedRepository, path: str) -> str:
    """Return the file with such a line among those that a file requires by their paths."""
    waiting, seen = [path], {path}
    for each in waiting:
        for item in repository.outlines[each].imports:
            named = normpath(f"{prefix_of(folder_of(each))}{item.module}")
            found = named if named.endswith(".rb") else f"{named}.rb"
            if item.level and found in repository.outlines and found not in seen:
                if _starting_line(repository, found):
                    return found
                waiting.append(found)
                seen.add(found)
    return ""


def _in(  # noqa: PLR0917 - what makes up a run
    folder: str, everything: str, file: str, case: str, evidence: str, line: int = 0
) -> RunOfTests:
    return RunOfTests(
        from_folder(folder, everything) if everything else "",
        from_folder(folder, file),
        from_folder(folder, case) if case else "",
        evidence,
        line,
    )
