"""Files around the code say what is so."""

from __future__ import annotations

import ast
import io
import re
import runpy
import sys
import tokenize
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from support.product import SOURCE, modules, nodes_of

import mkdocs_repodoc

ROOT = Path(__file__).parents[1]

CHANGELOG = """\
# Changelog

## [Unreleased]

### Added

- Later.

## [1.1.0] - 2026-02-03

### Fixed

- This.

## [1.0.0] - 2026-01-02

- First.

[1.1.0]: https://example.org/
"""


SILENCING = re.compile(r"noqa|type: ignore")
SUPPRESSION = re.compile(r"# (?:ruff: )?noqa: [A-Z0-9, ]+|# type: ignore\[[a-z, -]+\]")
"""What silences a linter or the type checker, with the rules that it silences."""


def promised_tests() -> list[str]:
    return re.findall(r"`(tests/\S+::\w+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("test", promised_tests())
def test_each_test_that_the_security_policy_names_is_there(test: str) -> None:
    file, name = test.split("::")
    assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_so_is_each_test_that_it_names_by_half() -> None:
    policy = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    files = re.findall(r"`(tests/\S+\.py)`", policy)
    assert files
    assert [file for file in files if not (ROOT / file).is_file()] == []
    names = re.findall(r"`(test_\w+)`", policy)
    tests = "".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    assert names
    assert [name for name in names if f"\ndef {name}(" not in tests] == []


def test_an_audit_that_can_look_nothing_up_fails() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"pip-audit .* --strict\b", makefile)


def test_each_promise_names_a_test() -> None:
    policy = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    promises = policy.partition("## Promises")[2].partition("\n## ")[0].split("\n**")[1:]
    assert promises
    assert [each.splitlines()[0] for each in promises if "- `tests/" not in each] == []


def test_every_action_is_pinned_by_its_commit() -> None:
    used = [
        line.strip()
        for workflow in (*(ROOT / ".github" / "workflows").glob("*.yml"), ROOT / "action.yml")
        for line in workflow.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert used
    pinned = re.compile(r"(- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in used if not pinned.fullmatch(line)] == []


def test_only_tests_of_sites_need_a_browser() -> None:
    """The others run where there is none, as `make test-pythons` and the workflow's `core` do."""
    tests = ROOT / "tests"
    needing = {
        path.relative_to(tests).parts[0]
        for path in tests.rglob("test_*.py")
        if re.search(
            r"^from (playwright|support\.browser)\b", path.read_text("utf-8"), re.MULTILINE
        )
    }
    assert needing == {"site"}


def libraries(path: Path) -> set[str]:
    """Return what a module imports that neither Python nor this product has."""
    imported = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            imported.add(node.module.partition(".")[0])
    return imported - sys.stdlib_module_names - {"mkdocs_repodoc"}


def test_what_is_not_tested_with_the_oldest_versions_calls_no_library() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    listed = re.search(r"^OWN_CODE = (.*)$", makefile, re.MULTILINE)
    assert listed
    rooms = [each.removeprefix("tests/") for each in listed[1].split()]
    assert all((ROOT / "tests" / room).is_dir() for room in rooms)
    calling = {
        f"{path.relative_to(ROOT)}: {library}"
        for room in rooms
        for path in modules()
        if path.is_relative_to(SOURCE / room)
        for library in libraries(path) - {"msgspec"}
    }
    assert not calling
    for name, room, callers, tested in (
        ("BUILDS", "pipeline", set(), "checks/test_found_secrets.py"),
        ("ANSWERS", "query", {"token_counts.py"}, "test_bundles.py"),
    ):
        words = f"$(addprefix tests/{room}/,"
        left_out = re.search(rf"^{name} = {re.escape(words)}(.*)\)$", makefile, re.MULTILINE)
        assert left_out
        paths = [ROOT / "tests" / room / each for each in made_words(left_out[1])]
        assert all(path.exists() for path in paths)
        assert {
            path.name
            for path in modules()
            if path.is_relative_to(SOURCE / room) and libraries(path) - {"msgspec"}
        } == callers, "whose tests run with the oldest versions"
        run = ROOT / "tests" / room / tested
        assert run.is_file()
        assert not {run, run.parent}.intersection(paths)


def made_words(text: str) -> list[str]:
    """Return the words that make sees, prefixes added."""
    prefixed = re.compile(r"\$\(addprefix ([^,$]*),([^()]*)\)")
    while match := prefixed.search(text):
        words = " ".join(match[1] + each for each in match[2].split())
        text = text[: match.start()] + words + text[match.end() :]
    return text.split()


def release_notes(tag: str, version: str, changelog: str = CHANGELOG) -> str:
    tool = runpy.run_path(str(ROOT / "tools" / "release_notes.py"))
    notes = tool["release_notes"](tag, version, changelog)
    assert isinstance(notes, str)
    return notes


def test_notes_of_a_release_are_its_section_of_the_changelog() -> None:
    assert release_notes("v1.1.0", "1.1.0") == "### Fixed\n\n- This.\n"
    assert release_notes("v1.0.0", "1.0.0") == "- First.\n"


@pytest.mark.parametrize(
    ("tag", "version", "problem"),
    [
        ("v1.2.0", "1.1.0", "The tag v1.2.0 is not v1.1.0"),
        ("1.1.0", "1.1.0", "The tag 1.1.0 is not v1.1.0"),
        ("v1.2.0", "1.2.0", "CHANGELOG.md has no section"),
    ],
)
def test_a_release_that_does_not_agree_with_itself_is_refused(
    tag: str, version: str, problem: str
) -> None:
    with pytest.raises(SystemExit, match=re.escape(problem)):
        release_notes(tag, version)


def test_the_version_agrees_with_the_changelog() -> None:
    """A checkout with unreleased changes must not call itself a release."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = mkdocs_repodoc.__version__
    dated = re.findall(r"^## \[([\d.]+)\] - \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)
    unreleased = changelog.partition("## [Unreleased]\n")[2].partition("\n## [")[0].strip()
    if unreleased:
        assert Version(version).is_devrelease
        assert Version(version) > Version(dated[0])
    else:
        assert release_notes(f"v{version}", version, changelog)


def suppressions(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and reason of each comment that silences a linter or the type checker."""
    if not SILENCING.search(text):
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and SILENCING.search(token.string):
            yield token.start[0], SUPPRESSION.sub("", token.string).strip(" #-")


def test_reasons_are_told_from_the_names_of_rules() -> None:
    code = (
        "f()  # noqa: S101, PT011 - why\ng()  # type: ignore[arg-type]  # noqa: E501\nh()  # noqa\n"
    )
    assert list(suppressions(code)) == [(1, "why"), (2, ""), (3, "noqa")]


@pytest.mark.parametrize("room", ["mkdocs_repodoc", "tests", "tools", "benchmarks"])
def test_what_silences_a_linter_says_why(room: str) -> None:
    without = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / room).rglob("*.py"))
        if "fixtures" not in path.parts
        for line, reason in suppressions(path.read_text("utf-8"))
        if not re.search(r"[a-z`]{2}", reason) or reason.startswith("noqa")
    ]
    assert without == []


@pytest.mark.parametrize(
    "document",
    [ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")],
    ids=lambda path: path.name,
)
def test_each_module_and_folder_that_a_document_names_is_there(document: Path) -> None:
    bases = (ROOT, Path(mkdocs_repodoc.__file__).parent)
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"`((\w+)/[\w/]+(?:\.py|/))`", text)
    named += re.findall(r"\(repo/((\w+)/[\w/.]+\.py)_(?:docs|kw)\.md", text)
    named = [(name, room) for name, room in named if room != "artefacts"]  # which builds make
    ours = {name for name, room in named if any((base / room).is_dir() for base in bases)}
    assert not {name for name in ours if not any((base / name).exists() for base in bases)}


def test_an_installation_is_no_larger_than_is_said() -> None:
    said = re.search(
        r"takes about (\d+) MB", (ROOT / "docs" / "getting-started.md").read_text("utf-8")
    )
    assert said
    sizes: dict[str, int] = {}
    wanted = ["mkdocs-repodoc"]
    while wanted:
        found = distribution(wanted.pop())
        name = canonicalize_name(found.name)
        if name in sizes:
            continue
        sizes[name] = sum(installed_sizes(found))
        needed = map(Requirement, found.requires or ())
        wanted += [
            each.name for each in needed if not each.marker or each.marker.evaluate({"extra": ""})
        ]
    own = sum(file.stat().st_size for file in SOURCE.rglob("*") if "__pycache__" not in file.parts)
    assert (sum(sizes.values()) + own) / 1_000_000 < int(said[1]) * 1.1, sizes


def installed_sizes(found: Distribution) -> Iterator[int]:
    """Yield the bytes of each file that was installed."""
    for file in found.files or ():
        if file.suffix != ".pyc" and (installed := Path(str(file.locate()))).is_file():
            yield installed.stat().st_size


def test_terms_of_the_glossary_are_in_alphabetical_order() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").replace("ç", "c")
    for section in text.split("\n## ")[1:]:
        terms = re.findall(r"^(\S.*)\n:   ", section, re.MULTILINE)
        assert terms == sorted(terms, key=str.lower)


def test_every_page_of_the_documentation_is_in_its_navigation() -> None:
    """MkDocs' strict build fails otherwise, which `make docs` alone would show."""
    docs = ROOT / "docs"
    named = set(re.findall(r"[\w./-]+\.md", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} <= named
