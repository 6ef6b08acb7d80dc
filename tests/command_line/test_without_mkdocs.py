"""The program where MkDocs and Material are not installed: what `docs/command-line.md` promises."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters
from packaging.requirements import Requirement
from support.repositories import commit_all, write_files

from mkdocs_repodoc.command_line.exit_codes import ExitCode

PROJECT = Path(__file__).parents[2]
HOSTS = frozenset({"mkdocs", "mkdocs-material"})
PROGRAM = (
    *(sys.executable, "-S", "-P", "-c"),
    "import sys; from mkdocs_repodoc.command_line.main import main; main()",
)
EACH = """
import json, sys
from mkdocs_repodoc.command_line.program import program
for arguments in json.loads(sys.argv[1]):
    print("The answer:" if arguments[0] == "query" else arguments, flush=True)
    program(arguments, standalone_mode=False)
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


def needed(*, hosts: bool, extras: Iterable[str] = ()) -> list[Distribution]:
    """Return what installing mkdocs-repodoc brings, with what that needs in turn."""
    found: dict[str, Distribution] = {}
    wanted = [("mkdocs-repodoc", extras)]
    while wanted:
        name, extras = wanted.pop()
        if name not in found:
            found[name] = distribution(name)
            wanted += requirements(found[name], extras, hosts=hosts)
    return list(found.values())


def requirements(
    package: Distribution, extras: Iterable[str], *, hosts: bool
) -> Iterator[tuple[str, Iterable[str]]]:
    for each in map(Requirement, package.requires or ()):
        asked = [{"extra": extra} for extra in ("", *extras)]
        is_for_here = each.marker is None or any(map(each.marker.evaluate, asked))
        if is_for_here and (hosts or each.name not in HOSTS):
            yield re.sub(r"[-_.]+", "-", each.name).lower(), each.extras


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of modules that holds what is needed without MkDocs, `mcp` included, and no more."""
    folder = tmp_path_factory.mktemp("packages")
    for package in needed(hosts=False, extras=["mcp"]):
        for top in {each.parts[0] for each in package.files or () if each.parts[0] != ".."}:
            (folder / top).unlink(missing_ok=True)
            (folder / top).symlink_to(str(package.locate_file(top)))
    (folder / "bin").mkdir()  # where a program of a package is looked for
    (folder / "bin/ruff").symlink_to(Path(sys.executable).with_name("ruff"))
    (folder / "mkdocs_repodoc").unlink(missing_ok=True)
    (folder / "mkdocs_repodoc").symlink_to(PROJECT / "mkdocs_repodoc")
    return folder


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    write_files(
        tmp_path,
        {
            "shop/till.py": '"""Takes money."""\n\n\ndef pay():\n    """Take it."""\n',
            "shop/main.py": "from shop.till import pay\n\npay()\n",
            "README.md": "# Shop\n",
            ".gitignore": "/.cache/\n/out/\n",
        },
    )
    commit_all(tmp_path)
    return tmp_path


@pytest.fixture
def run(environment: Path, shop: Path) -> Run:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, *arguments],
            cwd=shop,
            env=os.environ | {"PYTHONPATH": str(environment)},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


def test_mkdocs_is_not_there(environment: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import jinja2, click; import mkdocs"],
        env=os.environ | {"PYTHONPATH": str(environment)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "No module named 'mkdocs'" in done.stderr


def test_each_command_works(environment: Path, shop: Path) -> None:
    """One after the other in one process: each on its own would load all modules anew."""
    commands = (
        (("build", "--site-dir", "out/site"), "out/site/repo/shop/till.py_docs/index.html"),
        (("export", "out/docs", "--for", "github"), "out/docs/README.md"),
        (("book", "out/book.epub"), "out/book.epub"),
        (("model", "out/repodoc.sqlite"), "out/repodoc.sqlite"),
        (("cache", "info"), ".cache"),
        (("agents",), "."),
        (("bundle", "shop/main.py"), "."),
        (("query", "uses", "pay", "--json"), "."),
    )
    done = subprocess.run(
        [*PROGRAM[:-1], EACH, json.dumps([arguments for arguments, _ in commands])],
        cwd=shop,
        env=os.environ | {"PYTHONPATH": str(environment)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    for arguments, made in commands:
        assert (shop / made).exists(), arguments
    answer = json.loads(done.stdout.partition("The answer:\n")[2])
    assert {each["path"] for each in answer["uses"]} == {"shop/main.py"}


def test_a_file_of_somebody_else_is_refused_in_one_line(run: Run, shop: Path) -> None:
    page = shop / "out/site/repo/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("by hand")
    done = run("--quiet", "build", "--site-dir", "out/site")
    assert done.returncode == ExitCode.FAILED
    assert done.stderr == (
        f"Error: {page} was not written by mkdocs-repodoc, and stays as it is; choose another "
        "folder with --site-dir, or remove the file\n"
    )
    assert page.read_text() == "by hand"
    assert [path.name for path in page.parent.iterdir()] == ["index.html"]


def test_agents_are_answered(environment: Path, shop: Path) -> None:
    async def ask() -> None:
        server = StdioServerParameters(
            command=PROGRAM[0],
            args=[*PROGRAM[1:], "mcp"],
            cwd=shop,
            env={"PYTHONPATH": str(environment)},
        )
        async with Client(server) as client:
            result = await client.call_tool("uses", {"name": "pay"})
            assert isinstance(result.structured_content, dict)
            assert result.structured_content["status"] == "answered"

    asyncio.run(ask())


def test_the_size_is_the_one_that_is_told() -> None:
    page = (PROJECT / "docs/command-line.md").read_text("utf-8")
    for hosts, name in ((True, "with MkDocs and Material"), (False, "without")):
        said = re.search(rf"^\| {name} \| (\d+) \| (\d+) MB \|$", page, re.MULTILINE)
        assert said is not None
        packages = needed(hosts=hosts)
        assert abs(len(packages) - int(said[1])) <= 5
        size = sum(map(size_of, packages)) / 1_000_000
        assert abs(size - int(said[2])) <= int(said[2]) / 5, size


def size_of(package: Distribution) -> int:
    """Return the bytes of a package's files, without what Python compiles of them."""
    files = [Path(str(package.locate_file(each))) for each in package.files or ()]
    if package.name == "mkdocs-repodoc":  # it is not installed here, but worked on
        files = [*(PROJECT / "mkdocs_repodoc").rglob("*")]
    return sum(each.stat().st_size for each in files if each.suffix != ".pyc" and each.is_file())
