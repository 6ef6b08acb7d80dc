"""Statuses that functions return, or variables hold, and with which the program ends."""

from __future__ import annotations

from textwrap import dedent

import pytest
from support.linked import insight_into, link_files
from support.operation import failures


def ends(files: dict[str, str]) -> dict[str, list[tuple[int, str, str]]]:
    """Return status → line, what was caught and the condition, of all exits."""
    linked = link_files(files)
    operation = insight_into(linked).operation
    returned, grouped = operation.returned_statuses, operation.grouped_statuses
    found = failures(linked.repository, files, returned=returned, grouped=grouped)
    return {
        status: [(each.line, each.caught, each.condition) for _, each in exits]
        for status, exits in found.exits.items()
    }


def test_what_a_function_returns_is_followed_through_those_that_it_calls() -> None:
    code = """
        import sys
        EXIT_DULL = ExitCode(3)

        def grind(sacks):
            if not sacks:
                return EXIT_DULL
            return 0

        def run():
            try:
                return grind(read())
            except MillError as error:
                print(error)
                return ExitCode(1)
            except KeyboardInterrupt:
                return 130

        sys.exit(run())
        """
    assert ends({"mill.py": code}) == {
        "0": [(7, "", "")],
        "1": [(14, "MillError", "")],
        "3": [(6, "", "not sacks")],
        "130": [(16, "KeyboardInterrupt", "")],
    }


def test_what_cannot_be_followed_is_told_where_it_comes_from() -> None:
    code = """
        import subprocess, sys

        def run(command):
            if not command:
                return 2
            return subprocess.run(command).returncode

        def main():
            status = run(sys.argv) if sys.argv else other()
            sys.exit(run(sys.argv))
        """
    assert ends({"mill.py": code}) == {
        "2": [(5, "", "not command")],
        "subprocess.run(command).returncode": [(6, "", "")],
    }


def test_a_text_in_a_variable_ends_the_program_as_a_failure() -> None:
    code = """
        import sys

        def start(pty):
            if pty is None:
                dull = "No stone"
                sys.exit(dull)
        """
    assert ends({"mill.py": code}) == {"1": [(5, "", "pty is None")]}


@pytest.mark.parametrize(
    ("path", "code", "expected"),
    [
        (
            "main.go",
            """
            package main

            import "os"

            const ExitDull = 3

            func grind(sacks int) (int, error) {
                if sacks > 2 {
                    return ExitDull, bad
                }
                return 0, nil
            }

            func run() (int, error) {
                return grind(2)
            }

            func main() {
                code, err := run()
                show(err)
                os.Exit(code)
            }
            """,
            {"0": [(11, "", "")], "3": [(9, "", "sacks > 2")]},
        ),
        (
            "mill.py",
            """
            import sys

            def run(sacks):
                if sacks:
                    return (2, "no")
                return 0, ""

            def main():
                status, said = run(1)
                sys.exit(status)
            """,
            {"0": [(6, "", "")], "2": [(5, "", "sacks")]},
        ),
        (
            "mill.js",
            """
            function run(sacks) {
              if (sacks) {
                return [2, "no"];
              }
              return [0, ""];
            }

            function main() {
              const [status, said] = run(1);
              process.exit(status);
            }
            """,
            {"0": [(5, "", "")], "2": [(3, "", "sacks")]},
        ),
    ],
)
def test_a_status_may_be_one_of_several_values(
    path: str, code: str, expected: dict[str, list[tuple[int, str, str]]]
) -> None:
    assert ends({path: code}) == expected


def test_constants_that_are_statuses_are_told_wherever_code_gives_one() -> None:
    files = {
        "go.mod": "module mill\n",
        "constants.go": """
            package main

            const (
                ExitOk   = 0
                ExitDull = 1
                ExitWet  = 130
            )

            const LimitExit = 9
            """,
        "main.go": """
            package main

            import "os"

            func turn(box Box) {
                box.Set(quit{ExitDull, nil})
                if box.wet {
                    leave(func() int { return ExitWet })
                }
                if box.code == ExitWet || ExitDull < box.code {
                    show(box)
                }
                switch box.code {
                case ExitDull:
                    show(box)
                }
            }

            func main() {
                if len(os.Args) > 2 {
                    os.Exit(ExitOk)
                }
                os.Exit(turned().code)
            }
            """,
    }
    assert ends(files) == {
        "0": [(21, "", "len(os.Args) > 2")],
        "1": [(6, "", "")],
        "130": [(8, "", "box.wet")],
        "turned().code": [(23, "", "")],
    }


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (
            "src/main.rs",
            """
            impl Mill {
                fn to_exit_code(&self) -> i32 {
                    i32::from(self.dull > 0)
                }
            }

            fn main() {
                let mill = Mill::new();
                std::process::exit(mill.to_exit_code());
            }
            """,
        ),
        (
            "mill.py",
            """
            import sys

            def turn(self):
                return int(self.dull > 0)

            sys.exit(turn(1))
            """,
        ),
    ],
)
def test_the_number_of_a_condition_is_one_of_two(path: str, code: str) -> None:
    found = ends({path: code, "Cargo.toml": '[package]\nname = "mill"\n'})
    assert {status: [when for _, _, when in each] for status, each in found.items()} == {
        "0": ["not (self.dull > 0)"],
        "1": ["self.dull > 0"],
    }


def test_an_expression_is_told_where_a_closure_and_a_parameter_lead_to_it() -> None:
    code = """
        const leave = (status) => {
          const done = () => {
            process.exit(status);
          };
          flush(done);
        };

        function ended(calm) {
          return (dull) => {
            const clamped = calm ? 0 : Math.min(dull, 255);
            return leave(clamped);
          };
        }
        """
    assert ends({"mill.js": code}) == {"calm ? 0 : Math.min(dull, 255)": [(10, "", "")]}


def test_constants_with_which_no_program_ends_are_no_statuses() -> None:
    code = """
        package main

        import "os"

        const (
            ExitDull = 1
            ExitWet  = 130
        )

        func look(code int) int {
            return ExitWet
        }

        func main() {
            os.Exit(0)
        }
        """
    assert ends({"main.go": code}).keys() == {"0"}


def test_a_variable_is_what_it_was_set_to() -> None:
    code = """
        package main

        import "os"

        func run() int {
            if len(os.Args) > 2 {
                return 2
            }
            return 0
        }

        func main() {
            code := run()
            os.Exit(code)
        }
        """
    assert ends({"go.mod": "module mill\n", "main.go": code}) == {
        "0": [(9, "", "")],
        "2": [(7, "", "len(os.Args) > 2")],
    }


def test_what_an_arm_binds_is_what_a_function_ends_with() -> None:
    code = """
        fn run() -> Result<i32, Dull> {
            grind()?;
            Ok(0)
        }

        fn main() {
            let result = run();
            match result {
                Err(_) => std::process::exit(3),
                Ok(code) => {
                    std::process::exit(code);
                }
            }
        }
        """
    files = {"Cargo.toml": '[package]\nname = "mill"\n', "src/main.rs": code}
    assert ends(files) == {"0": [(3, "", "")], "3": [(9, "", "result: Err(_)")]}


def python(code: str) -> dict[str, list[tuple[int, str, str]]]:
    return ends({"mill.py": "import sys\n" + dedent(code)})


def test_a_variable_that_is_changed_in_another_way_keeps_its_expression() -> None:
    found = python(
        """
        def check(each):
            if each:
                return 3
            return 0

        def main():
            status = 0
            for each in read():
                status |= check(each)
            sys.exit(status)
        """
    )
    assert found == {"0": [(9, "", "")], "status": [(12, "", "")]}


@pytest.mark.parametrize(
    "sets",
    [
        "status, rest = grind()",
        "for status in grind(): pass",
        "with grind() as status: pass",
        "print(status := grind())",
        "status += 1",
        "nonlocal status",
    ],
)
def test_a_variable_bound_in_any_way_but_by_itself_keeps_its_expression(sets: str) -> None:
    code = f"def main():\n    status = 0\n    {sets}\n    sys.exit(status)\n"
    assert "status" in python(code)


def test_a_parameter_is_what_calls_give_for_it() -> None:
    code = """
        def finish(status=None):
            if status is None:
                status = 0
            sys.exit(status)

        def stop(
            reason,
            status=1
        ):
            print(reason)
            sys.exit(status)

        def check(sack):
            if not sack:
                finish(7)
            elif sack.wet:
                stop("the sack is wet", status=4)
            else:
                stop("no reason")
        """
    found = python(code)
    assert found == {
        "0": [(5, "", "status is None")],
        "1": [(21, "", "not (sack.wet)")],
        "4": [(19, "", "sack.wet")],
        "7": [(17, "", "not sack")],
    }


def test_a_parameter_that_anybody_may_give_keeps_its_expression() -> None:
    code = """
        def stop(status):
            sys.exit(status)

        def check(sack):
            stop(3)
            on_error(stop)

        def finish(status=2):
            sys.exit(status)
        """
    found = python(code)
    assert found == {
        "3": [(7, "", "")],
        "status": [(4, "", ""), (11, "", "")],
    }


def test_values_that_are_set_together_are_told_apart() -> None:
    code = """
        def stop(said, status, error):
            print(said, error)
            sys.exit(status)

        def around():
            try:
                yield
            except Exception as error:
                if isinstance(error, MillError):
                    said, status = "The mill has stopped", 1
                elif isinstance(error, OSError):
                    said, status = "The sack is torn", 5
                else:
                    said, status = "Nobody knows", 3
                stop(said, status, error)
        """
    assert python(code) == {
        "1": [(12, "Exception", "isinstance(error, MillError)")],
        "3": [(16, "Exception", "not (isinstance(error, OSError))")],
        "5": [(14, "Exception", "isinstance(error, OSError)")],
    }


def test_what_not_all_branches_set_stays_open() -> None:
    code = """
        def main(sack):
            if sack:
                status = 4
            elif sack is None:
                grind()
            else:
                status = 5
            sys.exit(status)
        """
    assert python(code).keys() == {"4", "5", "status"}


def test_errors_of_one_interface_have_the_codes_of_their_types() -> None:
    code = """
        package main

        import "os"

        const (
            CodeDull = iota + 100
            CodeEmpty
        )

        type MillError interface {
            error
            Code() int
        }

        type DullError struct{}

        func (e *DullError) Error() string { return "dull" }

        func (e *DullError) Code() int {
            return CodeDull
        }

        type EmptyError struct{}

        func (e *EmptyError) Error() string { return "empty" }

        func (e *EmptyError) Code() int {
            return CodeEmpty
        }

        func main() {
            err := grind()
            if err, ok := err.(MillError); ok {
                os.Exit(err.Code())
            }
        }
        """
    found = ends({"go.mod": "module mill\n", "main.go": code})
    assert found == {"100": [(20, "", "")], "101": [(28, "", "")]}


def test_a_variable_from_several_results_has_its_own() -> None:
    code = """
        package main

        import "os"

        func run() (int, error) {
            return 4, nil
        }

        func main() {
            code := 0
            code, _ = run()
            os.Exit(code)
        }
        """
    found = ends({"go.mod": "module mill\n", "main.go": code})
    assert found.keys() == {"0", "4"}


def test_a_number_that_is_handed_to_a_function_is_no_status() -> None:
    code = """
        def run(depth):
            if depth:
                return 1
            return 0

        def main():
            return run(2)

        sys.exit(main())
        """
    assert python(code).keys() == {"0", "1"}


def test_of_two_calls_none_is_taken_for_both() -> None:
    code = """
        def lint():
            return 3

        def test():
            return 4

        sys.exit(lint() or test())
        """
    assert python(code).keys() == {"lint() or test()"}


def test_a_function_whose_end_is_a_value_or_is_reached_is_open() -> None:
    rust = """
        fn finish() -> i32 {
            4
        }

        fn run(bad: bool) -> i32 {
            if bad {
                return 2;
            }
            finish()
        }

        fn main() {
            std::process::exit(run(true));
        }
        """
    files = {"Cargo.toml": '[package]\nname = "mill"\n', "src/main.rs": rust}
    assert ends(files).keys() == {"2", "run(true)"}
    code = """
        def main():
            if sys.argv[1:]:
                return 2
            print("ok")

        sys.exit(main())
        """
    assert python(code) == {
        "2": [(5, "", "sys.argv[1:]")],
        "main()": [(8, "", "")],
    }


def test_what_texts_and_comments_say_returns_nothing() -> None:
    code = '''
        def main():
            """Grind.

            return 9
            """
            # return 8
            return 0

        sys.exit(main())
        '''
    assert python(code).keys() == {"0"}


def test_a_return_behind_its_condition_is_read() -> None:
    code = """
        def main(i):
            if i: return 5
            return 0

        sys.exit(main(1))
        """
    assert python(code) == {"0": [(5, "", "")], "5": [(4, "", "i")]}


def test_what_is_decorated_or_yields_is_open() -> None:
    code = """
        @command
        def main():
            return 2

        sys.exit(main())
        """
    assert python(code).keys() == {"2", "main()"}


def test_all_branches_at_the_end_of_a_function_are_read() -> None:
    code = """
        def main(i):
            if i > 2:
                return 5
            elif i:
                return 4
            else:
                try:
                    return grind()
                except OSError:
                    return 3

        def grind():
            return 0

        sys.exit(main(1))
        """
    assert python(code).keys() == {"0", "3", "4", "5"}


def test_a_choice_among_more_than_two_is_told_as_it_is_written() -> None:
    code = """
        def main(a, b):
            return 1 if a else 2 if b else 3

        sys.exit(main(1, 2))
        """
    assert python(code).keys() == {"1 if a else 2 if b else 3"}


def test_a_constant_may_be_one_of_the_c_library() -> None:
    code = """
        const FAILURE: i32 = libc::EXIT_FAILURE;
        const OTHER: i32 = libc::SIGINT;

        fn main() {
            if let Err(error) = grind() {
                std::process::exit(FAILURE);
            }
            std::process::exit(OTHER);
        }
        """
    found = ends({"src/main.rs": code, "Cargo.toml": '[package]\nname = "mill"\n'})
    assert list(found) == ["1", "OTHER"]


def test_what_tasks_return_that_a_loop_calls_one_after_another_is_followed() -> None:
    code = """
        import sys

        def weigh(sacks):
            if not sacks:
                return 3
            return sacks

        def grind(sacks):
            return 0

        def aside():
            return 9

        def run(tasks, sacks):
            try:
                for task in tasks:
                    value = task(sacks)
                    if isinstance(value, int):
                        return value
            except KeyboardInterrupt:
                return 130
            return 1

        def main():
            aside()
            return run(
                sacks=[],
                tasks=(
                    weigh,
                    grind,
                ),
            )

        status = main()
        sys.exit(main())
        """
    assert ends({"mill.py": code}) == {
        "0": [(9, "", "")],
        "1": [(22, "", "")],
        "3": [(5, "", "not sacks")],
        "130": [(21, "KeyboardInterrupt", "")],
        "main()": [(35, "", "")],
    }
