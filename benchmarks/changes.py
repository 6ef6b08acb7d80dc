"""The cost of a build after each kind of change to a repository.

Usage: `python -m benchmarks.changes REPOSITORY [--only EDIT...] [--jobs N] [--verify]`. The
repository is cloned; the clone is changed, built, and changed back by a build that does not count.
Processor time is that of all processes of a build. U is the time that `ast.parse` takes for all
Python files. With `--verify`, each site is compared with one that is made from nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Run, run, yardstick

_IDENTITY = ("-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org")
_DEFINITION = re.compile(r"^( +)(return .+)$", re.MULTILINE)
_DATED = {"sitemap.xml", "sitemap.xml.gz"}
"""Files that MkDocs writes the date of the build into."""


@dataclass(frozen=True)
class Clone:
    """A repository to change, and the site that is made of it.

    Attributes:
        folder: Holds both, and the cache.
        jobs: Processes that make pages.
    """

    folder: Path
    jobs: int

    @property
    def root(self) -> Path:
        """The repository."""
        return self.folder / "repository"

    @property
    def files(self) -> list[Path]:
        """All Python files, sorted."""
        return sorted(path for path in self.root.rglob("*.py") if path.is_file())

    @property
    def subject(self) -> Path:
        """The file that is changed: of the middle size among those that say what they are."""
        described = [file for file in self.files if file.read_text().startswith('"""')]
        candidates = [file for file in described if _DEFINITION.search(file.read_text())]
        return sorted(candidates, key=lambda file: (file.stat().st_size, file))[
            len(candidates) // 2
        ]

    def git(self, *arguments: str) -> None:
        """Run git in the repository."""
        subprocess.run(["git", *_IDENTITY, *arguments], cwd=self.root, check=True)

    def configure(self) -> None:
        """Write the configuration of the site."""
        (self.folder / "docs").mkdir()
        (self.folder / "docs" / "index.md").write_text("# Home\n")
        plugin = {"root": str(self.root), "jobs": self.jobs}
        config = {
            "site_name": "Changes",
            "repo_url": "https://github.com/example/example",
            "theme": {"name": "material", "font": False},
            "plugins": ["search", {"repodoc": plugin}],
        }
        (self.folder / "mkdocs.yml").write_text(json.dumps(config))

    def build(self, site: str = "site") -> Run:
        """Build the site."""
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site]
        return run(command, self.folder)

    def contents(self, site: str = "site") -> dict[str, bytes]:
        """Return the files of the site."""
        folder = self.folder / site
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file() and file.name not in _DATED
        }

    def contents_anew(self) -> dict[str, bytes]:
        """Return the files of the site as a build makes them that finds nothing kept."""
        cache, aside = self.folder / ".cache", self.folder / ".cache-aside"
        cache.rename(aside)
        self.build("anew")
        shutil.rmtree(cache)
        aside.rename(cache)
        return self.contents("anew")


def _nothing(_: Clone) -> None:
    pass


def _edit_body(clone: Clone) -> None:
    text = clone.subject.read_text()
    clone.subject.write_text(_DEFINITION.sub(r"\1_ = None\n\1\2", text, count=1))


def _edit_summary(clone: Clone) -> None:
    text = clone.subject.read_text()
    clone.subject.write_text(text.replace('"""', '"""Once more: ', 1))


def _add_function(clone: Clone) -> None:
    with clone.subject.open("a") as stream:
        stream.write("\n\ndef added_for_the_benchmark():\n    return 1\n")


def _commit(clone: Clone) -> None:
    clone.git("commit", "--quiet", "--allow-empty", "-m", "A commit")


def _add(clone: Clone) -> None:
    (clone.subject.parent / "added_for_the_benchmark.py").write_text("ADDED = 1\n")
    clone.git("add", "--all")


def _remove(clone: Clone) -> None:
    clone.git("rm", "--quiet", "-f", str(clone.subject))


def _rename(clone: Clone) -> None:
    renamed = clone.subject.with_name("renamed_for_the_benchmark.py")
    clone.git("mv", str(clone.subject), str(renamed))


EDITS: dict[str, Callable[[Clone], None]] = {
    "nothing changed": _nothing,
    "a function's body": _edit_body,
    "a summary": _edit_summary,
    "a function added": _add_function,
    "a commit": _commit,
    "a file added": _add,
    "a file removed": _remove,
    "a file renamed": _rename,
}


def main() -> int:
    """Measure and print; return 1 if a site differs from one that is made from nothing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--only", nargs="+", choices=EDITS, default=list(EDITS), metavar="EDIT")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--verify", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        clone = Clone(Path(name), arguments.jobs)
        source = str(arguments.repository.absolute())
        subprocess.run(["git", "clone", "--quiet", source, str(clone.root)], check=True)
        clone.configure()
        unit = yardstick(clone.files)
        print(f"Python {sys.version.split()[0]}; U is {unit:.2f} s of {len(clone.files):,} files\n")
        print("| build after | wall | in U | processor | in U | files that differ |")
        print("|---|---:|---:|---:|---:|---:|")
        _row("nothing", clone.build(), unit, len(clone.contents()))
        return max(_measure(clone, edit, unit, arguments.verify) for edit in arguments.only)


def _measure(clone: Clone, edit: str, unit: float, verify: bool) -> int:
    before = clone.contents()
    EDITS[edit](clone)
    cost = clone.build()
    after = clone.contents()
    changed = {path for path in before.keys() | after if before.get(path) != after.get(path)}
    _row(edit, cost, unit, len(changed))
    wrong = verify and after != clone.contents_anew()
    if wrong:
        print(f"{edit}: the site differs from one that is made from nothing")
    clone.git("reset", "--quiet", "--hard", "origin/HEAD")
    clone.git("clean", "--quiet", "-d", "--force")
    clone.build()
    return int(wrong)


def _row(name: str, cost: Run, unit: float, files: int) -> None:
    wall, processor = cost.seconds, cost.processor_seconds
    print(
        f"| {name} | {wall:.2f} s | {wall / unit:.2f} | {processor:.2f} s "
        f"| {processor / unit:.2f} | {files:,} |",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
