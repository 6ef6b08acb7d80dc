"""Change modules in one place at a time, and print how many changes their tests notice.

Without names of modules, a random sample of them is taken, the same for each seed. All work is done
in a copy of the project, `artefacts/mutants/`, where `mutmut show NAME` shows a change.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).parents[1]
ROOMS = {
    "mkdocs_repodoc/linking": "tests/linking",
    "mkdocs_repodoc/languages/python/resolution": "tests/languages/python/resolution",
}
"""Where the claims of precision rest, and the tests that should hold them."""
NOTICED = ("killed", "timeout", "caught by type check", "segfault")


def modules(project: Path) -> list[str]:
    """Return the modules of all rooms, sorted."""
    found = (path for room in ROOMS for path in (project / room).rglob("*.py"))
    return sorted(path.relative_to(project).as_posix() for path in found if path.stem != "__init__")


def configured(pyproject: str, chosen: list[str]) -> str:
    """Return the project's configuration with modules to be changed, and the tests of all rooms.

    What links are made by the names of a language is tested in either room.
    """
    for option, values in (
        ("only_mutate", chosen),
        ("pytest_add_cli_args_test_selection", sorted(ROOMS.values())),
    ):
        written = ", ".join(f'"{value}"' for value in values)
        pyproject = re.sub(rf"(?m)^{option} = .*$", f"{option} = [{written}]", pyproject)
    return pyproject


def copied(project: Path, copy: Path) -> None:
    """Make a copy of the files that git knows or would know."""
    shutil.rmtree(copy, ignore_errors=True)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True)
    for name in listed.stdout.rstrip("\0").split("\0"):
        if (source := project / name).is_file():
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target, follow_symlinks=False)


def tally(results: str) -> tuple[dict[str, Counter[str]], list[str]]:
    """Return how many changes of each module had which fate, and the changes that nobody noticed.

    Args:
        results: What `mutmut results --all true` prints: a name and a fate on each line.
    """
    fates: dict[str, Counter[str]] = {}
    unnoticed = []
    for line in results.splitlines():
        name, _, fate = line.strip().partition(": ")
        if not (fate and "__mutmut_" in name) or fate == "not checked":
            continue
        module = name.rpartition("__mutmut_")[0].rpartition(".")[0]
        fates.setdefault(module, Counter())[fate] += 1
        if fate not in NOTICED:
            unnoticed.append(f"{name}: {fate}")
    return fates, unnoticed


def main() -> None:
    """Change what the arguments name, or a sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="paths of modules; without any, a sample")
    parser.add_argument("--sample", type=int, default=4, help="how many modules")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    given = parser.parse_args()
    known = modules(PROJECT)
    chosen = given.modules or sorted(random.Random(given.seed).sample(known, given.sample))  # noqa: S311  # no secret
    copy = PROJECT / "artefacts" / "mutants"
    copied(PROJECT, copy)
    configuration = copy / "pyproject.toml"
    configuration.write_text(configured(configuration.read_text("utf-8"), chosen), "utf-8")
    mutmut = [sys.executable, "-m", "mutmut"]
    subprocess.run([*mutmut, "run"], cwd=copy, check=True)
    results = [*mutmut, "results", "--all", "true"]
    told = subprocess.run(results, cwd=copy, check=True, capture_output=True, text=True)
    fates, unnoticed = tally(told.stdout)
    print("\n".join(unnoticed))  # noqa: T201  # its output
    for module, counts in sorted(fates.items()):
        noticed = sum(counts[fate] for fate in NOTICED)
        print(f"{module}: {noticed} of {counts.total()} changes noticed")  # noqa: T201  # likewise


if __name__ == "__main__":
    main()
