"""The preview under load: many readers while files are edited, added, deleted and committed.

    python -m benchmarks.preview_load [SECONDS]

Sixteen clients ask for pages of a made-up repository; meanwhile it changes every second and a half,
and now and then mkdocs.yml is broken and mended. Each answer must be the page, or say that there is
none of a file that is gone.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from benchmarks.preview import served, wait_for

CLIENTS = 16
MODULES = 60
PAUSE = 1.5
"""Seconds between two changes."""
CHANGES = ("break", "edit", "edit", "edit", "add", "delete and commit")
"""What is done to the repository, in turn; an edit comes first."""
CONFIG = "site_name: Load\ntheme: {name: material, font: false}\nplugins: [search, repodoc]\n"
BROKEN = "site_name: Load\nplugins: [repodoc: {uri: 5}]\n"


@dataclass
class Answers:
    """What the clients were answered.

    Attributes:
        seconds: How long each answer took.
        wrong: What was no right answer, and how often.
    """

    seconds: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)


def ask(base: str, name: str, answers: Answers) -> None:
    """Ask for the page of a module that exists, and note what came."""
    start = time.perf_counter()
    try:
        with urlopen(f"{base}repo/shop/{name}.py_docs/", timeout=60) as answer:  # noqa: S310 - this machine's own
            page = answer.read().decode()
        if f"Module {name}." not in page:
            answers.wrong["another page"] += 1
    except HTTPError as error:
        answers.wrong[f"status {error.code}"] += 1
    except (URLError, OSError, HTTPException) as error:
        answers.wrong[type(error).__name__] += 1
    answers.seconds.append(time.perf_counter() - start)


def read(base: str, end: float, seed: int, answers: Answers) -> None:
    """Be one client until the end."""
    chosen = random.Random(seed)  # noqa: S311 - a sample
    while time.perf_counter() < end:
        ask(base, f"m{chosen.randrange(MODULES)}", answers)


def module(number: int, edit: int) -> str:
    """Return the text of a module."""
    return f'"""Module m{number}. Edit {edit}."""\n\n\ndef f{number}():\n    return {edit}\n'


def change(root: Path, end: float) -> int:
    """Edit, add, delete, commit and break in turn until the end; return how often."""
    edit = 0
    while time.perf_counter() < end:
        edit += 1
        match CHANGES[edit % len(CHANGES)]:
            case "edit":
                (root / f"shop/m{edit % MODULES}.py").write_text(module(edit % MODULES, edit))
            case "add":
                (root / f"shop/added{edit}.py").write_text(module(MODULES + edit, edit))
                git(root, "add", "-A")
            case "delete and commit":
                for added in root.glob("shop/added*.py"):
                    added.unlink()
                git(root, "commit", "-q", "-a", "-m", "Change")
            case "break":
                (root / "mkdocs.yml").write_text(BROKEN)
                time.sleep(PAUSE)
                (root / "mkdocs.yml").write_text(CONFIG)
        time.sleep(PAUSE)
    return edit


def git(root: Path, *arguments: str) -> None:
    """Run git as somebody."""
    name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)


def resident(pid: int) -> float:
    """Return the megabytes of memory that a process has for itself and shares."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


@contextmanager
def repository() -> Iterator[Path]:
    """Make a repository of `MODULES` modules for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "shop").mkdir()
        (root / "docs/index.md").write_text("# Home\n")
        (root / "mkdocs.yml").write_text(CONFIG)
        (root / ".gitignore").write_text(".cache/\nsite/\n")
        for number in range(MODULES):
            (root / f"shop/m{number}.py").write_text(module(number, 0))
        git(root, "init", "-q")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "Begin")
        yield root


def main(arguments: Sequence[str]) -> int:
    """Run the load and print what came of it; return whether an answer was wrong."""
    seconds = float(arguments[0]) if arguments else 60.0
    answers = Answers()
    with repository() as root, served(root) as (base, process, _):
        wait_for(f"{base}repo/", lambda _: True)
        before = resident(process.pid)
        end = time.perf_counter() + seconds
        clients = [
            threading.Thread(target=read, args=(base, end, seed, answers))
            for seed in range(CLIENTS)
        ]
        for client in clients:
            client.start()
        changes = change(root, end)
        for client in clients:
            client.join()
        after = resident(process.pid)
    centiles = statistics.quantiles(answers.seconds, n=20)
    print(f"{len(answers.seconds):,} answers to {CLIENTS} clients during {changes} changes")
    print(f"median {statistics.median(answers.seconds):.2f} s, 95th {centiles[-1]:.2f} s")
    print(f"memory {before:.0f} MB before, {after:.0f} MB after")
    print(f"wrong: {dict(answers.wrong) or 'none'}")
    return bool(answers.wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
