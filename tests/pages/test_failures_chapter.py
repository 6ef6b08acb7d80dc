"""The book's chapter on failures."""

from __future__ import annotations

from made_mill import chapter
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.insight.operation.error_paths import Report
from mkdocs_repodoc.insight.operation.settings_errors import is_about_settings
from mkdocs_repodoc.model.facts import ReportedError
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.parts import operation_caps
from mkdocs_repodoc.pages.parts.formatting import in_turns

SHOP = {
    "pyproject.toml": '[project]\nname = "shop"\n[project.scripts]\nshop = "shop.cli:main"\n',
    "shop/__init__.py": "",
    "shop/cli.py": """
        import enum
        import sys
        from shop.stock import SoldOut, sell

        class ExitCode(enum.IntEnum):
            EMPTY = 3

        def main():
            try:
                sell("apples")
            except SoldOut as error:
                print(error, file=sys.stderr)
                sys.exit(ExitCode.EMPTY)
        """,
    "shop/stock.py": """
        import logging

        log = logging.getLogger()

        class SoldOut(Exception):
            code = 400

        def sell(fruit):
            if fruit not in stock:
                log.warning("asked for %s", fruit)
                raise SoldOut(f"no {fruit} left")
        """,
}


def text() -> str:
    linked = link_files(SHOP)
    return chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")


def test_an_error_is_told_with_all_conditions_that_lead_to_it() -> None:
    lines = SHOP["shop/stock.py"].split("\n")
    at = lines.index("            if fruit not in stock:")
    inside = [f"    {line}" if line else line for line in lines[at:]]
    stock = "\n".join([*lines[:at], "            if is_open:", *inside])
    linked = link_files({**SHOP, "shop/stock.py": stock})
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "| “no {fruit} left” | `fruit not in stock`, inside `is_open` | [sell](" in told
    assert "when `fruit not in stock`, inside `is_open`: [sell](" in told


def test_a_failure_is_told_from_its_message_to_what_follows() -> None:
    told = text()
    assert "| “no {fruit} left” | `fruit not in stock` | [sell](" in told
    assert "`print(error, file=sys.stderr)`; `sys.exit(ExitCode.EMPTY)`" in told
    assert "- On `SoldOut` in [main](" in told
    assert "“asked for %s” (`log.warning`), when `fruit not in stock`: [sell](" in told


def test_statuses_are_told_with_where_they_are_used() -> None:
    told = text()
    assert "(“ExitCode.EMPTY”), used in [shop/cli.py:13](" in told
    assert "Classes of errors state their status: [SoldOut](" in told


def test_a_variable_is_no_status_beside_what_it_is_set_to() -> None:
    cli = """
        import sys
        from shop.stock import SoldOut, sell

        def main():
            try:
                sell("apples")
            except SoldOut as error:
                if error.left:
                    code = error.left
                elif error.args:
                    code = 1
                sys.exit(code)
        """
    linked = link_files({**SHOP, "shop/cli.py": cli})
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "computed: `error.left` ([cli.py:9](" in told
    assert "`code`" not in told


def test_a_status_that_no_shell_sees_is_told_with_the_one_that_it_sees() -> None:
    cli = """
        import sys

        def main(given):
            if given:
                sys.exit(-1)
            sys.exit(2)
        """
    linked = link_files({**SHOP, "shop/cli.py": cli})
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "`-1`, which a POSIX shell sees as `255`: [main](" in told
    assert "`2`: [main](" in told


def test_who_catches_what_a_library_ends_the_program_by_is_told() -> None:
    code = """
        import argparse

        def main():
            try:
                parser.parse_args()
            except SystemExit:
                return 1
        """
    linked = link_files({"mill/cli.py": code})
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "It does so by `SystemExit`, which is caught in [cli.main](" in told
    assert "[mill/cli.py:6](" in told
    linked = link_files({"mill/cli.py": code.replace("SystemExit", "OSError")})
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "end the program with status 2" in told
    assert "It does so" not in told


def test_errors_that_no_handler_names_are_told() -> None:
    raising = {"mill/stone.py": "def grind():\n    raise ValueError('dull')\n"}
    linked = link_files({**SHOP, **raising})
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert (
        "No handler in the software names `ValueError`, nor a class that they derive from" in told
    )
    linked = link_files(raising)
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "No code that handles errors was found" in told


def test_every_group_has_its_turn() -> None:
    parts = [*(("a", number) for number in range(9)), *(("b", number) for number in range(9))]
    taken = in_turns(parts, lambda each: each[0], lambda each: (-each[1],), 10)
    assert taken == [
        *(("a", number) for number in (8, 7, 6, 5, 4, 3)),
        ("b", 8),
        ("b", 7),
        ("a", 2),
        ("a", 1),
    ]


def test_an_error_with_a_name_is_told_before_what_can_only_be_a_fault() -> None:
    panics = "".join(f'func f{n}() {{\n\tpanic("unreachable {n}")\n}}\n' for n in range(70))
    files = {
        "go.mod": "module mill\n",
        "main.go": f"package main\n\nfunc main() {{\n\tf1()\n}}\n{panics}",
        "z.go": 'package main\n\nvar ErrWet = errors.New("wet grain")\n',
    }
    linked = link_files(files)
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "wet grain" in told
    assert "unreachable" not in told


def test_what_is_no_failure_is_left_to_the_list_of_all() -> None:
    code = (
        "def grind():\n    raise NotImplementedError\n\ndef sift():\n    raise Dull('no sieve')\n"
    )
    linked = link_files({**SHOP, "shop/mill.py": code})
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "no sieve" in told
    assert "NotImplementedError" not in told


def test_the_function_is_told_through_which_errors_leave() -> None:
    files = {
        "go.mod": "module mill\n",
        "main.go": (
            'package main\n\nimport (\n\t"log"\n\t"os"\n)\n\n'
            'func main() {\n\tfail("no grain")\n\tfail("no stone")\n'
            '\tlog.Fatalf("no water in %s", place)\n}\n\n'
            "func fail(text string) {\n\tos.Exit(1)\n}\n"
        ),
    }
    linked = link_files(files)
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "[fail](repo/main.go_docs.md#fail) ([main.go:15](" in told
    assert "), called by [main](" in told
    assert "(“no water in %s”)" in told


def chapter_of(files: dict[str, str]) -> str:
    linked = link_files(files)
    return chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")


def test_errors_stand_below_those_that_they_derive_from() -> None:
    told = chapter_of(
        {
            "mill/errors.py": """
                class MillError(Exception):
                    \"\"\"Something in the mill went wrong\"\"\"

                class Wet(MillError, ValueError):
                    \"\"\"The grain is wet.\"\"\"

                class Dull(MillError):
                    pass
                """,
            "mill/stone.py": """
                from mill.errors import Dull, Wet

                def grind(grain, fault=Dull):
                    if grain.wet:
                        raise Wet()
                    raise fault()
                """,
        }
    )
    tree = told[told.index("Its own errors") :].splitlines()
    assert "[MillError](" in tree[1]
    assert "(`Exception`): “Something in the mill went wrong”" in tree[1]
    assert tree[2].startswith("  - [Wet](")
    assert "(`ValueError`): “The grain is wet.” Raised in [stone.py:5](" in tree[2]
    assert tree[3].startswith("  - [Dull](")
    assert ". Named in [stone.py:3](" in tree[3]


def test_a_declaration_without_uses_stands_in_no_tree_beside_what_it_declares() -> None:
    told = chapter_of(
        {
            "package.json": '{"name": "mill"}',
            "mill.js": (
                "export class Wet extends Error {}\nexport class Dull extends Error {}\n"
                "export function grind() {\n  throw new Wet('no');\n}\n"
                "export const stop = () => {\n  throw new Dull('no');\n};\n"
            ),
            "types/mill.d.ts": "export class Wet extends Error {}\n",
        }
    )
    tree = told[told.index("Its own errors") :]
    assert tree.count("- [Wet") == tree.count("- [Dull") == 1


def test_one_error_alone_makes_no_tree() -> None:
    assert "Its own errors" not in text()


def test_errors_that_are_ignored_are_told_in_one_sentence() -> None:
    told = chapter_of(
        {
            "mill/stone.py": """
                def grind():
                    try:
                        turn()
                    except OSError:
                        pass
                    try:
                        turn()
                    except ValueError:
                        stop()
                """
        }
    )
    assert "1 handler does nothing with the error, which is ignored: `OSError` in [grind](" in told
    assert "On `ValueError` in [grind](" in told
    assert "On `OSError`" not in told


def test_a_part_of_the_reports_says_of_how_many_it_is() -> None:
    raising = "".join(f"def f{n}():\n    raise ValueError('no {n}')\n" for n in range(70))
    told = chapter_of({"mill/stone.py": raising})
    assert f"{operation_caps.BOOK_REPORTS} of 70 reports" in told


def test_a_computed_status_is_told_with_what_variables_of_its_name_are_set_to() -> None:
    told = chapter_of(
        {
            "Cargo.toml": '[package]\nname = "mill"\n',
            "src/main.rs": (
                "use std::process::exit;\n\nfn main() {\n    match run() {\n"
                "        Ok(exit_status) => exit(exit_status),\n        Err(_) => exit(1),\n"
                "    }\n}\n\nfn run() -> io::Result<i32> {\n    let mut exit_status = 0;\n"
                "    if let Err(e) = grind() {\n        exit_status = 2;\n    }\n"
                "    stop(exit_status)\n}\n"
            ),
        }
    )
    assert "computed: `exit_status` ([main.rs:5](" in told
    assert "; variables of this name are set to `0` ([src/main.rs:11](" in told
    assert "and `2` ([src/main.rs:13](" in told
    assert ", inside `if let Err(e) = grind()`)" in told


_MILL = """
    import sys

    from mill.log import log

    def main():
        sys.exit(run(sys.argv))

    def run(args):
        if args.grind:
            if not args.sacks:
                log.error("There is no grain.")
                return 1
            elif args.dull:
                log.error(
                    "The stone is dull."
                )
                return 1
        elif not args:
            return 2
        return 0
    """


def mill_with(**others: str) -> str:
    return chapter_of(
        {
            "pyproject.toml": SHOP["pyproject.toml"].replace("shop.cli", "mill.run"),
            "mill/__init__.py": "",
            "mill/flour.py": "from mill.clean import sweep\n",
            "mill/log.py": "import logging\n\nlog = logging.getLogger()\n",
            "mill/run.py": _MILL,
            **{f"mill/{name}.py": code for name, code in others.items()},
        }
    )


def test_a_status_is_told_by_functions_with_all_conditions_and_what_was_said_before() -> None:
    told = mill_with()
    assert "- `1`: [run](" in told
    assert (
        "when `not args.sacks`, inside `if args.grind` (“There is no grain.”); [17]("
        "repo/mill/run.py_docs.md#L17) when `args.dull`, inside `if args.grind`"
        " (“The stone is dull.”)), called by [main]("
    ) in told
    assert "- `2`: [run](" in told
    assert "when `not args`), called by [main](" in told


def test_an_end_for_an_error_names_the_call_that_has_failed() -> None:
    code = """
        package main

        import "os"

        func main() {
            if *version {
                os.Exit(0)
            }
            stones, err := stones()
            if err != nil {
                os.Exit(1)
            }
            err = grind(stones)
            if err != nil {
                os.Exit(1)
            }
        }

        func stones() ([]int, error) { return nil, nil }

        func grind(stones []int) error { return nil }
        """
    told = chapter_of({"go.mod": "module mill\n", "main.go": code})
    assert "when `err != nil` after `stones()`; [" in told
    assert "when `err != nil` after `grind(stones)`" in told
    assert "when `*version`); and where nothing else ends it" in told


def test_an_end_in_a_function_on_its_line_is_not_told_as_if_it_ran_in_any_case() -> None:
    code = """
        function main() {
          grind().then(
            () => process.exit(0),
            () => process.exit(1),
          );
        }
        main();
        """
    told = chapter_of({"package.json": '{"name": "mill", "bin": "mill.js"}', "mill.js": code})
    assert told.count(", in a function given to a call") == 2


def test_an_end_in_a_function_that_is_handed_on_says_so() -> None:
    code = """
        fn main() {
            ctrlc::set_handler(move || {
                println!("Aborting");
                process::exit(3);
            })
            .expect("no handler");
        }
        """
    told = chapter_of({"Cargo.toml": '[package]\nname = "mill"\n', "src/main.rs": code})
    assert ", in a function given to `set_handler` (“Aborting”)" in told


def test_programs_beside_the_main_one_are_told_apart() -> None:
    told = mill_with(
        clean="""
            import sys

            def sweep():
                pass

            def main():
                if sys.argv[1:]:
                    print("nothing to clean", file=sys.stderr)
                    return 5
                return 0

            if __name__ == "__main__":
                sys.exit(main())
            """,
        check="import sys\n\nif __name__ == '__main__':\n    sys.exit(0)\n",
    )
    own, _, others = told.partition("How other programs in the repository end")
    assert "nothing to clean" not in told
    assert "`5`" not in own
    assert "[mill/clean.py](repo/mill/clean.py_docs.md): `0` ([line 10](" in others
    assert " or `5` ([line 9](" in others
    assert "check.py" not in others


def test_a_file_that_starts_the_main_program_is_no_other_one() -> None:
    told = chapter_of(
        {
            "pyproject.toml": '[project]\nname = "mill"\nscripts = {mill = "mill.main:mill.run"}\n',
            "mill/__init__.py": "",
            "mill/stone.py": "import sys\nclass Stone:\n    def run(self):\n        sys.exit(3)\n",
            "mill/main.py": "from mill.stone import Stone\nmill = Stone()\n",
            "mill/__main__.py": "from mill.main import mill\nmill.run()\n",
        }
    )
    assert "- `3`: [Stone.run](" in told
    assert "How other programs" not in told


def test_libraries_decide_for_the_main_program() -> None:
    parsing = """
        import argparse

        def sweep():
            pass

        def main():
            argparse.ArgumentParser().parse_args()

        if __name__ == "__main__":
            main()
        """
    assert "`argparse.ArgumentParser().parse_args()`" not in mill_with(clean=parsing)


def test_many_functions_with_one_status_have_a_line_each() -> None:
    commands = "".join(
        f"def grind{number}(sack):\n    if not sack:\n        return 1\n    return 0\n\n"
        for number in range(5)
    )
    calls = "".join(
        f"    if sack == {number}:\n        return grind{number}(sack)\n" for number in range(5)
    )
    told = chapter_of(
        {
            "pyproject.toml": SHOP["pyproject.toml"],
            "shop/__init__.py": "",
            "shop/cli.py": f"import sys\n\n{commands}\ndef main(sack):\n{calls}    return 0\n\n"
            "if __name__ == '__main__':\n    sys.exit(main(1))\n",
        }
    )
    assert "- `1`\n  - [grind0](" in told
    assert "  - [grind4](" in told
    assert "  - and 3 more\n- `1`" in told


def test_all_reports_are_linked_to_where_some_are_left_out() -> None:
    alike = [f"def f{n}(a):\n    raise ValueError('no')\n" for n in range(70)]
    assert "[Failures](" in chapter_of({"mill/stone.py": "".join(alike)})
    assert "[Failures](" not in chapter_of({"mill/stone.py": "".join(alike[:3])})


def test_what_users_meet_comes_before_what_no_program_comes_to() -> None:
    tries = "".join(
        f"""
    try:
        grind{number}()
    except OSError as error:
        print("cannot grind {number}:", error)
"""
        for number in range(9)
    )
    lost = "".join(
        f"""
def lost{number}():
    try:
        seek{number}()
    except OSError:
        keep{number}("a handler that does much more than those of the program that users start")
"""
        for number in range(19)
    )
    linked = link_files(
        {
            "pyproject.toml": SHOP["pyproject.toml"],
            "shop/__init__.py": "",
            "shop/cli.py": f"def main():{tries}",
            "shop/aside.py": lost,
        }
    )
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert all(f"cannot grind {number}:" in told for number in range(9))
    assert "(12 of 28)" in told


def test_a_message_without_a_word_is_none() -> None:
    code = """
        fn main() {
            if let Err(error) = turn() {
                eprintln!("{} {:#}", "error".red(), error);
                std::process::exit(3);
            }
            eprintln!("no grain is left");
        }
        """
    files = {"src/main.rs": code, "Cargo.toml": '[package]\nname = "mill"\n'}
    linked = link_files(files)
    told = chapter(made_context(linked.repository, texts=linked.texts), "When It Fails")
    assert "“no grain is left” (`eprintln!`)" in told
    assert "“{} {:#}”" not in told
    assert " (`eprintln!`), when" not in told


def test_what_variants_say_that_no_statement_reports_is_told() -> None:
    code = """
        enum MillError { Dull, Wet, Empty }

        impl From<MillError> for Shown {
            fn from(error: MillError) -> Self {
                match error {
                    MillError::Dull => Shown::titled("the stone is dull"),
                    MillError::Wet => Shown::titled("the grain is wet"),
                    MillError::Empty => Shown::titled("no grain"),
                }
            }
        }

        fn grind(wet: bool) -> Result<(), MillError> {
            if wet {
                return Err(MillError::Wet("rained on"));
            }
            Err(Other::Empty)
        }
        """
    told = chapter_of({"src/lib.rs": code})
    assert "`MillError::Wet` | “the grain is wet … rained on” | `wet`" in told
    assert "`Other::Empty` |  |" in told  # a variant of another type says nothing of this one
    assert (
        "- `MillError`: `Dull` “the stone is dull” ([lib.rs:6](repo/src/lib.rs_docs.md#L6)); "
        "`Empty` “no grain” ([8](" in told
    )
    assert "`Wet` “" not in told


def test_what_nothing_handles_is_told_of_programs_alone() -> None:
    code = "def main(wet):\n    if wet:\n        raise ValueError('wet')\n"
    said = "An exception that nothing handles ends a program in Python with status `1`, unless"
    assert said not in chapter_of({"shop/cli.py": code})
    program = {
        "pyproject.toml": SHOP["pyproject.toml"],
        "shop/__init__.py": "",
        "shop/cli.py": code,
    }
    assert said in chapter_of(program)


def test_handlers_of_own_errors_come_before_others_that_programs_do_not_come_to() -> None:
    others = "".join(
        f"""
def sift{number}():
    try:
        seek{number}()
    except OSError:
        keep{number}("a handler that does much more than the others do, at great length")
"""
        for number in range(20)
    )
    own = "class Dull(Exception):\n    pass\n\n\ndef run():\n    try:\n        go()\n"
    own += "    except Dull:\n        stop()\n"
    told = chapter_of({"mill/sieve.py": f"{own}\n{others}"})
    assert "- On `Dull` in [run](" in told


def test_the_function_that_ends_the_program_is_told_with_what_it_writes() -> None:
    told = chapter_of(
        {
            "pyproject.toml": SHOP["pyproject.toml"],
            "shop/__init__.py": "",
            "shop/cli.py": """
                import sys

                def stop(status, error):
                    print(f"Look into {log} for more")
                    print(error)
                    sys.exit(status)

                def main():
                    try:
                        sell()
                    except OSError as error:
                        stop(4, error)
                """,
        }
    )
    assert "- `4`: [main](" in told
    assert "), by [stop](" in told
    assert ", which writes “Look into {log} for more”" in told


def test_a_status_of_a_type_of_errors_is_told_with_what_these_say() -> None:
    code = """
        package main

        import "os"

        type MillError interface {
            error
            Code() int
        }

        type DullError struct{}

        func (e *DullError) Error() string { return "the stone is dull" }

        func (e *DullError) Code() int {
            return 9
        }

        func main() {
            err := grind()
            if err, ok := err.(MillError); ok {
                os.Exit(err.Code())
            }
        }
        """
    told = chapter_of({"go.mod": "module mill\n", "main.go": code})
    assert "- `9`: [DullError.Code](" in told
    assert "(“the stone is dull”))" in told


def test_what_a_function_reports_in_several_lines_is_one_row() -> None:
    told = chapter_of(
        {
            "src/mill.ts": """
                export function mayGrindAgain(error: Error, times: number) {
                    if (times > 2) {
                        throw error;
                    }
                    if (!isDull(error)) {
                        throw error;
                    }
                    throw new Error("The stone is dull");
                }
                """
        }
    )
    assert "`error`, passed on |  | `times > 2`; or `!isDull(error)` | [mayGrindAgain](" in told
    assert (
        "([src/mill.ts:3](repo/src/mill.ts_docs.md#L3), [6](repo/src/mill.ts_docs.md#L6))" in told
    )
    assert "`Error` | “The stone is dull” |" in told


def test_a_handler_around_a_program_is_told_with_what_it_is_put_around() -> None:
    told = mill_with(
        guard="""
            import contextlib
            import sys

            @contextlib.contextmanager
            def guarded():
                try:
                    yield
                except OSError as error:
                    sys.exit(7)
            """,
        start="""
            from mill.guard import guarded

            def start():
                with guarded():
                    grind()
            """,
    )
    assert "), which is put around [mill/start.py:4](" in told


def test_errors_of_a_file_that_declares_settings_are_about_them_only_if_they_refuse_something() -> (
    None
):
    report = Report(
        SymbolRef("mill.py", 0), ReportedError("MillError", "The request has failed", 3)
    )
    refusing = Report(SymbolRef("mill.py", 0), ReportedError("MillError", "must be a number", 4))
    assert not is_about_settings(report, {"mill.py"})
    assert is_about_settings(refusing, {"mill.py"})
    assert not is_about_settings(refusing, set())


def test_what_long_handlers_do_is_told_in_brief() -> None:
    steps = "\n".join(f"                    told.append({number})" for number in range(9))
    source = f"""
            def sell(fruit):
                try:
                    weigh(fruit)
                except KeyError:
                    raise_to("{"no fruit of that kind is left in this shop " * 4}")
{steps}
        """
    told = chapter_of({"shop/__init__.py": "", "shop/stock.py": source})
    line = next(each for each in told.split("\n") if each.startswith("- On `KeyError`"))
    assert '`raise_to("no fruit of that kind' in line
    assert "…`;" in line
    assert line.endswith("`told.append(4)` and 4 more statements")
