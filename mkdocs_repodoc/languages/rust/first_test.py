"""Needs of a first test of Rust: the features with which a crate is built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.rust.crate_features import crate_features
from mkdocs_repodoc.languages.testing.build_gates import Gate, GateRule
from mkdocs_repodoc.languages.testing.test_needs import FirstTest, Need, ProjectTexts, line_at
from mkdocs_repodoc.languages.testing.test_writing import RIGHTS, TestDemand, TestWriting

_MANIFEST = "Cargo.toml"
_ATTRIBUTED = re.compile(
    r"^[ \t]*(?P<said>#\[[^\n]*(?:\n[^\n]*[^\s{};]){0,12}?)"
    r"\n[ \t]*(?:pub\s+)?(?:async\s+)?fn\s+(?P<name>\w+)",
    re.MULTILINE,
)
"""A function with attributes."""
_TEST = re.compile(r"#\[(?:\w+::)*test\b")
_NEEDED = re.compile(r"(?<!not\()\bfeature\s*=\s*\"([\w-]+)\"")
_NAME = re.compile(r'"([^"]+)"')
_LINT_TABLE = re.compile(
    r"^\[(?:workspace\.)?lints\.rust\][^\n]*\n(?P<lints>(?:(?!\[)[^\n]*\n?)*)", re.MULTILINE
)
_DENIED = re.compile(
    r"^(?P<name>\w+)\s*=\s*(?:\{[^}\n]*level\s*=\s*)?\"(?:deny|forbid)\"", re.MULTILINE
)
_DEFAULT = re.compile(r"^default\s*=\s*\[(?P<names>[^\]]*)\]", re.MULTILINE)


def _default(text: str) -> re.Match[str] | None:
    start = text.find("[features]")
    return _DEFAULT.search(text, start) if start >= 0 else None


def _features(project: ProjectTexts) -> Iterator[Need]:
    text = project.text(_MANIFEST)
    match = _default(text)
    names = _NAME.findall(match["names"]) if match is not None else []
    if match is not None and names:
        yield Need("features", ", ".join(names), _MANIFEST, line_at(text, match.start()))


def _switched(project: ProjectTexts, tests: Sequence[str]) -> Iterator[Need]:
    """Yield the features that tests need to be built, of those that bring nothing else."""
    text = project.text(_MANIFEST)
    match = _default(text)
    defaults = _NAME.findall(match["names"]) if match is not None else []
    for name, places in _needing(project, tests).items():
        if not re.search(rf"^{re.escape(name)}\s*=\s*\[\s*\]", text, re.MULTILINE):
            continue
        others = ",".join(each for each in defaults if each != name)
        chosen = f" --features {others}" if others else ""
        command = f"cargo test --no-default-features{chosen}" if name in defaults else ""
        yield Need(name, f"{len(places)} {command}".strip(), *places[0])


def _needing(project: ProjectTexts, tests: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    """Return path and line of the tests that are only built with a feature, feature by feature."""
    found: dict[str, list[tuple[str, int]]] = {}
    for path in tests:
        code = project.text(path)
        for each in _ATTRIBUTED.finditer(code) if "feature" in code else ():
            said = each["said"]
            if _TEST.search(said) and "any(" not in said:
                for name in dict.fromkeys(_NEEDED.findall(said)):
                    found.setdefault(name, []).append((path, line_at(code, each.start("name"))))
    return found


class _Lints:
    """Finds the lints of the compiler that a manifest makes errors."""

    files = re.compile(r"(?:.*/)?Cargo\.toml")

    def find(self, path: str, text: str) -> Iterator[Gate]:
        """Yield those of each table together."""
        for table in _LINT_TABLE.finditer(text):
            if names := [match["name"] for match in _DENIED.finditer(table["lints"])]:
                yield Gate("warnings", ", ".join(names), path, line_at(text, table.start()))


_GATES = (
    _Lints(),
    GateRule(
        re.compile(r"(?:.*/)?src/(?:lib|main)\.rs"),
        re.compile(r"^#!\[(?:deny|forbid)\((?=[^)]*\bwarnings\b)[^)]*\)\]", re.MULTILINE),
        "warnings",
    ),
    GateRule(
        re.compile(r"(?:.*/)?\.cargo/config(?:\.toml)?"),
        re.compile(r"-D\s*warnings"),
        "warnings",
        comments=re.compile(r"#[^\n]*"),
    ),
)

_WRITING = TestWriting(
    made=(re.compile(r"^[ \t]*macro_rules!\s+(?P<name>\w*test\w*)", re.MULTILINE),),
    repeated=re.compile(r"#\[(?:rstest|test_case|case|values)\b"),
    demands=(
        RIGHTS,
        TestDemand(
            "kept",
            "insta",
            re.compile(r"\b(?:insta::)?assert_(?:\w+_)?snapshot!"),
            "cargo insta accept",
        ),
        TestDemand("kept", "expect-test", re.compile(r"\bexpect(?:_file)?!\["), "UPDATE_EXPECT=1"),
        TestDemand(
            "kept",
            "snapbox",
            re.compile(r"^[ \t]*(?:pub )?use snapbox\b", re.MULTILINE),
            "SNAPSHOTS=overwrite",
        ),
        TestDemand("kept", "trycmd", re.compile(r"\btrycmd::TestCases\b"), "TRYCMD=overwrite"),
        TestDemand("random", "proptest", re.compile(r"\bproptest!\s*\{|#\[proptest\b")),
        TestDemand("random", "quickcheck", re.compile(r"\bquickcheck!\s*\{|#\[quickcheck\b")),
    ),
)

FIRST_TEST = FirstTest(
    features=_features, parts=crate_features, switched=_switched, gates=_GATES, writing=_WRITING
)
