"""Measure the memory of both previews over many rebuilds of a small repository.

`make previews` runs it. Each rebuild follows an edit: of the text of a function, of its name, of a
new file, of its removal. After each, the page of the edited file is asked for. What a process keeps
of earlier builds would show as growth.

    python tools/measure_previews.py [REBUILDS]
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

FILES = 50
REBUILDS = 500
LOOKS = (10, 50, 100, 250, 500)
"""After so many rebuilds, memory is looked at."""
PATIENCE = 120.0
"""Seconds in which a rebuild must end, whatever else the machine does."""
CONFIGURATION = """
site_name: Measured
theme: {name: material, font: false}
plugins: [repodoc: {jobs: 1}]
"""


class Preview(NamedTuple):
    """A command that shows a site."""

    name: str
    port_option: str
    builds: Callable[[Path, str], int]
    """Tells from its log and its address how often it has built; 0 before it answers."""


def said_in(log: Path, _: str) -> int:
    """Return how many builds MkDocs has logged."""
    said = log.read_text("utf-8")  # it leaves out that one took as long as another
    return said.count("Serving on") + said.count("Reloading browsers")


def numbered_at(_: Path, address: str) -> int:
    """Return the number that open pages ask for."""
    with (
        contextlib.suppress(OSError),
        urllib.request.urlopen(f"{address}/-/repodoc-reload") as said,  # noqa: S310 - own
    ):
        return int(said.read())
    return 0


PREVIEWS = (
    Preview("mkdocs serve", "--dev-addr=127.0.0.1:", said_in),
    Preview("mkdocs-repodoc serve", "--port=", numbered_at),
)


class Look(NamedTuple):
    """MB that a preview takes."""

    rebuilds: int
    own: float
    together: float
    """With the processes that it has started; what they share counts once."""


def lay_out(root: Path) -> None:
    """Write a repository whose modules use each other."""
    (root / "docs").mkdir(parents=True)
    (root / "docs/index.md").write_text("# Home\n", "utf-8")
    (root / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    (root / "shop").mkdir()
    for number in range(FILES):
        (root / module(number)).write_text(source(number, 0), "utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", *name, *command], cwd=root, check=True)


def module(number: int) -> str:
    """Return the path of a module."""
    return f"shop/part_{number % FILES}.py"


def source(number: int, edit: int) -> str:
    """Return the text of a module after an edit."""
    before = (number - 1) % FILES
    name = f"sell_{edit}" if edit % 3 == 1 else "sell"
    return (
        f'"""Part {number} of the shop, edit {edit}."""\n\nfrom shop import part_{before}\n\n\n'
        f"class Part{number}:\n"
        f'    """Sells things."""\n\n    def {name}(self, amount: int) -> int:\n'
        f'        """Sell an amount."""\n        return amount * {edit} + part_{before}.LIMIT\n\n\n'
        f"LIMIT = {number}\n"
    )


def edit(root: Path, number: int) -> str:
    """Change something; return the path of a file whose page is worth a look."""
    if number % 10 == 8:  # noqa: PLR2004 - a turn of ten
        (root / "shop/guest.py").write_text(f"VISIT = {number}\n", "utf-8")
        subprocess.run(["git", "add", "shop/guest.py"], cwd=root, check=True)
        return "shop/guest.py"
    if number % 10 == 9:  # noqa: PLR2004 - likewise
        subprocess.run(["git", "rm", "-q", "-f", "shop/guest.py"], cwd=root, check=True)
        return module(number)
    (root / module(number)).write_text(source(number % FILES, number), "utf-8")
    return module(number)


def memory(process: int) -> tuple[float, float]:
    """Return MB of a process alone, and together with what it has started."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return (int(found[1]) if found else 0) / 1024, sum(map(proportional, family(process))) / 1024


def family(process: int) -> Iterator[int]:
    """Yield a process and its descendants."""
    yield process
    with contextlib.suppress(OSError):
        for tasks in Path(f"/proc/{process}/task").iterdir():
            for child in (tasks / "children").read_text("utf-8").split():
                yield from family(int(child))


def proportional(process: int) -> int:
    """Return kB that a process has for itself, of what it shares with others its share.

    Programs and libraries do not count: who else has them loaded is no business of ours.
    """
    with contextlib.suppress(OSError):
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
        found = re.search(r"Pss_Anon:\s+(\d+)", rollup)
        return int(found[1]) if found else 0
    return 0


def measure(preview: Preview, root: Path, port: int, rebuilds: int) -> Iterator[Look]:
    """Yield what a preview takes after some rebuilds."""
    log, address = root.parent / "log", f"http://127.0.0.1:{port}"
    program = Path(sys.executable).with_name(preview.name.partition(" ")[0])
    with log.open("w") as said:
        process = subprocess.Popen(
            [program, "serve", f"{preview.port_option}{port}"],
            cwd=root,
            stdout=said,
            stderr=said,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )

    def wait_beyond(number: int) -> int:
        deadline = time.monotonic() + PATIENCE
        while (now := preview.builds(log, address)) <= number:
            if time.monotonic() > deadline:
                raise TimeoutError(log.read_text("utf-8"))
            time.sleep(0.05)
        return now

    try:
        built = wait_beyond(0)
        for number in range(1, rebuilds + 1):
            path = edit(root, number)
            built = wait_beyond(built)
            with contextlib.suppress(urllib.error.HTTPError):
                urllib.request.urlopen(f"{address}/repo/{path}_docs/").read()  # noqa: S310 - own
            if number in LOOKS or number == rebuilds:
                yield Look(number, *memory(process.pid))
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Print a line for each look at each preview."""
    rebuilds = int(sys.argv[1]) if len(sys.argv) > 1 else REBUILDS
    for port, preview in enumerate(PREVIEWS, 8123):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder, "project")
            lay_out(root)
            for look in measure(preview, root, port, rebuilds):
                sys.stdout.write(
                    f"{preview.name}: after {look.rebuilds} rebuilds {look.own:.0f} MB, with what "
                    f"it has started {look.together:.0f} MB\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main()
