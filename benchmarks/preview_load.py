"""A preview under load: many readers while files are edited, added, deleted and committed.

    python -m benchmarks.preview_load mkdocs|static [REQUESTS]

Sixteen clients ask for pages of a made-up repository, its index, its book and the data of the
palette: first while nothing changes, then while something does every second and a half, and now
and then no build succeeds. Each answer must be the page, at least as new as the client has seen it
before, or say that the file has changed since it was analysed. Printed are how long answers took,
processor seconds of the server for an answer while nothing changes and for a change, and its
memory. Where other programs need the processors too, only the processor seconds tell much.
"""

from __future__ import annotations

import random
import re
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
from os import getloadavg
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from benchmarks.preview import processor_seconds, served, serving, wait_for

CLIENTS = 16
REQUESTS = 10_000
MODULES = 60
OTHER_SHARE = 0.1
"""Share of requests that are for something else than the page of a file."""
PAUSE = 1.5
"""Seconds between two changes."""
CHANGES = ("break", "edit", "edit", "edit", "add", "delete and commit")
"""What is done to the repository, in turn; an edit comes first."""
CONFIG = "site_name: Load\ntheme: {name: material, font: false}\nplugins: [search, repodoc]\n"
BROKEN = {
    "mkdocs": ("mkdocs.yml", CONFIG, "site_name: Load\nplugins: [repodoc: {uri: 5}]\n"),
    "static": ("shop/key.py", "", "KEY = 'AKIA" + "Q7RZ5T2WX3YB4CDE'\n"),
}
"""Host → a file, and contents of it with which a build succeeds, and fails."""
OTHERS = ("repo/", "repo/comprehensive_book/", "assets/repodoc/data/find.js")
CHANGED = "has changed since it was analysed"


@dataclass
class Answers:
    """What the clients were answered.

    Attributes:
        most: How many answers are wanted.
        seconds: How long each answer took.
        wrong: What was no right answer, and how often.
        changed: How many pages said that their file has changed.
    """

    most: int
    seconds: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    changed: int = 0


class Client:
    """One reader.

    Args:
        base: Address of the preview.
        seed: Decides what it asks for.
    """

    def __init__(self, base: str, seed: int) -> None:
        self._base = base
        self._chosen = random.Random(seed)  # noqa: S311 - a sample
        self._seen: dict[str, int] = {}

    def read(self, answers: Answers) -> None:
        """Ask until there are enough answers."""
        while len(answers.seconds) < answers.most:
            start = time.perf_counter()
            if self._chosen.random() < OTHER_SHARE:
                self._ask(self._chosen.choice(OTHERS), "", answers)
            else:
                name = f"m{self._chosen.randrange(MODULES)}"
                self._ask(f"repo/shop/{name}.py_docs/", name, answers)
            answers.seconds.append(time.perf_counter() - start)

    def _ask(self, path: str, name: str, answers: Answers) -> None:
        try:
            with urlopen(self._base + path, timeout=60) as answer:  # noqa: S310 - this machine's own
                content = answer.read().decode()
        except HTTPError as error:
            answers.wrong[f"status {error.code} of {path}"] += 1
        except (URLError, OSError, HTTPException) as error:
            answers.wrong[type(error).__name__] += 1
        else:
            if name:
                self._judge(content, name, answers)

    def _judge(self, content: str, name: str, answers: Answers) -> None:
        shown = re.search(rf"Module {name}\. Edit (\d+)\.", content)
        if shown is None and CHANGED in content:
            answers.changed += 1
        elif shown is None or int(shown[1]) < self._seen.get(name, 0):
            answers.wrong["another page" if shown is None else "an older page"] += 1
        else:
            self._seen[name] = int(shown[1])


def module(number: int, edit: int) -> str:
    """Return the text of a module."""
    return f'"""Module m{number}. Edit {edit}."""\n\n\ndef f{number}():\n    return {edit}\n'


def change(root: Path, host: str, answers: Answers) -> int:
    """Edit, add, delete, commit and break in turn while there are clients; return how often."""
    edit = 0
    while len(answers.seconds) < answers.most:
        edit += 1
        match CHANGES[edit % len(CHANGES)]:
            case "edit":
                _write(root / f"shop/m{edit % MODULES}.py", module(edit % MODULES, edit))
            case "add":
                _write(root / f"shop/added{edit}.py", module(MODULES + edit, edit))
                git(root, "add", "-A")
            case "delete and commit":
                for added in root.glob("shop/added*.py"):
                    added.unlink()
                git(root, "commit", "-q", "-a", "-m", "Change")
            case "break":
                name, good, bad = BROKEN[host]
                _write(root / name, bad)
                time.sleep(PAUSE)
                _write(root / name, good)
        time.sleep(PAUSE)
    return edit


def _write(file: Path, content: str) -> None:
    """Write a file at once, as editors do: what is written in steps may be seen in between."""
    draft = file.parents[1] / "draft.new"
    draft.write_text(content)
    draft.replace(file)


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
def repository(host: str) -> Iterator[Path]:
    """Make a repository of `MODULES` modules for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "load")
        (root / "docs").mkdir(parents=True)
        (root / "shop").mkdir()
        (root / "docs/index.md").write_text("# Home\n")
        if host == "mkdocs":
            (root / "mkdocs.yml").write_text(CONFIG)
        else:
            (root / "repodoc.toml").write_text('secrets = "fail"\n')
            (root / "shop/key.py").write_text("")
        (root / ".gitignore").write_text(".cache/\nsite/\n*.new\n")
        for number in range(MODULES):
            (root / f"shop/m{number}.py").write_text(module(number, 0))
        git(root, "init", "-q")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "Begin")
        yield root


@contextmanager
def reading(base: str, answers: Answers) -> Iterator[None]:
    """Have all clients read while the block lasts, and until there are enough answers."""
    clients = [
        threading.Thread(target=Client(base, seed).read, args=(answers,)) for seed in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    yield
    for client in clients:
        client.join()


def _print_times(answers: Answers, when: str) -> None:
    centiles = statistics.quantiles(answers.seconds, n=20)
    print(
        f"{len(answers.seconds):,} answers to {CLIENTS} clients {when}: median "
        f"{statistics.median(answers.seconds):.2f} s, 95th {centiles[-1]:.2f} s, "
        f"longest {max(answers.seconds):.2f} s; load {getloadavg()[0]:.1f}"
    )


def main(arguments: Sequence[str]) -> int:
    """Run the load and print what came of it; return whether an answer was wrong."""
    host = arguments[0]
    requests = int(arguments[1]) if len(arguments) > 1 else REQUESTS
    quiet, busy = Answers(requests // 10), Answers(requests)
    with repository(host) as root, served(root, serving(host)) as (base, process, _):
        wait_for(f"{base}repo/", lambda _: True)
        with reading(base, Answers(requests // 10)):  # each page is made for the first time
            pass
        began, before = processor_seconds(process.pid), resident(process.pid)
        with reading(base, quiet):
            pass
        between = processor_seconds(process.pid)
        each = (between - began) / len(quiet.seconds)
        with reading(base, busy):
            changes = change(root, host, busy)
        spent = processor_seconds(process.pid) - between
        after = resident(process.pid)
    _print_times(quiet, "while nothing changes")
    _print_times(busy, f"during {changes} changes")
    print(f"processor: {1000 * each:.1f} ms for an answer while nothing changes;")
    print(f"{spent:.1f} s during the changes, {(spent - each * requests) / changes:.2f} s for each")
    print(f"memory {before:.0f} MB before, {after:.0f} MB after")
    print(f"pages that say that their file has changed: {busy.changed}")
    wrong = quiet.wrong + busy.wrong
    print(f"wrong: {dict(wrong) or 'none'}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
