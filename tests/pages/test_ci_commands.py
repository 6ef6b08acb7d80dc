"""What the continuous integration runs, in the chapter on testing."""

from __future__ import annotations

from made_mill import chapter, mill_context

WORKFLOW = """\
name: CI
on: push
env:
  FEATURES: "--all"
  SECRET: ${{ secrets.SECRET }}
jobs:
  check:
    strategy:
      matrix:
        tags: ["", slow, "very slow"]
    steps:
      - run: go test -tags '${{ matrix.tags }}' ./... ${{ matrix.extra }}
      - run: cargo clippy ${{ env.FEATURES }} ${{ matrix.extra }}
      - run: cargo test ${{ env.SECRET }}
      - run: |
          coverage run -m pytest
          cargo metadata | jq '
            .packages[0]'
      - run: pytest --junitxml ${{ env.REPORT }} -x
      - run: cargo -V
      - run: cargo publish
      - run: cargo build --target=${{ matrix.target }}
      - run: tox run -e ${{ matrix.tox || format('py{0}', matrix.python) }}
      - run: uname -a
"""


def test_checks_are_told_with_the_values_that_their_workflow_sets() -> None:
    told = chapter(mill_context({".github/workflows/ci.yml": WORKFLOW}), "Testing")
    _, _, listed = told.partition("What the continuous integration runs:\n")
    lines = [line.partition(": Run by")[0] for line in listed.splitlines() if "Run by" in line]
    assert lines == [
        "- `go test -tags '<tags>' ./...`",
        (
            "- `cargo clippy --all`, `cargo test`, `coverage run -m pytest`, "
            "`pytest --junitxml <REPORT> -x` and "
            "`tox run -e ${{ matrix.tox || format('py{0}', matrix.python) }}`"
        ),
    ]
    assert "Run by the job check, where `<tags>` is nothing, `slow` or `very slow` ([" in listed
    assert "Run by the job check ([.github/workflows/ci.yml:7](" in listed


INCLUDING = """\
name: CI
on: push
jobs:
  check:
    strategy:
      matrix:
        include:
          - target: linux
            setup: {fast: true}
          - target: windows
    steps:
      - run: cargo test --target ${{ matrix.target }}
      - run: cargo clippy ${{ matrix.setup }}
"""


def test_a_matrix_may_list_whole_machines() -> None:
    told = chapter(mill_context({".github/workflows/ci.yml": INCLUDING}), "Testing")
    assert "- `cargo test --target <target>`: Run by the job check, where `<target>` is" in told
    assert "is `linux` or `windows` ([" in told
    assert "- `cargo clippy`: Run by the job check ([" in told


OTHERS = """\
name: CI
on: push
jobs:
  lint:
    steps:
      - uses: golangci/golangci-lint-action@v9
      - run: tools/get-stone.sh
      - run: task test --all
  linux:
    uses: others/workflows/.github/workflows/tox.yml@v1
    with: {os: linux}
  linux-again:
    uses: others/workflows/.github/workflows/tox.yml@v1
    with: {os: linux}
"""


def test_actions_and_workflows_of_others_are_told_after_the_commands() -> None:
    files = {".github/workflows/ci.yml": OTHERS, "tools/get-stone.sh": "#!/bin/sh\necho\n"}
    told = chapter(mill_context(files), "Testing")
    _, _, listed = told.partition("What the continuous integration runs:\n")
    assert "get-stone" not in listed
    assert listed.startswith("- `task test --all`: Run by the job lint ([")
    assert "- `golangci/golangci-lint-action`: an action of the job lint ([" in listed
    assert (
        "- `others/workflows/.github/workflows/tox.yml`: a workflow of another repository, called"
        " by the jobs linux (["
    ) in listed
    assert ", given `os: linux`" in listed


PREPARED = """\
name: CI
on: push
jobs:
  lint:
    steps:
      - run: pip install ruff
      - run: ruff check
  check:
    steps:
      - run: npm ci --quiet
      - run: sudo apt-get install -y stone
      - run: npx playwright install --with-deps
      - run: npm install ${{ matrix.more }}
      - run: echo installed
      - run: npm test
      - run: npm install -g publisher
"""


def test_what_a_job_installs_before_its_tests_is_told() -> None:
    told = chapter(mill_context({".github/workflows/ci.yml": PREPARED}), "Testing")
    assert (
        "The job check installs before its tests: `sudo apt-get install -y stone` and"
        " `npx playwright install --with-deps` (["
    ) in told
    assert "installs before its tests" not in chapter(mill_context({}), "Testing")


def test_values_are_those_for_which_the_condition_of_the_step_holds() -> None:
    workflow = """\
name: CI
on: push
jobs:
  check:
    strategy:
      matrix:
        python: ["3.12", "3.13", pypy]
    steps:
      - run: nox -s test-${{ matrix.python }}
        if: matrix.python != 'pypy'
      - run: nox -s old-${{ matrix.python }}
        if: ${{ matrix.python == '3.12' }}
      - run: nox -s any-${{ matrix.python }}
        if: matrix.python == '3.12' || always()
"""
    told = chapter(mill_context({".github/workflows/ci.yml": workflow}), "Testing")
    assert (
        "`nox -s test-<python>`: Run by the job check, where `<python>` is `3.12` or `3.13` ("
        in told
    )
    assert "`nox -s old-<python>`: Run by the job check, where `<python>` is `3.12` (" in told
    assert "where `<python>` is `3.12`, `3.13` or `pypy` (" in told


SERVED = """\
name: CI
on: push
jobs:
  lint:
    services:
      other:
        image: other:1
    steps:
      - run: ruff check
  check:
    services:
      stones:
        # as in production
        image: "stones/mill:${{ matrix.mill }}"
        ports:
          - 6379:6379
    steps:
      - run: npm test
"""


def test_what_runs_beside_the_tests_of_a_job_is_told() -> None:
    told = chapter(mill_context({".github/workflows/ci.yml": SERVED}), "Testing")
    assert (
        "Beside the tests of the job check runs `stones/mill:${{ matrix.mill }}` ("
        "[.github/workflows/ci.yml:11]("
    ) in told
    assert "other:1" not in told


WRAPPED = """\
name: CI
on: push
jobs:
  check:
    steps:
      - run: uv sync --frozen
      - run: |
          uv run poe test --cov=./ \\
            ${MORE:+--maxprocesses=$MORE} .
          uv run mill --version
          nix develop -c cargo clippy
      - run: devbox run -- uv run pre-commit run --all-files
      - run: devbox run -- uv run pre-commit uninstall
      - run: devbox run test
      - run: uv export
      - run: npm ls --all
      - run: |
          cd web
          pnpm exec eslint .
"""


def test_scripts_are_read_whole_and_wrapped_commands_are_what_they_run() -> None:
    told = chapter(mill_context({".github/workflows/ci.yml": WRAPPED}), "Testing")
    _, _, listed = told.partition("What the continuous integration runs:\n")
    assert listed.splitlines()[0].startswith(
        "- `uv run poe test --cov=./ .`, `nix develop -c cargo clippy`, "
        "`devbox run -- uv run pre-commit run --all-files`, `devbox run test` and "
        "`cd web && pnpm exec eslint .`: Run by the job check"
    )


def test_the_book_says_how_many_commands_it_leaves_out() -> None:
    steps = "".join(f"      - run: make check-{number}\n" for number in range(10))
    workflow = f"on: push\njobs:\n  check:\n    steps:\n{steps}"
    told = chapter(mill_context({".github/workflows/ci.yml": workflow}), "Testing")
    assert "\n- and 2 more commands" in told
