"""Change the code in one place at a time, and print how many changes its tests notice.

With names of modules, all changes of these are tried. Without any, a random sample of the changes
of all modules is, the same for each seed. All work is done in a copy of the project,
`artefacts/mutants/`, where `mutmut show NAME` shows a change.
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
ROOMS = ("mkdocs_repodoc/linking", "mkdocs_repodoc/languages/python/resolution")
"""Where the claims of precision rest."""
TESTS = (
    "tests/languages/python/resolution",
    "tests/languages/python/test_references.py",
    "tests/languages/python/test_value_types.py",
    "tests/linking",
)
"""What should hold them. Links are made by names, so that tests of either room hold the other."""
NOTICED = ("killed", "timeout", "caught by type check", "segfault")


def modules(project: Path) -> list[str]:
    """Return the modules of all rooms, sorted."""
    found = (path for room in ROOMS for path in (project / room).rglob("*.py"))
    return sorted(path.relative_to(project).as_posix() for path in found if path.stem != "__init__")


def configured(pyproject: str, chosen: list[str]) -> str:
    """Return the project's configuration with modules to be changed, and the tests to be run."""
    for option, values in (
        ("only_mutate", chosen),
        ("pytest_add_cli_args_test_selection", TESTS),
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


def fates_of(results: str) -> dict[str, str]:
    """Return the fate of each change.

    Args:
        results: What `mutmut results --all true` prints: a name and a fate on each line.
    """
    parted = (line.strip().partition(": ") for line in results.splitlines())
    return {name: fate for name, _, fate in parted if fate and "__mutmut_" in name}


def tally(fates: dict[str, str]) -> list[str]:
    """Return a line for each change that nobody noticed, one for each module, and the sum."""
    by_module: dict[str, Counter[str]] = {}
    for name, fate in fates.items():
        module = name.rpartition("__mutmut_")[0].rpartition(".")[0]
        by_module.setdefault(module, Counter())[fate] += 1
    unnoticed = [f"{name}: {fate}" for name, fate in fates.items() if fate not in NOTICED]
    counts = {**dict(sorted(by_module.items())), "All": Counter(fates.values())}
    return [*unnoticed, *(f"{module}: {_noticed(count)}" for module, count in counts.items())]


def _noticed(counts: Counter[str]) -> str:
    noticed = sum(counts[fate] for fate in NOTICED)
    return f"{noticed} of {counts.total()} changes noticed"


def _mutmut(copy: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=copy, check=True)


def _fates(copy: Path) -> dict[str, str]:
    command = [sys.executable, "-m", "mutmut", "results", "--all", "true"]
    told = subprocess.run(command, cwd=copy, check=True, capture_output=True, text=True)
    return fates_of(told.stdout)


def _sampled(copy: Path, first: str, size: int, seed: int) -> list[str]:
    """Try a random sample of all changes; return their names.

    Names are known once a run has begun, which the changes of one module are for.
    """
    _mutmut(copy, "run", first.removesuffix(".py").replace("/", ".") + ".*__mutmut_1")
    known = sorted(_fates(copy))
    sample = random.Random(seed).sample(known, min(size, len(known)))  # noqa: S311  # no secret
    _mutmut(copy, "run", *sample)
    return sample


def main() -> None:
    """Change what the arguments name, or a sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="paths of modules; without any, a sample of all")
    parser.add_argument("--sample", type=int, default=200, help="how many changes")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    given = parser.parse_args()
    chosen = given.modules or modules(PROJECT)
    copy = PROJECT / "artefacts" / "mutants"
    copied(PROJECT, copy)
    configuration = copy / "pyproject.toml"
    configuration.write_text(configured(configuration.read_text("utf-8"), chosen), "utf-8")
    if given.modules:
        _mutmut(copy, "run")
        fates = _fates(copy)
    else:
        sample = _sampled(copy, chosen[0], given.sample, given.seed)
        all_fates = _fates(copy)
        fates = {name: all_fates[name] for name in sorted(sample)}
    print("\n".join(tally(fates)))  # noqa: T201  # its output


if __name__ == "__main__":
    main()
