from __future__ import annotations

from textwrap import dedent
from time import process_time

import pytest

from mkdocs_repodoc.text.enclosing_blocks import enclosing_blocks

PYTHON = """
    def serve(self):
        while True:
            try:
                item = take(
                    self,
                )
                if item.error:
                    refuse()
                elif (
                    item.late
                    and item.first
                ):
                    late()
                else:
                    done()
            except Gone:
                close()
            finally:
                end()
"""
GO = """
    func Loop() {
    \tfor {
    \t\tselect {
    \t\tcase <-done:
    \t\t\tstop()
    \t\tdefault:
    \t\t\tnext()
    \t\t}
    \t}
    }
"""
JAVA = """
    void run() {
        for (Item item : items) {
            if (item.isOpen()) { // first
                open();
            } else {
                shut();
            }
        }
    }
"""
RUST = """
    fn options(raw: bool) {
        if first {
            one();
        } else {
            two();
        }
        kind = if raw {
            Raw
        } else {
            shell()
        };
        let order = pick(|each| {
            each
        } else {
            odd()
        });
    }
"""
PHP = """
    public function take($given) {
        if ($given instanceof Stream) {
            return $given;
        } elseif ($given instanceof Iterator) {
            pump();
        }
    }
"""
C_SHARP = """
    void Run()
    {
        foreach (var item in items)
        {
            if (item.IsOpen
                && item.IsFirst)
            {
                Wait();
            }
            else if (item.IsOpen)
            {
                Open();
            }
            else
            {
                Shut();
            }
            if (item.IsGone)
                Drop();
            if (item.IsLate)
                && Often())
                Hurry();
        }
    }
"""


@pytest.mark.parametrize(
    ("source", "call", "heads"),
    [
        (PYTHON, "take", ["while True"]),
        (PYTHON, "refuse", ["while True", "if item.error"]),
        (PYTHON, "late()", ["while True", "elif (item.late and item.first)"]),
        (PYTHON, "done", ["while True", "else of elif (item.late and item.first)"]),
        (PYTHON, "close", ["while True", "except Gone"]),
        (PYTHON, "end()", ["while True", "finally"]),
        (GO, "stop", ["for", "case <-done"]),
        (GO, "next", ["for", "default"]),
        (JAVA, "open()", ["for (Item item : items)", "if (item.isOpen())"]),
        (PHP, "pump", ["elseif ($given instanceof Iterator)"]),
        (C_SHARP, "Wait", ["foreach (var item in items)", "if (item.IsOpen && item.IsFirst)"]),
        (C_SHARP, "Open()", ["foreach (var item in items)", "else if (item.IsOpen)"]),
        (C_SHARP, "Shut", ["foreach (var item in items)", "else of else if (item.IsOpen)"]),
        (C_SHARP, "Drop", ["foreach (var item in items)", "if (item.IsGone)"]),
        (C_SHARP, "Hurry", ["foreach (var item in items)", "if (item.IsLate) …"]),
        (RUST, "shell", ["else of if raw"]),
        (RUST, "odd", ["else"]),
        (JAVA, "shut", ["for (Item item : items)", "else of if (item.isOpen())"]),
    ],
)
def test_the_blocks_around_a_line_are_said_by_their_heads(
    source: str, call: str, heads: list[str]
) -> None:
    lines = dedent(source).strip("\n").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if call in text)

    found = enclosing_blocks(lines, 1, line)

    assert [f"else of {each.text}" if each.is_otherwise else each.text for each in found] == heads


def test_blocks_around_the_function_do_not_count() -> None:
    lines = ["if python3:", "    def run():", "        go()"]

    assert enclosing_blocks(lines, 2, 3) == []


def test_a_condition_on_the_line_itself_is_the_innermost() -> None:
    lines = ["void run() {", "    while (on) {", "        if (late) stop();", "    }", "}"]

    named = [each.text for each in enclosing_blocks(lines, 1, 3, "stop")]

    assert named == ["while (on)", "if (late)"]
    assert [each.text for each in enclosing_blocks(lines, 1, 3)] == ["while (on)"]


RUST_MATCH = """
    fn run(opt: &Opt) {
        let reader = match &opt.file {
            Some(name) => {
                open(name)
            }
            (a, b) => {
                pair()
            }
            None => close(),
        };
        match opt.command {
            Command::Pack {
                files,
                level,
            } => {
                pack(files, level)
            }
            Command::List { files, .. } => {
                check(files);

                // Locks are freed early.
                {
                    list(files)
                }
            }
        }
        each(|one| {
            turn(one)
        });
    }
"""
GUARDED_ARMS = """
    fn run(a: &Args) {
        match a.jobs {
            0 if a.level >= 3 => {
                deep();
            }
            n if n > 100
                && n < 1000 => {
                many();
                if late {
                    stop();
                }
            }
            n
                if n == 'x' =>
            {
                equal();
            }
            "a"
            | "b" => {
                letters();
            }
            1 | 2 => { exit(3) }
            _ => {
                let keep = |n| n => {
                    kept();
                };
            }
        }
    }
"""
KOTLIN_WHEN = """
    fun run(given: Any) {
        when (given) {
            is String -> {
                text()
            }
        }
        list.forEach { one ->
            turn(one)
        }
    }
"""


@pytest.mark.parametrize(
    ("code", "line", "expected"),
    [
        (RUST_MATCH, "open(name)", ["match &opt.file { Some(name) …"]),
        (RUST_MATCH, "pair()", ["match &opt.file { (a, b) …"]),
        (RUST_MATCH, "pack(files", ["match opt.command { Command::Pack …"]),
        (RUST_MATCH, "list(files)", ["match opt.command { Command::List { files, .. } …"]),
        (RUST_MATCH, "turn(one)", []),
        (GUARDED_ARMS, "deep()", ["match a.jobs { 0 if a.level >= 3 …"]),
        (GUARDED_ARMS, "many()", ["match a.jobs { n if n > 100 && n < 1000 …"]),
        (GUARDED_ARMS, "stop()", ["match a.jobs { n if n > 100 && n < 1000 …", "if late"]),
        (GUARDED_ARMS, "equal()", ["match a.jobs { n if n == 'x' …"]),
        (GUARDED_ARMS, "letters()", ['match a.jobs { "a" | "b" …']),
        (GUARDED_ARMS, "kept()", ["match a.jobs { _ …"]),
        (KOTLIN_WHEN, "text()", ["when (given) { is String …"]),
        (KOTLIN_WHEN, "turn(one)", []),
    ],
)
def test_an_arm_of_a_match_is_said_with_what_it_is_a_case_of(
    code: str, line: str, expected: list[str]
) -> None:
    lines = dedent(code).strip("\n").split("\n")
    number = next(at for at, text in enumerate(lines, 1) if line in text)

    assert [head.text for head in enclosing_blocks(lines, 1, number)] == expected


def test_a_head_over_several_lines_is_said_whole() -> None:
    code = """
        function run(each) {
          if (
            each.late &&
            each.first
          ) {
            late();
          }
        }
    """
    lines = dedent(code).strip("\n").split("\n")

    assert [head.text for head in enclosing_blocks(lines, 1, 6)] == ["if (each.late && each.first)"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("close", ["match &opt.file { None …"]), ("None", []), ("turn", [])],
)
def test_an_arm_on_one_line_is_said_with_what_it_is_a_case_of(
    name: str, expected: list[str]
) -> None:
    lines = dedent(RUST_MATCH).strip("\n").split("\n")
    wanted = "turn(one)" if name == "turn" else "None => close()"
    number = next(at for at, text in enumerate(lines, 1) if wanted in text)

    assert [head.text for head in enclosing_blocks(lines, 1, number, name)] == expected


def test_an_arm_may_have_its_block_on_its_line() -> None:
    lines = dedent(GUARDED_ARMS).strip("\n").split("\n")
    number = next(at for at, text in enumerate(lines, 1) if "exit(3)" in text)

    heads = enclosing_blocks(lines, 1, number, "exit")

    assert [head.text for head in heads] == ["match a.jobs { 1 | 2 …"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("if (x) {// comment here", "if (x)"),
        ("if x:# c", "if x"),
        ("for (a of b) {/* each */", "for (a of b)"),
        ('if (x == "http://y") {', 'if (x == "http://y")'),
    ],
)
def test_a_comment_stuck_to_what_opens_a_block_is_no_part_of_it(head: str, said: str) -> None:
    lines = ["run", f"    {head}", "        go()"]

    assert [each.text for each in enclosing_blocks(lines, 1, 3)] == [said]


@pytest.mark.parametrize(
    "head",
    [
        f"if{' match' * 4000}",
        f"a{' ' * 20_000}b",
        f"a -> {' ' * 20_000}b",
        f"if (a{' ' * 20_000}b)",
    ],
)
def test_long_lines_cost_no_more_than_their_length(head: str) -> None:
    lines = ["run", f"    {head};", "        A => {", "            go()", f"        go({head})"]
    start = process_time()

    enclosing_blocks(lines, 1, 4)
    enclosing_blocks(lines, 1, 5, "go")

    assert process_time() - start < 0.1


INNER_GO = """
    func New() *Command {
    \tcommand := &Command{
    \t\tRunE: func(cmd *Command, args []string) error {
    \t\t\tif version {
    \t\t\t\tshow()
    \t\t\t}
    \t\t\treturn nil
    \t\t},
    \t}
    \tgroup.Go(func() error {
    \t\twork()
    \t})
    \tset(command)
    }
"""
INNER_SCRIPT = """
    function watch(file: File) {
      const listener = async (path: Path, stats?: Stats) => {
        if (stats) {
          emit(path);
        }
      };
      stream.on('data', async (entry) => {
        add(entry);
      });
      files.forEach((each) => {
        turn(each);
      });
      start(listener);
    }
"""
INNER_PYTHON = """
    def outer(self):
        def flush() -> None:
            for each in self.held:
                write(each)
        flush()
"""


@pytest.mark.parametrize(
    ("source", "call", "heads"),
    [
        (INNER_GO, "show", [("RunE", "function"), ("if version", "block")]),
        (INNER_GO, "work", [("Go", "argument")]),
        (INNER_GO, "set(", []),
        (INNER_SCRIPT, "emit", [("listener", "function"), ("if (stats)", "block")]),
        (INNER_SCRIPT, "add(", [("on", "argument")]),
        (INNER_SCRIPT, "turn", []),
        (INNER_SCRIPT, "start", []),
        (INNER_PYTHON, "write", [("flush", "function"), ("for each in self.held", "block")]),
    ],
)
def test_a_line_in_a_function_inside_of_the_function_is_known_as_such(
    source: str, call: str, heads: list[tuple[str, str]]
) -> None:
    lines = dedent(source).strip("\n").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if call in text)

    assert [(each.text, each.part) for each in enclosing_blocks(lines, 1, line)] == heads


def test_a_line_before_the_function_stands_in_none_of_its_blocks() -> None:
    lines = ["if first:", "    value = make()", "", "value = make()"]

    assert enclosing_blocks(lines, 4, 2, "make") == []


@pytest.mark.parametrize(
    ("code", "heads"),
    [
        (
            ["if let Some(end) = text.find(a).and_then(|m| {", "    go()"],
            ["if let Some(end) = text.find(a).and_then(|m| …"],
        ),
        (["match x {", "    A(", "        b", "    }) => {", "        go()"], []),
        (["try:", "    a()", "except Gone:", "    b()", "else:", "    go()"], ["else"]),
    ],
)
def test_heads_that_are_cut_or_close_something_are_not_told_as_whole(
    code: list[str], heads: list[str]
) -> None:
    lines = ["run", *(f"    {each}" for each in code)]
    assert [each.text for each in enclosing_blocks(lines, 1, len(lines))] == heads


def test_a_line_in_a_head_is_not_under_its_condition() -> None:
    code = """
        def run():
            if (
                here  # (not there
                and special(1)
            ):
                return
            while turning(
                grind(1),
            ):
                if late:  # see (a
                    stop(2)
    """
    lines = dedent(code).strip("\n").split("\n")
    at = {each.strip(): number for number, each in enumerate(lines, 1)}

    assert enclosing_blocks(lines, 1, at["and special(1)"], "special") == []
    assert enclosing_blocks(lines, 1, at["grind(1),"], "grind") == []
    heads = enclosing_blocks(lines, 1, at["stop(2)"], "stop")
    assert [each.text for each in heads] == ["while turning(grind(1))", "if late"]


def test_the_else_of_a_further_case_has_the_one_before_that() -> None:
    lines = [
        "if (here) {",
        "    a();",
        "} else if (late) {",
        "    b();",
        "} else {",
        "    c();",
        "}",
    ]
    code = ["void run() {", *(f"    {each}" for each in lines), "}"]

    (head,) = enclosing_blocks(code, 1, 7, "c")

    assert (head.text, head.is_otherwise, head.after) == ("else if (late)", True, "if (here)")


@pytest.mark.parametrize(
    ("first", "second", "after"),
    [
        ("is_complete", "failure.is_none()", "if is_complete"),
        ("args.command == 'run'", "args.command == 'try'", ""),
        ("err == nil", "err.is_late()", "if err == nil"),
        ("x" * 60, "second", f"if {'x' * 46}…"),
    ],
)
def test_a_further_case_has_the_one_before_it_that_must_not_hold(
    first: str, second: str, after: str
) -> None:
    lines = ["fn run() {", f"    if {first} {{", "        a();", f"    }} else if {second} {{"]
    (head,) = enclosing_blocks([*lines, "        b();", "    }", "}"], 1, 5, "b")

    assert (head.text, head.after) == (f"else if {second}", after)


def test_a_long_head_ends_with_a_whole_word() -> None:
    said = "if " + " and ".join(f"condition_number_{number}" for number in range(9))
    lines = ["def run():", f"    {said}:", "        go()"]

    (head,) = enclosing_blocks(lines, 1, 3)
    assert head.text.endswith(" …")
    assert said.startswith(head.text.removesuffix("…"))


def test_a_condition_on_an_error_says_which_call_has_failed() -> None:
    code = """
        func run() error {
            file, err := configs.Open("configurations/" + name)
            if err != nil {
                file, err = os.Open(name)
            }
            n := 1
            if err != nil {
                stop(n)
            }
        }
    """
    lines = dedent(code).strip("\n").split("\n")

    (head,) = enclosing_blocks(lines, 1, 4)
    assert (head.text, head.after) == ("if err != nil", 'configs.Open("configurations/" + name)')
    assert head.is_of_error
    (other,) = enclosing_blocks(lines, 1, 8)
    assert (other.text, other.after) == ("if err != nil", "")
