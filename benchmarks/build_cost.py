"""The cost of a whole build for each MB of a language, beside Python files of the same sizes.

Usage: `python benchmarks/build_cost.py FOLDER... [--files 300]`. Two pages of a small file cost
more than its bytes, in every language, so that each file is paired with the Python file that is
nearest to it in size. Processor time of cold builds with `jobs: 1`, less that of a build of one
empty file.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

from mkdocs_repodoc.sources.file_types import HEAD, classify

PYTHON = "python"
LEAST = 20
"""Files of a language below which its figure says little."""
LARGEST = 1_000_000
"""Bytes; above them a page shows the first part of a file only."""

Sized = tuple[int, Path]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--files", type=int, default=300, help="at most so many of a language")
    arguments = parser.parse_args()
    found = files_by_language(arguments.folders)
    python = found.pop(PYTHON)
    base = seconds_for([])
    print(f"An empty build takes {base:.2f} s of processor time.")
    for language, files in sorted(found.items()):
        if len(files) >= LEAST:
            chosen = files[:: max(1, len(files) // arguments.files)][: arguments.files]
            measure(language, *paired(chosen, python), base)


def files_by_language(folders: Sequence[Path]) -> dict[str, list[Sized]]:
    """Return the text files below some folders with their sizes, sorted by path."""
    found: dict[str, list[Sized]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and ".git" not in path.parts:
                with path.open("rb") as stream:
                    kind, language = classify(path.name, stream.read(HEAD))
                size = path.stat().st_size
                if kind == "text" and 0 < size < LARGEST:
                    found.setdefault(language, []).append((size, path))
    return found


def paired(files: Sequence[Sized], python: Sequence[Sized]) -> tuple[list[Sized], list[Sized]]:
    """Return files that have a partner of about their size, and the partners, each used once."""
    free = sorted(python)
    ours, partners = [], []
    for size, path in sorted(files, reverse=True):
        place = min(bisect_left(free, (size, path)), len(free) - 1)
        if free and 0.8 * size <= free[place][0] <= 1.25 * size:
            ours.append((size, path))
            partners.append(free.pop(place))
    return ours, partners


def measure(language: str, files: Sequence[Sized], partners: Sequence[Sized], base: float) -> None:
    """Print one language's line, unless too few of its files have a partner."""
    if len(files) < LEAST:
        return
    megabytes, others = (sum(size for size, _ in each) / 1e6 for each in (files, partners))
    own = (seconds_for([path for _, path in files]) - base) / megabytes
    python = (seconds_for([path for _, path in partners]) - base) / others
    print(
        f"{language:18} {len(files):5} files {megabytes:7.2f} MB {own:7.2f} s/MB, "
        f"Python {python:7.2f} s/MB, ratio {own / python:5.2f}",
        flush=True,
    )


def seconds_for(paths: Sequence[Path]) -> float:
    """Return the processor time of a cold build of some files, which keep their folders."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        repository = project / "repository"
        repository.mkdir()
        (repository / "empty.txt").touch()
        for path in paths:
            copy = repository.joinpath(*path.absolute().parts[-4:])
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        (project / "docs").mkdir()
        (project / "docs" / "index.md").write_text("# Home\n")
        plugin = {"repodoc": {"root": str(repository), "jobs": 1}}
        config = {
            "site_name": "Cost",
            "theme": {"name": "material", "font": False},
            "plugins": ["search", plugin],
        }
        (project / "mkdocs.yml").write_text(json.dumps(config))
        before = _children()
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=project, check=True, stderr=subprocess.DEVNULL)
        return _children() - before


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
