# ruff: noqa: E501 - files of one line read best in one line
"""Known files: what they say about the project."""

from __future__ import annotations

from support.reading import names, read, summary

from mkdocs_repodoc.model.facts import (
    DefinedModule,
    Dependency,
    Hook,
    InstalledCommand,
    JobAction,
    JobCommand,
    ModuleFormat,
    ModuleNames,
    Plugin,
    ProjectMetadata,
    ProjectUrl,
    Runtime,
    Task,
)


def test_pyproject_says_what_the_project_is() -> None:
    text = """\
[build-system]
build-backend = "hatchling.build"
[project]
name = "tide"
version = "1.0"
description = "Predicts the tide."
license = {text = "MIT"}
requires-python = ">=3.11"
dependencies = ["attrs>=23"]
[project.scripts]
tide = "tide.cli:main"
[project.optional-dependencies]
fast = ["numpy"]
[dependency-groups]
dev = ["pytest", {include-group = "x"}]
[tool.pytest.ini_options]
[tool.poe.tasks]
check = "pytest -q"
"""
    outline = read("pyproject.toml", "toml", text)
    assert outline.facts == (
        ProjectMetadata("tide", "1.0", "Predicts the tide.", "MIT"),
        Runtime("Python", ">=3.11"),
        InstalledCommand("tide", "tide.cli", "main", line=11),
        Dependency("attrs"),
        Task("check", "poe check", "pytest -q", 18, ("pytest -q",)),
    )
    assert summary(outline) == ("Predicts the tide.", 6, "project description")


def test_poetry_project() -> None:
    text = '[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "^3"\nattrs = "*"\n'
    facts = read("pyproject.toml", "toml", text).facts
    assert facts == (ProjectMetadata("x"), Dependency("attrs"))


def test_poetry_addresses_and_scripts() -> None:
    text = '[tool.poetry]\nhomepage = "https://a.example"\n[tool.poetry.scripts]\n"a.b" = {reference = "x:y.z"}\nc = 3\n'
    facts = read("pyproject.toml", "toml", text).facts
    assert facts == (
        ProjectUrl("Homepage", "https://a.example"),
        InstalledCommand("a.b", "x", "y.z", line=4),
    )


def test_entry_points_of_other_groups_are_plugins() -> None:
    project = '[project.entry-points."mkdocs.plugins"]\ntide = "tide.plugin:Tide"\n[project.gui-scripts]\nwin = "tide.gui:main"\n'
    assert read("pyproject.toml", "toml", project).facts == (
        InstalledCommand("win", "tide.gui", "main", line=4),
        Plugin("mkdocs.plugins", "tide", "tide.plugin", "Tide", line=2),
    )
    poetry = '[tool.poetry.plugins.pytest11]\ntide = "tide.fixtures"\n'
    assert read("pyproject.toml", "toml", poetry).facts == (
        Plugin("pytest11", "tide", "tide.fixtures", line=2),
    )
    setup = "[options.entry_points]\nflake8.extension =\n    TID = tide.check:Checker [fast]\n"
    assert read("setup.cfg", "ini", setup).facts == (
        Plugin("flake8.extension", "TID", "tide.check", "Checker", line=3),
    )
    pbr = "[entry_points]\nconsole_scripts =\n    tide = tide.cli:main\ntide.charts =\n    # drawn\n    svg = tide.svg:draw\n    txt = tide.txt:draw\n"
    assert read("setup.cfg", "ini", pbr).facts == (
        InstalledCommand("tide", "tide.cli", "main", line=3),
        Plugin("tide.charts", "svg", "tide.svg", "draw", line=6),
        Plugin("tide.charts", "txt", "tide.txt", "draw", line=7),
    )


def test_long_values_are_cut_and_at_most_two_hundred_are_kept() -> None:
    tasks = "".join(f'{name} = "echo {"x " * 500}"\n' for name in map("t{}".format, range(300)))
    facts = read("pyproject.toml", "toml", f"[tool.poe.tasks]\n{tasks}").facts
    assert len(facts) == 200
    assert all(isinstance(task, Task) and 230 < len(task.runs) <= 241 for task in facts)


def test_a_task_stands_where_its_table_names_it() -> None:
    text = (
        '[dependency-groups]\ndocs = ["x"]\n[tool.hatch.envs.site.scripts]\ndocs = "mkdocs build"\n'
    )
    facts = read("pyproject.toml", "toml", text).facts
    assert facts == (
        Task("site:docs", "hatch run site:docs", "mkdocs build", 4, ("mkdocs build",)),
    )


def test_broken_pyproject_has_no_facts() -> None:
    outline = read("pyproject.toml", "toml", "[project\nname = 'x'\n")
    assert outline.facts == ()
    assert outline.diagnostics[0].line == 1


def test_pyproject_of_odd_types_does_no_harm() -> None:
    text = "project = 3\n[tool]\nhatch = 1\npoetry = []\n[dependency-groups]\na = 1\n"
    assert read("pyproject.toml", "toml", text).facts == ()


def test_setup_cfg() -> None:
    text = """\
[metadata]
name = tide
version = attr: tide.version
description = Predicts the tide.
[options]
python_requires = >=3.8
install_requires =
    attrs
    requests>=2
[options.entry_points]
console_scripts =
    tide = tide.cli:main
[tool:pytest]
addopts = -q
"""
    outline = read("setup.cfg", "ini", text)
    assert outline.facts == (
        ProjectMetadata("tide", description="Predicts the tide."),
        Runtime("Python", ">=3.8"),
        Dependency("attrs"),
        Dependency("requests"),
        InstalledCommand("tide", "tide.cli", "main", line=12),
    )
    assert summary(outline) == ("Predicts the tide.", 4, "project description")


def test_tox_environments_and_commands() -> None:
    text = "[tox]\nenvlist = py311, lint\n[testenv]\ncommands =\n  pytest\n[testenv:lint]\ncommands = ruff check\n"
    assert read("tox.ini", "ini", text).facts == (
        Task("tox", "tox", "pytest", 3, ("pytest",)),
        Task("lint", "tox -e lint", "ruff check", 6, ("ruff check",)),
    )


def test_package_json() -> None:
    text = '{"name": "g", "description": "Greets people.",\n "scripts": {"build": "tsc -p ."},\n "bin": "g.js"}'
    outline = read("package.json", "json", text)
    assert outline.facts == (
        ProjectMetadata("g", description="Greets people."),
        Task("build", "npm run build", "tsc -p .", 2, ("tsc -p .",)),
        InstalledCommand("g", path="g.js", line=3),
    )
    assert summary(outline) == ("Greets people.", 1, "project description")


def test_package_json_that_is_a_list() -> None:
    assert read("package.json", "json", "[1]").facts == ()


def test_an_optional_crate_is_needed_where_default_features_bring_it() -> None:
    text = """
[features]
default = ["std"]
std = ["fast", "rand?/std"]
fast = ["dep:sieve"]
[dependencies]
sieve = { version = "1", optional = true }
serde = { version = "1", optional = true }
rand = { version = "2", optional = true }
log = "3"
"""
    needs = read("Cargo.toml", "toml", text).facts_of(Dependency)
    assert [(each.name, each.optional) for each in needs] == [
        ("sieve", False),
        ("serde", True),
        ("rand", True),
        ("log", False),
    ]


def test_cargo_manifest() -> None:
    text = '[package]\nname = "t"\ndescription = "Sums of cosines."\n[[bin]]\nname = "t"\npath = "src/t.rs"\n[dependencies]\nserde = "1"\nrand = {version = "2"}\n'
    outline = read("Cargo.toml", "toml", text)
    assert outline.facts == (
        ProjectMetadata("t", description="Sums of cosines."),
        InstalledCommand("t", path="src/t.rs", line=4),
        Dependency("serde"),
        Dependency("rand"),
        ModuleNames(
            "package",
            (
                ("bin", '[{"name":"t","path":"src/t.rs"}]'),
                ("package", '{"name":"t"}'),
                ("dependencies", '{"serde":"1","rand":{"version":"2"}}'),
            ),
        ),
    )
    assert outline.summary_line == 3


def test_workflow_is_known_by_its_content() -> None:
    text = """\
name: check
on:
  push:
  pull_request:
jobs:
  # Runs everywhere.
  test:
    runs-on: x
    steps:
      - uses: actions/checkout@0123
      - name: Test it
        run: |
          # a comment
          make test
          make lint
"""
    outline = read("anything.yml", "yaml", text)
    kinds = [(symbol.kind, symbol.name, symbol.line, symbol.end_line) for symbol in outline.symbols]
    assert kinds == [
        ("trigger", "on.push", 3, 3),
        ("trigger", "on.pull_request", 4, 4),
        ("job", "jobs.test", 7, 15),
        ("step", "jobs.test.actions/checkout", 10, 10),
        ("step", "jobs.test.Test it", 11, 15),
    ]
    assert outline.symbols[2].summary == "Runs everywhere."
    assert outline.facts == (JobCommand("test", "make test", 7), JobCommand("test", "make lint", 7))
    assert summary(outline) == ("check", 1, "workflow name")


def test_action_has_options_and_steps() -> None:
    text = "name: a\ndescription: Builds a wheel.\ninputs:\n  target:\n    description: Where to.\nruns:\n  steps:\n    - run: make\n"
    outline = read("action.yml", "yaml", text)
    assert names(outline) == ["inputs.target", "runs.make"]
    assert summary(outline) == ("Builds a wheel.", 2, "action description")


def test_pre_commit_hooks() -> None:
    text = "repos:\n  - repo: https://example.org/h\n    rev: v1\n    hooks:\n      - id: ruff\n        args: [a]\n      - id: lint\n        name: Lint it\n"
    outline = read(".pre-commit-config.yaml", "yaml", text)
    found = [
        (symbol.name, symbol.line, symbol.end_line, symbol.summary) for symbol in outline.symbols
    ]
    assert found == [("ruff", 5, 6, ""), ("lint", 7, 8, "Lint it")]
    assert outline.symbols[0].signature == "from https://example.org/h"
    assert outline.facts == (Hook("ruff"), Hook("lint"))


def test_compose_services() -> None:
    text = "services:\n  db:\n    image: postgres\n  app:\n    build: .\n"
    outline = read("docker-compose.yml", "yaml", text)
    assert names(outline, "service") == ["services.db", "services.app"]


def test_requirement_that_pip_would_refuse_is_said() -> None:
    outline = read("requirements.txt", "requirements", "a[b>=1\nc>=1,\nd==x!y\n<template>\n./e\n")
    assert names(outline) == ["c"]
    assert [problem.line for problem in outline.diagnostics] == [1, 3]


def test_requirement_with_endless_parentheses_is_survived() -> None:
    outline = read("requirements.txt", "requirements", f"a; {'(' * 100_000}\n")
    assert outline.diagnostics


def test_requirements() -> None:
    text = "# Of the tests.\n\nattrs>=23 # c\nx[y]==1; python_version < '3'\n-r base.txt\n-e .\nhttps://example.org/a.whl\nurl @ https://example.org/b.whl\n--index-url x\n!!\n"
    outline = read("requirements.txt", "requirements", text)
    assert names(outline, "dependency") == ["attrs", "x", "url"]
    assert outline.symbols[1].signature == "[y]==1; python_version < '3'"
    assert [one.module for one in outline.imports] == ["base.txt"]
    assert [problem.line for problem in outline.diagnostics] == [10]
    assert outline.summary == "Of the tests."


def test_ignore_file_is_about_what_its_comments_say() -> None:
    outline = read(".gitignore", "ignore", "*.log\n\n# archive\nbuild/\n")
    assert [term.text for term in outline.terms] == ["archive"]


def test_tox_patterns_stand_for_their_environments() -> None:
    text = "[testenv:docs-{html, pdf}]\ncommands =\n  make \\\n    -j 2\n  ls\n"

    assert read("tox.ini", "ini", text).facts == (
        Task(
            "docs-html,docs-pdf",
            "tox -e docs-html,docs-pdf",
            "make -j 2; ls",
            1,
            ("make -j 2", "ls"),
        ),
    )


def test_go_module_with_what_it_requires() -> None:
    text = """\
module "example.org/tide/v2" // the path

go 1.23
require example.org/one v1.0.0
require (
	example.org/two v0.2.0 // indirect
)
exclude example.org/three v0.1.0
"""
    outline = read("go.mod", "go-mod", text)

    assert outline.facts == (DefinedModule("go", "example.org/tide/v2"), Runtime("Go", ">=1.23"))
    assert names(outline, "dependency") == ["example.org/one", "example.org/two"]


def test_go_module_that_is_none() -> None:
    assert read("go.mod", "go-mod", "module\nrequire (\n\0\n((((").facts == ()


def test_gitlab_jobs_templates_and_what_they_run() -> None:
    text = """\
stages: [build, test]
include:
  - local: /ci/more.yml
  - remote: https://example.org/ci.yml
variables:
  MODE: fast
default:
  before_script:
    - bash tools/prepare.sh
.base:
  after_script: [./tools/tidy.sh]
# Makes the tables.
build:
  script:
    - python tools/make.py --all
  rules:
    - if: $CI_COMMIT_TAG
deploy:
  trigger: group/site
check:
  extends: .base
"""
    outline = read(".gitlab-ci.yml", "yaml", text)
    assert names(outline, "stage") == ["build", "test"]
    jobs = {symbol.name: symbol for symbol in outline.symbols if symbol.kind == "job"}
    assert list(jobs) == [".base", "build", "deploy", "check"]
    assert jobs[".base"].labels == ("template",)
    assert jobs["build"].summary == "Makes the tables."
    assert {(one.path, one.line, one.runs) for one in outline.mentions} == {
        ("ci/more.yml", 3, False),
        ("tools/prepare.sh", 9, True),
        ("tools/tidy.sh", 11, True),
        ("tools/make.py", 15, True),
    }
    assert outline.facts == (JobCommand("build", "python tools/make.py --all", 13),)


def test_commands_of_a_workflow_begin_in_their_working_directory() -> None:
    text = """\
on: push
defaults: {run: {working-directory: ./docs}}
jobs:
  site:
    steps:
    - run: make html
    - run: npm test
      working-directory: web
"""
    commands = [fact.command for fact in read("docs.yml", "yaml", text).facts_of(JobCommand)]
    assert commands == ["cd ./docs && make html", "cd web && npm test"]


def test_commands_in_another_repository_are_none_of_this_one() -> None:
    text = """\
on: push
jobs:
  downstream:
    steps:
    - uses: actions/checkout@v4
      with: {repository: others/app}
    - run: pytest others
    - uses: actions/checkout@v4
      with: {path: own}
    - run: python tools/own.py
      working-directory: own/sub
  beside:
    steps:
    - uses: actions/checkout@v4
    - uses: actions/checkout@v4
      with: {repository: others/app, path: app}
    - run: make test
    - run: make others
      working-directory: app
"""
    outline = read("test.yml", "yaml", text)
    commands = [fact.command for fact in outline.facts_of(JobCommand)]
    assert commands == ["cd sub && python tools/own.py", "make test"]


def test_actions_and_workflows_of_others_are_what_jobs_run_too() -> None:
    text = """\
on: push
jobs:
  test:
    strategy:
      matrix:
        job:
          - {target: linux, flags: --all}
          - {target: windows}
    steps:
    - uses: actions/checkout@v4
    - uses: someone/cargo-action@v1
      with: {command: test, args: "--target ${{ matrix.job.target }} ${{ matrix.job.flags }}"}
    - uses: golangci/golangci-lint-action@v9
    - uses: someone/test-reporter@v1
  values:
    outputs: {stones: "${{ steps.list.outputs.stones }}"}
    steps:
    - run: tools/stones
      id: list
  grind:
    strategy: {matrix: {include: "${{ fromJSON(needs.values.outputs.stones) }}"}}
    steps:
    - run: pytest tests/${{ matrix.stone }}_test.py
  elsewhere:
    uses: others/workflows/.github/workflows/tox.yml@v1
    with: {env: '["py"]', token: "${{ secrets.TOKEN }}"}
  tidied:
    uses: others/workflows/.github/workflows/dependabot-sync.yml@v1
  here:
    uses: ./.github/workflows/more.yml
"""
    assert read("test.yml", "yaml", text).facts == (
        JobCommand(
            "test",
            "cargo test --target <job.target> <job.flags>",
            3,
            (("job.target", ("linux", "windows")), ("job.flags", ("--all", ""))),
        ),
        JobAction("test", "golangci/golangci-lint-action", 3),
        JobCommand("grind", "pytest tests/<stone>_test.py", 20),
        JobAction(
            "elsewhere",
            "others/workflows/.github/workflows/tox.yml",
            24,
            (("env", '["py"]'),),
        ),
    )


def test_scripts_that_npm_runs_around_one() -> None:
    text = '{"scripts": {"prebuild": "rm -r out", "build": "tsc", "postbuild": "cp a out"}}'
    tasks = {task.name: task.steps for task in read("package.json", "json", text).facts_of(Task)}

    assert tasks["build"] == ("rm -r out", "tsc", "cp a out")
    assert tasks["prebuild"] == ("rm -r out",)


def test_tox_is_set_up_by_toml() -> None:
    table = (
        '[tool.tox.env_run_base]\ncommands = [["pytest", "-k", "not slow"]]\n'
        '[tool.tox.env.lint]\ncommands = [["ruff", "check"], [{replace = "posargs"}], 3]\n'
        "[tool.tox.env.none]\nskip_install = true\n"
    )
    expected = [
        Task("tox", "tox", "pytest -k 'not slow'", 1, ("pytest -k 'not slow'",)),
        Task("lint", "tox -e lint", "ruff check", 3, ("ruff check",)),
    ]
    assert list(read("pyproject.toml", "toml", table).facts_of(Task)) == expected
    alone = table.replace("tool.tox.", "")
    assert list(read("tox.toml", "toml", alone).facts_of(Task)) == expected


def test_tox_is_set_up_by_ini_in_toml() -> None:
    text = (
        '[tool.tox]\nlegacy_tox_ini = """\n[tox]\nenv_list = lint\n'
        '[testenv:lint]\ncommands =\n  ruff \\\\\n    check\n  mypy\n"""\n'
    )
    assert list(read("pyproject.toml", "toml", text).facts_of(Task)) == [
        Task("lint", "tox -e lint", "ruff check; mypy", 2, ("ruff check", "mypy"))
    ]
    broken = '[tool.tox]\nlegacy_tox_ini = """\ncommands = pytest\n"""\n'
    outline = read("pyproject.toml", "toml", broken)
    assert [each.line for each in outline.diagnostics] == [2]


def test_aliases_of_cargo_are_commands() -> None:
    text = '[alias]\nxtask = "run --package xtask --"\nt = ["test", "--all"]\nn = 1\n'
    tasks = read("config.toml", "toml", text).facts_of(Task)
    assert [(task.command, task.steps) for task in tasks] == [
        ("cargo xtask", ("cargo run --package xtask --",)),
        ("cargo t", ("cargo test --all",)),
    ]


def test_commands_of_tox_as_they_are_given_by_hand() -> None:
    text = (
        "[testenv]\ncommands =\n  - {envpython} -m pytest {posargs:tests}\n"
        "  python -c 'a; \\\n    b\n    c' {toxinidir}/x {posargs}\n"
    )
    (task,) = read("tox.ini", "ini", text).facts_of(Task)
    assert task.steps == ("python -m pytest tests", "python -c 'a; b c' ./x")


def test_rows_of_tox_for_some_factors_only_are_no_part_of_a_command() -> None:
    text = (
        "[testenv]\ncommands =\n    python -mpytest \\\n    pypy39: --no-cov \\\n        {posargs:}\n"
        "[testenv:docs]\ncommands =\n    py3{11,12}: make html\n"
    )
    tasks = read("tox.ini", "ini", text).facts
    assert [each.steps for each in tasks if isinstance(each, Task)] == [
        ("python -mpytest",),
        ("make html",),
    ]


def test_a_file_of_a_licence_is_not_its_name() -> None:
    text = '[project]\nname = "tide"\nlicense = {file = "LICENSE.txt"}\n'
    assert read("pyproject.toml", "toml", text).facts == (ProjectMetadata("tide"),)


def test_manifests_say_what_the_project_runs_on() -> None:
    npm = '{"name": "tide", "type": "module", "engines": {"node": ">=22"}, "exports": "./a.js"}'
    cargo = '[package]\nname = "tide"\nrust-version = "1.85"\n'
    module = "module example.org/tide\n\ngo 1.25.0\n\nrequire (\n\tgo v1.0.0\n)\n"
    both = '{"type": "module", "exports": {".": {"require": "./a.cjs", "import": "./a.js"}}}'

    assert set(read("package.json", "json", npm).facts) >= {
        Runtime("Node.js", ">=22"),
        ModuleFormat("ES modules", unless=(".cjs", ".cts")),
    }
    assert Runtime("Rust", ">=1.85") in read("Cargo.toml", "toml", cargo).facts
    assert list(read("go.mod", "go-mod", module).facts_of(Runtime)) == [Runtime("Go", ">=1.25.0")]
    assert not list(read("package.json", "json", both).facts_of(ModuleFormat))
    command = '{"name": "tide", "type": "module", "bin": "./cli.js"}'
    assert not list(read("package.json", "json", command).facts_of(ModuleFormat))


def test_pubspec_says_what_a_package_of_dart_is() -> None:
    text = """\
name: tide
version: 1.2.0
description: >-
  Predicts
  the tide.
repository: https://tide.example/code
environment:
  sdk: ^3.3.0
dependencies:
  args: ^2.0.0
  flutter:
    sdk: flutter
dev_dependencies:
  test: any
executables:
  tide:
  flood: main
"""
    outline = read("pubspec.yaml", "yaml", text)
    assert [*outline.facts] == [
        ProjectMetadata("tide", "1.2.0", "Predicts the tide."),
        ProjectUrl("Source", "https://tide.example/code"),
        Runtime("Dart", "^3.3.0"),
        Dependency("args"),
        Dependency("flutter"),
        InstalledCommand("tide", path="bin/tide.dart", line=16),
        InstalledCommand("flood", path="bin/main.dart", line=17),
    ]
    assert "dependencies.args" in names(outline)
    assert summary(outline) == ("Predicts the tide.", 3, "project description")


def test_broken_pubspec_keeps_its_keys() -> None:
    outline = read("pubspec.yaml", "yaml", "name: tide\nversion: [1\n")
    assert "name" in names(outline)
    assert not outline.facts
