"""Makefiles, Dockerfiles, CMake, style sheets, SQL, Protocol Buffers and Cython."""

from __future__ import annotations

import json

import pytest
from support.reading import names, read, spans, summary
from support.work import lines_run

from mkdocs_repodoc.model.facts import IncludeFolder, Task
from mkdocs_repodoc.model.records import FileOutline


def test_makefile_targets_help_and_variables() -> None:
    text = """\
# Everyday tasks.

CC ?= gcc
export LONG := a \\
  b
.PHONY: test clean
test: build lint ## Run all tests
\tVAR=1 pytest
\tx: y

# Removes what was built.
clean:
\trm -rf x
%.o: %.c
\t$(CC) $<
$(OUT)/x: a
build: CFLAGS = -g
define no
target: x
endef
"""
    outline = read("Makefile", "makefile", text)
    assert names(outline, "constant") == ["CC", "LONG"]
    assert names(outline, "target") == ["test", "clean", "%.o"]
    test = next(symbol for symbol in outline.symbols if symbol.name == "test")
    assert (test.signature, test.summary, test.labels) == (
        ": build lint",
        "Run all tests",
        ("phony",),
    )
    assert (test.line, test.end_line) == (7, 9)
    assert outline.facts == (
        Task("test", "make test", "Run all tests", 7, ("VAR=1 pytest", "x: y")),
        Task("clean", "make clean", "Removes what was built.", 12, ("rm -rf x",)),
    )
    assert summary(outline) == ("Everyday tasks.", 1, "leading comment")


def test_dockerfile_stages_and_arguments() -> None:
    text = """\
# syntax=docker/dockerfile:1
FROM --platform=x python:3 AS base
ARG VERSION=1 \\
  # inside
RUN <<EOF
FROM no
EOF
FROM base
ENTRYPOINT ["app"]
"""
    outline = read("Dockerfile", "dockerfile", text)
    assert spans(outline) == {"base": (2, 7), "base.VERSION": (3, 3), "stage 1": (8, 9)}


def mentioned(outline: FileOutline) -> set[tuple[str, int, bool]]:
    return {(one.path, one.line, one.runs) for one in outline.mentions}


def test_dockerfile_names_what_it_copies() -> None:
    text = """\
# syntax=docker/dockerfile:1
# Serves the tide tables.
FROM python:3 AS build
COPY --chown=1:1 pyproject.toml tools/run.sh ./
ADD ["a b.txt", "/x/"]
COPY --from=other /etc/passwd /p
COPY *.md ${HOME}/n.txt ../out.txt https://example.org/a.tar /y/
"""
    outline = read("Dockerfile", "dockerfile", text)
    assert mentioned(outline) == {
        ("pyproject.toml", 4, False),
        ("tools/run.sh", 4, False),
        ("a b.txt", 5, False),
    }
    assert outline.summary == "Serves the tide tables."


def test_dockerfile_runs_what_it_has_copied() -> None:
    text = """\
FROM python:3 AS build
WORKDIR /app
COPY tools/run.sh .
COPY src ./src
RUN ./run.sh && cd src && python make.py
RUN ./missing.sh
FROM build AS test
CMD ["python", "/app/src/check.py"]
FROM slim
COPY --from=build /app /srv
WORKDIR /srv
ENTRYPOINT ["./run.sh"]
HEALTHCHECK CMD ./run.sh
"""
    found = mentioned(read("Dockerfile", "dockerfile", text))
    run = {path: line for path, line, runs in found if runs}
    assert (run["tools/run.sh"], run["src/make.py"], run["src/check.py"]) == (5, 5, 8)
    assert "missing.sh" not in run
    assert "tools/missing.sh" not in run


def test_dockerfile_runs_what_another_stage_has_copied() -> None:
    text = """\
FROM python:3 AS build
WORKDIR /app
COPY tools /app/tools
FROM slim
COPY --from=build /app /srv
WORKDIR /srv
ENTRYPOINT ["tools/run.sh"]
"""
    outline = read("Dockerfile", "dockerfile", text)
    assert ("tools/run.sh", 7, True) in mentioned(outline)


def test_dockerfile_commands_outside_what_is_copied_run_nothing_here() -> None:
    text = "FROM x\nCOPY tools /opt/tools\nRUN ./run.sh\nRUN /usr/bin/run.sh\nCMD [broken\n"
    outline = read("Dockerfile", "dockerfile", text)
    assert not any(one.runs for one in outline.mentions)


def test_dockerfile_stages_have_numbers() -> None:
    text = "FROM x\nCOPY tools /t\nFROM y\nCOPY --from=0 /t /t\nRUN /t/run.sh\n"
    assert ("tools/run.sh", 5, True) in mentioned(read("Dockerfile", "dockerfile", text))


def test_stages_that_copy_from_each_other_come_to_an_end() -> None:
    first = "FROM x AS a\n" + "COPY --from=b / /\n" * 50
    second = "FROM a AS b\n" + "COPY --from=a / /\n" * 50
    text = first + second + "RUN /run.sh\n" * 50
    assert not read("Dockerfile", "dockerfile", text).mentions


def test_dockerfile_without_from_is_said() -> None:
    assert read("Dockerfile", "dockerfile", "RUN x\n").diagnostics


def test_calls_of_makes_functions_are_no_targets_and_no_commands() -> None:
    text = (
        '$(warning "no linter in $(PATH), run: curl -L https://x | sh")\n'
        "test:\n\t$(info testing)\n\tgo test ./...\n"
    )
    outline = read("Makefile", "makefile", text)
    assert names(outline, "target") == ["test"]
    assert [task.runs for task in outline.facts_of(Task)] == ["go test ./..."]


def test_cmake_targets_options_and_functions() -> None:
    text = """\
project(tide VERSION 1.2 DESCRIPTION "Predicts tides")
option(FAST "Use the fast loop" ON)
# Adds one test.
function(add_one name)
  add_test(${name})
endfunction()
add_library(tide STATIC
  a.c) # add_executable(no)
find_package(Threads)
include(cmake/x.cmake)
"""
    outline = read("CMakeLists.txt", "cmake", text)
    assert spans(outline) == {"FAST": (2, 2), "add_one": (4, 6), "tide": (7, 8)}
    assert [symbol.summary for symbol in outline.symbols[:2]] == [
        "Use the fast loop",
        "Adds one test.",
    ]
    assert outline.symbols[1].signature == "(name)"
    assert [(one.module, one.system) for one in outline.imports] == [
        ("Threads", True),
        ("cmake/x.cmake", False),
    ]


def test_cmake_names_the_folders_of_headers() -> None:
    text = """\
include_directories(BEFORE SYSTEM third/api ${OTHER}/include /usr/include)
target_include_directories(sea PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>
  PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} lib)
"""
    outline = read("CMakeLists.txt", "cmake", text)
    found = [fact.folder for fact in outline.facts_of(IncludeFolder)]
    assert found == ["third/api", "/./include", ".", "lib"]


def test_a_compilation_database_names_the_folders_of_headers() -> None:
    entries = [
        {
            "directory": "/home/ada/sea/build",
            "command": 'cc -I../include "-I/home/ada/sea/third party" -isystem /usr/include -c a.c',
            "file": "../src/a.c",
        },
        {
            "directory": "/home/ada/sea/build",
            "arguments": ["cc", "-I", "gen", "-iquote../src", "-c", "b.c"],
            "file": "/home/ada/sea/src/deep/b.c",
        },
        {"directory": 3, "file": None},
    ]
    outline = read("compile_commands.json", "json", json.dumps(entries))
    found = [fact.folder for fact in outline.facts_of(IncludeFolder)]
    assert found == ["include", "third party", "build/gen", "src"]
    assert not outline.symbols
    for broken in ("[", "{}", "[1]", '[{"directory": "build"}]'):
        assert not read("compile_commands.json", "json", broken).facts


def test_compile_flags_name_the_folders_of_headers() -> None:
    outline = read("compile_flags.txt", "text", "-Wall\n-Isea\n-I\nlib/api\n-DX=1\n")
    assert [fact.folder for fact in outline.facts_of(IncludeFolder)] == ["sea", "lib/api"]


def test_cmake_names_the_sources_of_its_targets() -> None:
    text = """\
set(CORE a.c "${CMAKE_CURRENT_SOURCE_DIR}/sub/b.c" 3.18)
add_executable(tide WIN32 main.c ${CORE} $<TARGET_OBJECTS:x>)
target_sources(tide PRIVATE /etc/c.c ../d.c)
message("no.c")
add_subdirectory(sub/)
include(${CMAKE_CURRENT_LIST_DIR}/x.cmake)
include(Helpers)
"""
    outline = read("CMakeLists.txt", "cmake", text)
    paths = [(one.path, one.line, one.anchored) for one in outline.mentions]
    assert paths == [
        ("a.c", 1, True),
        ("./sub/b.c", 1, True),
        ("main.c", 2, True),
        ("../d.c", 3, True),
    ]
    assert [one.module for one in outline.imports] == ["sub/CMakeLists.txt", "x.cmake", "Helpers"]


def test_css_selectors_properties_and_imports() -> None:
    text = """\
/* Styles of the station. */
@import url("base.css");
:root { --ink: #123; color: red }
a:hover,
b { color: "}" }
@media print { .x { top: 0 } }
@mixin big($n) { .no { top: 0 } }
@keyframes spin { from { top: 0 } }
"""
    outline = read("a.scss", "scss", text)
    assert names(outline, "selector") == [":root", "a:hover, b", ".x", "@keyframes spin"]
    assert names(outline, "variable") == ["--ink"]
    assert names(outline, "function") == ["big"]
    assert outline.symbols[2].line == 4
    assert [one.module for one in outline.imports] == ["base.css"]


def test_css_has_no_line_comments() -> None:
    text = """\
@import "a.css";
.a { background: url(//cdn.example/a.png) }
@media print { .b { color: red } .b .no { } }
.c { --inner: 1px; &:hover { --no: 2px } }
"""
    outline = read("a.css", "css", text)
    assert names(outline, "selector") == [".a", ".b", ".b .no", ".c"]
    assert names(outline, "variable") == ["--inner"]
    assert [one.module for one in outline.imports] == ["a.css"]


def test_minified_css_is_not_read() -> None:
    outline = read("a.css", "css", ".a{b:c}" * 2_000)
    assert outline.symbols == ()
    assert "minified" in outline.diagnostics[0].message


def test_sql_names_what_it_creates() -> None:
    text = """\
-- People of the port.

-- Who works here.
CREATE TABLE IF NOT EXISTS "port".person (
  id int -- create table no (
);
create or replace view v as select 'create table no';
CREATE FUNCTION f(a int) RETURNS int AS $$ create table no; $$;
"""
    outline = read("a.sql", "sql", text)
    assert spans(outline) == {
        "port.person": (4, 6),
        "port.person.id": (5, 5),
        "v": (7, 7),
        "f": (8, 8),
    }
    kinds = [symbol.kind for symbol in outline.symbols]
    assert kinds == ["table", "column", "view", "function"]
    assert outline.symbols[0].summary == "Who works here."
    assert outline.symbols[3].signature == "(a int)"
    assert outline.summary == "People of the port."


def test_sql_columns_are_told_from_constraints() -> None:
    text = """CREATE TABLE berth (
    `id`  SERIAL PRIMARY KEY, -- Never used twice.
    -- Depth at low water.
    depth NUMERIC(10, 2) DEFAULT 0 CHECK (depth IN (1, 2)),
    port  INTEGER REFERENCES port (id),
    CONSTRAINT deep CHECK (depth > 0),
    PRIMARY KEY (id, port), UNIQUE (port), free
);
CREATE TABLE copy AS SELECT (a, b) FROM berth;
CREATE TABLE part PARTITION OF berth FOR VALUES IN (1, 2);
CREATE TABLE open (a int
"""
    outline = read("a.sql", "sql", text)
    assert names(outline, "column") == ["berth.id", "berth.depth", "berth.port", "berth.free"]
    columns = {symbol.name: symbol for symbol in outline.symbols}
    assert (columns["berth.id"].line, columns["berth.id"].summary) == (2, "Never used twice.")
    assert columns["berth.depth"].summary == "Depth at low water."
    assert columns["berth.depth"].signature.startswith("NUMERIC(10, 2)")
    assert columns["berth.free"].line == 7
    assert names(outline, "table") == ["berth", "copy", "part", "open"]


@pytest.mark.parametrize(
    ("script", "found"),
    [
        # A comment or a string does not begin in a quoted name.
        ('CREATE DOMAIN "text/*" AS b;\nCREATE TABLE "it\'s" ("*/" int);', ["it's", "it's.*/"]),
        # A backslash escapes in strings that begin with an E, and in no others.
        ("SELECT E'\\'';\nCREATE TABLE a ();\nSELECT '\\';\nCREATE TABLE b ();", ["a", "b"]),
        ("SELECT a$1$b;\nCREATE TABLE c ();\nSELECT a$1$b;", ["c"]),
        # Where MySQL's client is told of another delimiter, dollars are no quotes.
        (
            "DELIMITER $$\nCREATE FUNCTION f() BEGIN END$$\nCREATE PROCEDURE g() END$$\n",
            ["f", "g"],
        ),
        ("CREATE DEFINER=me@host SQL SECURITY INVOKER VIEW v AS SELECT 1;", ["v"]),
        ("CREATE UNIQUE NONCLUSTERED INDEX i ON t (a);", ["i"]),
        ("CREATE FOREIGN TABLE t (key text, index int, KEY k (key));", ["t", "t.key", "t.index"]),
    ],
)
def test_sql_of_many_dialects(script: str, found: list[str]) -> None:
    assert names(read("a.sql", "sql", script)) == found


def test_protobuf_messages_services_and_methods() -> None:
    text = """\
syntax = "proto3";
package tide;
import "base.proto";
// One reading. message No {
message Reading {
  enum Unit { M = 0; }
  oneof x { string y = 1; }
}
service Gauge {
  // Reads it.
  rpc Read (Req) returns (stream Reading) { option a = "}"; }
}
"""
    outline = read("a.proto", "protobuf", text)
    assert spans(outline) == {
        "Reading": (5, 8),
        "Reading.Unit": (6, 6),
        "Gauge": (9, 12),
        "Gauge.Read": (11, 11),
    }
    assert outline.symbols[3].signature == "(Req) -> stream Reading"
    assert outline.symbols[3].summary == "Reads it."


def test_cython_classes_functions_and_imports() -> None:
    text = '''\
"""Fast sums."""
from libc.math cimport cos as c_cos
import os
cdef class Sum:
    """Adds up."""
    cpdef double add(self, double x,
                     int n=1):
        "def no(): x"
        return x

def total(a): return a
cdef struct pair:
    int a
'''
    outline = read("a.pyx", "cython", text)
    assert spans(outline) == {
        "Sum": (4, 9),
        "Sum.add": (6, 9),
        "total": (11, 11),
        "pair": (12, 13),
    }
    assert outline.symbols[1].signature == "(self, double x, int n=1)"
    assert outline.symbols[0].summary == "Adds up."
    assert [(one.module, one.name, one.alias) for one in outline.imports] == [
        ("libc.math", "cos", "c_cos"),
        ("os", "", ""),
    ]
    assert outline.summary == "Fast sums."


def test_xml_is_described_by_its_title() -> None:
    text = '<?xml version="1.0"?>\n<!-- <no/> -->\n<svg><title>A lighthouse</title></svg>\n'
    outline = read("a.svg", "xml", text)
    assert summary(outline) == ("A lighthouse", 3, "title element")


def test_cython_lines_that_go_on_are_joined_for_imports_alone() -> None:
    def cost(row: str) -> int:
        return lines_run(lambda: read("a.pyx", "cython", row * 200))

    cost("a\n")
    assert cost("a\\\n") < 2 * cost("a\n")


def test_cython_statements_over_several_lines_and_all_kinds_of_definitions() -> None:
    text = (
        "# cython: language_level=3\n"
        '"""Sieves."""\n'
        "from cpython.ref cimport (\n    PyObject,  # owned\n    Py_INCREF,\n)\n"
        "cdef class Sieve(Base, Other):\n"
        "    @property\n"
        "    def area(self): return 1\n"
        "    cpdef run(self):\n"
        "        def inner(): pass\n"
        "cpdef enum class Hue:\n    RED = 1\n"
    )
    outline = read("a.pyx", "cython", text)
    assert [(one.kind, one.name, one.bases) for one in outline.symbols] == [
        ("class", "Sieve", ("Base", "Other")),
        ("property", "Sieve.area", ()),
        ("method", "Sieve.run", ()),
        ("function", "Sieve.run.inner", ()),
        ("enum", "Hue", ()),
    ]
    assert [(one.module, one.name, one.line) for one in outline.imports] == [
        ("cpython.ref", "PyObject", 3),
        ("cpython.ref", "Py_INCREF", 3),
    ]
    assert (outline.summary, outline.summary_line) == ("Sieves.", 2)


def test_two_rules_of_a_target_are_one_task_with_the_needs_of_both() -> None:
    makefile = "lint: style\nlint: ## Run the linters\nlint: types\n\nstyle types:\n\tcheck $@\n"
    (task, *_) = read("Makefile", "makefile", makefile).facts_of(Task)
    assert task == Task("lint", "make lint", "Run the linters", 1, ("make style types",))
    (inline,) = read("Makefile", "makefile", "lint: ; ruff check # all\n").facts_of(Task)
    assert inline.steps == ("ruff check",)


def test_make_command_without_help_is_said_by_its_recipe() -> None:
    text = (
        "PY = python3\ntest:\n\t@echo testing\n\t-$(PY) -m pytest -q \\\n\t  tests\n\t$(X)\n"
        "all: test lint\n\t${MAKE} docs\nlint:\n\truff check\n"
    )

    assert read("Makefile", "makefile", text).facts == (
        Task(
            "test",
            "make test",
            "python3 -m pytest -q tests",
            2,
            ("python3 -m pytest -q tests", "$(X)"),
        ),
        Task("all", "make all", "make docs", 7, ("make test lint", "make docs")),
        Task("lint", "make lint", "ruff check", 9, ("ruff check",)),
    )


def test_a_justfile_is_run_by_just() -> None:
    text = (
        "lint:\n    ruff check\n[group: 'x']\n@test *args: (lint 'all')\n    cargo test {{args}}\n"
        "publish:\n    #!/bin/sh\n    set -e\n"
    )
    facts = read("justfile", "makefile", text).facts

    assert facts == (
        Task("lint", "just lint", "ruff check", 1, ("ruff check",)),
        Task("test", "just test", "cargo test {{args}}", 4, ("just lint", "cargo test {{args}}")),
        Task("publish", "just publish", "", 6),
    )


def test_task_files_name_tasks_with_what_they_need_and_run() -> None:
    text = """\
version: '3'
tasks:
  build:
    desc: Compiles everything
    deps: [generate, {task: assets}]
    cmds:
      - go build ./...
      - task: strip
      - cmd: ls -l
        silent: true
  strip:
    internal: true
    cmd: strip bin/tool
  # Writes the parser.
  generate: go generate
  both:
    - one
    - two
  empty: {}
"""
    outline = read("Taskfile.yml", "yaml", text)
    assert names(outline, "target") == ["build", "strip", "generate", "both", "empty"]
    assert list(outline.facts_of(Task)) == [
        Task(
            "build",
            "task build",
            "Compiles everything",
            3,
            ("task generate", "task assets", "go build ./...", "task strip", "ls -l"),
        ),
        Task("generate", "task generate", "go generate", 15, ("go generate",)),
        Task("both", "task both", "one", 16, ("one", "two")),
    ]


def test_help_beside_phony_is_that_of_the_target() -> None:
    text = ".PHONY: install ## Set everything up\ninstall:\n\tuv sync\n"
    assert list(read("Makefile", "makefile", text).facts) == [
        Task("install", "make install", "Set everything up", 2, ("uv sync",))
    ]


def test_a_guard_of_a_recipe_is_no_step_of_it() -> None:
    text = (
        'has:\n\t@command -v go >/dev/null 2>&1 || { echo "no go: get it"; exit 1; }\n'
        "build:\n\t@which go || exit 1\n\tgo build || true\n"
    )
    tasks = [each for each in read("Makefile", "makefile", text).facts if isinstance(each, Task)]
    assert [each.steps for each in tasks] == [(), ("go build || true",)]


def test_makefile_names_the_folders_that_compilers_look_in() -> None:
    text = """\
INC = -I ../src -Iinclude/ -I$(CURDIR)/lib -iquote "deps"
# CFLAGS += -Iold
CFLAGS += -I/usr/include -I$(PREFIX)/include -DNAME=-Ino -Isrc -Isrc
main: main.c
\t$(CC) -Itests/common main.c
"""
    outline = read("Makefile", "makefile", text)
    found = [fact.folder for fact in outline.facts_of(IncludeFolder)]
    assert found == ["../src", "include/", "./lib", "deps", "src", "tests/common"]
