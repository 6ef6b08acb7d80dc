"""Which lines of a function one run may take."""

from __future__ import annotations

from textwrap import dedent
from time import process_time

import pytest

from mkdocs_repodoc.languages.language_errors import failing_code
from mkdocs_repodoc.text.code_reading.branching.branches import (
    exclude_each_other,
    is_for_failure,
    is_for_leaving,
    left_at,
)
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode


def lines(code: str) -> list[str]:
    return dedent(code).strip("\n").split("\n")


def at(code: list[str], text: str) -> int:
    return next(number for number, line in enumerate(code, 1) if text in line)


NO_CODE = FailingCode()
PYTHON = """
    def run(a):
        start()
        if a == 1:
            one()
        elif a == 2:
            two()
        else:
            three()
        if a > 5:
            early()
            return
        for each in a:
            try:
                work()
            except ValueError:
                mend()
        finish()
"""
GO = """
    func run(args []string) error {
        if yes {
            return piped()
        }
        switch len(args) {
        // nothing
        case 0:
            return tui()
        default:
            for _, arg := range args {
                one(arg)
            }
        }
        return end()
    }
"""
RUST = """
    fn run(self) {
        before();
        match self {
            Command::Cat => cmd::cat(argv),
            Command::Count => {
                cmd::count(argv)
            }
            Command::Pack {
                files,
                level,
            } => {
                cmd::pack(files, level)
            }
            Command::List { files, .. } => {
                cmd::list(files)
            }
            Command::Sort(by) if by == "name" => {
                cmd::sort(by)
            }
            _ => cmd::other(argv),
        }
    }
"""
NESTED = """
    fn run(command: Option<Command>) {
        let found = match command {
            Some(Count {
                files,
            }) => {
                count(files)
            }
            Some(Config { command }) => match command {
                Edit => {
                    edit()
                }
            },
            None => {
                usual()
            }
        };
    }
"""
SCRIPT = """
    function run(a) {
      if (isSync) {
        return sync();
      }
      if (a) {
        first();
      } else if (b) {
        second();
      } else {
        third();
      }
      switch (a) {
        case 1:
          fourth();
          break;
        case 2: {
          fifth();
        }
      }
      return later();
    }
"""


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        (PYTHON, "one()", "two()"),
        (PYTHON, "one()", "three()"),
        (PYTHON, "early()", "work()"),
        (PYTHON, "finish()", "early()"),
        (GO, "piped()", "tui()"),
        (GO, "piped()", "one(arg)"),
        (GO, "tui()", "one(arg)"),
        (RUST, "cmd::count(", "cmd::pack("),
        (NESTED, "count(files)", "usual()"),
        (NESTED, "count(files)", "edit()"),
        (NESTED, "edit()", "usual()"),
        (RUST, "cmd::pack(", "cmd::list("),
        (RUST, "cmd::cat", "cmd::count"),
        (RUST, "cmd::list(", "cmd::sort("),
        (RUST, "cmd::cat", "cmd::other"),
        (RUST, "cmd::count", "cmd::other"),
        (SCRIPT, "sync()", "later()"),
        (SCRIPT, "first()", "second()"),
        (SCRIPT, "first()", "third()"),
        (SCRIPT, "second()", "third()"),
        (SCRIPT, "fourth()", "fifth()"),
    ],
)
def test_no_run_takes_both(code: str, one: str, other: str) -> None:
    text = lines(code)

    assert exclude_each_other(text, 1, at(text, one), at(text, other), NO_CODE)


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        (PYTHON, "start()", "one()"),
        (PYTHON, "one()", "early()"),
        (PYTHON, "one()", "work()"),
        (PYTHON, "work()", "finish()"),
        (GO, "one(arg)", "return end()"),
        (RUST, "before()", "cmd::cat"),
        (SCRIPT, "first()", "fourth()"),
        (SCRIPT, "fifth()", "later()"),
    ],
)
def test_one_run_takes_both(code: str, one: str, other: str) -> None:
    text = lines(code)

    assert not exclude_each_other(text, 1, at(text, one), at(text, other), NO_CODE)


@pytest.mark.parametrize(
    "code",
    [
        "def f():\n    try:\n        return one()\n    finally:\n        two()\n",
        "def f\n  begin\n    return one()\n  ensure\n    two()\n  end\nend\n",
        "f() {\n  try {\n    return one();\n  } finally {\n    two();\n  }\n}\n",
    ],
)
def test_what_stands_in_finally_is_run_however_the_block_is_left(code: str) -> None:
    text = lines(code)

    assert not exclude_each_other(text, 1, at(text, "one()"), at(text, "two()"), NO_CODE)


def test_what_raises_or_handles_errors() -> None:
    code = lines(
        """
        def run(a):
            try:
                work()
            except ValueError as error:
                mend(error)
            raise Bad(
                name(a),
            )
        """
    )

    assert not is_for_failure(code, 1, at(code, "work()"), NO_CODE)
    assert is_for_failure(code, 1, at(code, "mend("), NO_CODE)
    assert is_for_failure(code, 1, at(code, "name("), NO_CODE)


@pytest.mark.parametrize(
    ("language", "handler"),
    [
        ("javascript", "request.once('error', async error => {"),
        ("typescript", 'server.on("clientError", (error) => {'),
        ("javascript", "work().catch(error => {"),
        ("c", "if (error) {"),
        ("go", "if err := work(); err != nil {"),
        ("rust", "Err(problem) => {"),
    ],
)
def test_handlers_of_errors_are_for_failures(language: str, handler: str) -> None:
    code = ["run(a) {", f"    {handler}", "        mend(a);", "    }", "    work(a);", "}"]

    assert is_for_failure(code, 1, 3, failing_code(language))
    assert not is_for_failure(code, 1, 5, failing_code(language))
    assert not is_for_failure(code, 1, 3, failing_code("java"))


@pytest.mark.parametrize(
    ("language", "statement", "ends"),
    [
        ("python", "sys.exit(1)", True),
        ("javascript", "process.exit(1);", True),
        ("javascript", "process.exitCode = 1;", False),
        ("go", "log.Fatal(err)", True),
        ("rust", 'panic!("never")', True),
        ("php", "die;", True),
        ("ruby", "exit! 1", True),
        ("java", "exit(1);", False),
    ],
)
def test_what_ends_the_program_leaves_the_function(
    language: str, statement: str, ends: bool
) -> None:
    code = ["run(a) {", "    if (a) {", "        help(a);", f"        {statement}", "    }"]
    code += ["    work(a);", "}"]

    assert is_for_leaving(code, 1, 3, "help", failing_code(language)) is ends
    assert exclude_each_other(code, 1, 3, 6, failing_code(language)) is ends


GUARDS = """
    function run(a) {
      if (a.isEmpty) return none(a);
      if (
        a.isHelp &&
        a.isFirst
      ) {
        return help(a);
      }
      if (a.isLong) {
        prepare(a);
      }
      if (a.isAny) {
        one(a);
      } else {
        return other(a);
      }
      return work(a);
    }
"""


HANDLED = """
    def run(a):
        try:
            work(a)
        except OSError:
            mend(a)
        except ValueError:
            tell(a)
"""


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [("work(", "mend(", False), ("work(", "tell(", False), ("mend(", "tell(", True)],
)
def test_a_run_that_handles_a_failure_has_begun_before(
    one: str, other: str, excludes: bool
) -> None:
    code = lines(HANDLED)

    assert exclude_each_other(code, 1, at(code, one), at(code, other), NO_CODE) is excludes


@pytest.mark.parametrize(
    ("name", "leaves"),
    [
        ("none", True),
        ("help", True),
        ("prepare", False),
        ("other", False),
        ("work", False),
    ],
)
def test_a_guard_leaves_a_function(name: str, leaves: bool) -> None:
    code = lines(GUARDS)

    assert is_for_leaving(code, 1, at(code, f"{name}("), name, NO_CODE) is leaves


EARLY_EXITS = """
    function run(a) {
      if (a.isList) {
        const all = list(a);
        if (all.length === 0) {
          report(all);
        }
        print(all);
        return;
      }
      for (const each of a) {
        if (each.isLast) {
          last(each);
          return;
        }
      }
      if (a.isAny) {
        one(a);
        return;
      } else {
        other(a);
      }
      return work(a);
    }
"""


@pytest.mark.parametrize(
    ("name", "end"),
    [("list", 8), ("report", 8), ("print", 8), ("last", 0), ("one", 0), ("other", 0), ("work", 0)],
)
def test_a_long_block_may_end_by_leaving_the_function(name: str, end: int) -> None:
    code = lines(EARLY_EXITS)

    assert left_at(code, 1, at(code, f"{name}("), NO_CODE) == end


def test_what_returns_from_a_function_inside_leaves_nothing_else_out() -> None:
    code = """
        func New() *Command {
            command := &Command{
                RunE: func(cmd *Command) error {
                    if version {
                        return show()
                    }
                    return work()
                },
            }
            return add(command)
        }
    """
    lines = dedent(code).strip("\n").split("\n")

    assert exclude_each_other(lines, 1, 5, 7, NO_CODE)
    assert not exclude_each_other(lines, 1, 5, 10, NO_CODE)


def test_what_a_function_that_runs_at_once_returns_leaves_the_rest() -> None:
    code = """
        function start(all) {
            const made = all.map((each, index) => {
                return build(each, options(index));
            });
            return run(made);
        }
    """
    lines = dedent(code).strip("\n").split("\n")

    assert not exclude_each_other(lines, 1, 3, 5, NO_CODE)


def test_a_call_in_the_head_of_its_handler_is_none_for_errors() -> None:
    code = lines(
        """
        func save() error {
            if err := write(); err != nil {
                return wrap(err)
            }
            if err != nil { undo() }
        }
        """
    )

    go = failing_code("go")
    assert not is_for_failure(code, 1, at(code, "write()"), go)
    assert is_for_failure(code, 1, at(code, "wrap(err)"), go)
    assert is_for_failure(code, 1, at(code, "undo()"), go)


def test_blocks_in_a_thousand_blocks_are_told_in_no_time() -> None:
    deep = 1000
    opened = [f"{' ' * (2 * depth)}if (a{depth}) {{" for depth in range(deep)]
    closed = [f"{' ' * (2 * depth)}}}" for depth in reversed(range(deep))]
    code = ["function f() {", *opened, f"{' ' * 2 * deep}g();", f"{' ' * 2 * deep}h();", *closed]
    start = process_time()
    assert not exclude_each_other(code, 1, deep + 2, deep + 3, NO_CODE)
    assert process_time() - start < 1
