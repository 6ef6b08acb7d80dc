"""Needs of a first test in Go: modules in a module, and tags with which other files are built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.go.resolution.build_constraints import PLATFORMS
from mkdocs_repodoc.languages.testing.build_gates import GateRule
from mkdocs_repodoc.languages.testing.test_needs import FirstTest, Need
from mkdocs_repodoc.languages.testing.test_runs import TestedRepository
from mkdocs_repodoc.languages.testing.test_writing import RIGHTS, TestDemand, TestWriting
from mkdocs_repodoc.model.facts import PackageClause
from mkdocs_repodoc.paths import folder_of, name_of

_TAG = re.compile(r"[\w.]+")
_DENIED = re.compile(r"!\s*(?:[\w.]+|\([^()]*\))")
_BUILT_IN = re.compile(
    rf"(?:{PLATFORMS}|wasip1|windows|wasm|unix|cgo|gc|gccgo|race|msan|asan|ignore|purego|go1\.\d+"
    r"|tools|appengine|tinygo|\w+\.v\d)$"
)
"""Tags that the tool chain sets, and customary ones for files that no build has."""
_PASSED_OVER = re.compile(r"(?:^|/)(?:testdata|vendor|[_.][^/]*)(?:/|$)")
_MANIFEST = "go.mod"


def _apart(repository: TestedRepository) -> Iterator[Need]:
    """Yield the modules in folders of another one, whose packages `./...` leaves out."""
    for path in sorted(repository.outlines):
        folder = folder_of(path)
        is_module = name_of(path) == _MANIFEST and folder and not _PASSED_OVER.search(folder)
        if is_module and repository.nearest(folder, (_MANIFEST,)):
            yield Need(folder, "go test ./...", path, 1)


def _tags(repository: TestedRepository) -> Iterator[Need]:
    """Yield the tags of the software's own, each with the first file that is built by it.

    A tag that is denied is none to build with.
    """
    told: set[str] = set()
    for path in sorted(repository.outlines):
        if _PASSED_OVER.search(path):
            continue
        for clause in repository.outlines[path].facts_of(PackageClause):
            for tag in _TAG.findall(_DENIED.sub("", clause.constraint)):
                if tag not in told and not _BUILT_IN.match(tag):
                    told.add(tag)
                    yield Need(tag, f"-tags {tag}", path, 1)


_GENERATED = GateRule(
    re.compile(r"(?!(?:.*/)?(?:vendor|testdata)/).*\.go"),
    re.compile(r"^//go:generate[ \t]+(?P<said>\S[^\n]*)", re.MULTILINE),
    "generated",
    "go generate ./...",
)

_WRITING = TestWriting(
    repeated=re.compile(r"\b[tb]\.Run\((?!\s*[\"`])"),
    demands=(
        RIGHTS,
        TestDemand("kept", "goldie", re.compile(r"\bgoldie\.New\("), "go test -update"),
        TestDemand("kept", "go-snaps", re.compile(r"\bsnaps\.Match\w*\("), "UPDATE_SNAPS=true"),
        TestDemand("kept", "", re.compile(r"\bgolden\.(?:Assert|Require)\w*\("), "go test -update"),
        TestDemand("random", "testing/quick", re.compile(r"\bquick\.Check(?:Equal)?\(")),
        TestDemand("random", "rapid", re.compile(r"\brapid\.Check\(")),
    ),
)

FIRST_TEST = FirstTest(apart=_apart, tags=_tags, gates=(_GENERATED,), writing=_WRITING)
