"""Functions of shell scripts: where their names lead, from script to script."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.languages.shell.script_folders import from_script_folder

RUN = """\
#!/bin/bash
DIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$DIR/../lib/log.sh"
helper() { log "$1 $(count a b)"; }
trap cleanup EXIT
cleanup() { :; }
helper one two
sudo helper
"$helper"
export -f helper
complete -F helper tool
"""
LOG = """\
log() { echo "Größe"; helper; }
count() { log "ü"; missing; }
"""


@pytest.fixture(scope="module")
def scripts() -> Linked:
    other = "count() { :; }\nlog() { :; }\ncount\n"
    return link_files({"bin/run.sh": RUN, "lib/log.sh": LOG, "other.sh": other})


def places(linked: Linked, path: str, name: str) -> list[tuple[int, str]]:
    return [
        (reference.line, reference.symbol.path)
        for reference in linked.references(path)
        if reference.kind != "definition" and linked.text(path, reference) == name
    ]


def test_a_command_runs_the_function_of_its_script(scripts: Linked) -> None:
    assert places(scripts, "bin/run.sh", "helper") == [
        (7, "bin/run.sh"),
        (10, "bin/run.sh"),
        (11, "bin/run.sh"),
    ]
    assert places(scripts, "bin/run.sh", "cleanup") == [(5, "bin/run.sh")]
    assert scripts.confidences("bin/run.sh", "helper") == ["exact"] * 3


def test_a_function_is_found_in_what_is_sourced(scripts: Linked) -> None:
    assert places(scripts, "bin/run.sh", "log") == [(4, "lib/log.sh")]
    assert places(scripts, "bin/run.sh", "count") == [(4, "lib/log.sh")]
    assert scripts.confidences("bin/run.sh", "log") == ["inferred"]


def test_a_sourced_script_runs_what_the_sourcing_one_defines(scripts: Linked) -> None:
    assert places(scripts, "lib/log.sh", "helper") == [(1, "bin/run.sh")]
    assert places(scripts, "lib/log.sh", "log") == [(2, "lib/log.sh")]
    assert places(scripts, "lib/log.sh", "missing") == []


def test_an_equal_name_without_a_way_there_is_none(scripts: Linked) -> None:
    assert places(scripts, "other.sh", "count") == [(3, "other.sh")]
    assert link_files({"a.sh": "go() { :; }\n", "b.sh": "go\n"}).references("b.sh") == ()


def test_functions_have_callers_and_uses(scripts: Linked) -> None:
    log = scripts.symbol("lib/log.sh", "log")
    uses = scripts.repository.links.uses.of(log)
    assert sorted((use.path, use.line) for use in uses) == [("bin/run.sh", 4), ("lib/log.sh", 2)]


def test_two_definitions_decide_nothing() -> None:
    twice = "if x; then say() { :; }; else say() { :; }; fi\nsay\n"
    assert places(link_files({"a.sh": twice}), "a.sh", "say") == []
    files = {
        "a.sh": ". ./b.sh\n. ./c.sh\nsay\n",
        "b.sh": "say() { :; }\n",
        "c.sh": "say() { :; }\n",
    }
    assert places(link_files(files), "a.sh", "say") == []


def test_a_function_that_is_sourced_as_well_is_not_certain() -> None:
    files = {"a.sh": ". ./b.sh\nsay() { :; }\nsay\n", "b.sh": "say() { :; }\n"}
    linked = link_files(files)
    assert places(linked, "a.sh", "say") == [(3, "a.sh")]
    assert linked.confidences("a.sh", "say") == ["inferred"]


def test_scripts_that_source_one_another_end() -> None:
    files = {"a.sh": ". ./b.sh\none() { two; }\n", "b.sh": ". ./a.sh\ntwo() { one; }\n"}
    linked = link_files(files)
    assert places(linked, "a.sh", "two") == [(2, "b.sh")]
    assert places(linked, "b.sh", "one") == [(2, "a.sh")]


@pytest.mark.parametrize(
    ("path", "script", "found"),
    [
        ("lib.sh", "", "lib.sh"),
        ('$(dirname "$0")/lib.sh', "", "./lib.sh"),
        ("$(dirname $0)/../lib.sh", "", "../lib.sh"),
        ('$(dirname -- "${BASH_SOURCE[0]}")/a/lib.sh', "", "./a/lib.sh"),
        ('$(dirname "$(readlink -f "$0")")/lib.sh', "", "./lib.sh"),
        ("${BASH_SOURCE%/*}/lib.sh", "", "./lib.sh"),
        ("${0:A:h}/lib.zsh", "", "./lib.zsh"),
        ("$HERE/lib.sh", 'HERE="$(cd "$(dirname "$0")" >/dev/null 2>&1 && pwd -P)"\n', "./lib.sh"),
        ("${HERE}/lib.sh", "readonly HERE=$(dirname $0)\n", "./lib.sh"),
        ("$TOP/lib.sh", 'A=$(dirname "$0")\nTOP="$(cd "$A/.." && pwd)"\n', "../lib.sh"),
        ("$HERE/lib.sh", "HERE=/opt/tool\n", "$HERE/lib.sh"),
        ("$HERE/lib.sh", "HERE=$(dirname $0)\nHERE=/opt\n", "$HERE/lib.sh"),
        ("$HERE/$1.sh", "HERE=$(dirname $0)\n", "$HERE/$1.sh"),
        ("$(dirname $PWD)/lib.sh", "", "$(dirname $PWD)/lib.sh"),
    ],
)
def test_paths_from_the_folder_of_the_script(path: str, script: str, found: str) -> None:
    assert from_script_folder(path, script.encode()) == found
