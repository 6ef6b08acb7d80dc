"""Reports and handlers of errors across files."""

from __future__ import annotations

import time

from support.linked import link_files

from mkdocs_repodoc.insight.operation.error_path_finder import error_paths
from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths, last_name
from mkdocs_repodoc.model.repository import CODE_ROLES

MILL = {
    "mill/errors.py": "class Dull(Exception):\n    pass\n",
    "mill/grind.py": """
        from mill.errors import Dull

        class Stone:
            def grind(self):
                raise Dull("sharpen the stone")

            def lift(self):
                raise NotImplementedError("lift")

        def fail(text):
            raise SystemExit(text)

        def start():
            fail("no grain")
            unknown_error("elsewhere")
            abort(404)
            try:
                Stone().grind()
            except Dull:
                log.error("dull")
            except ValueError:
                pass

        raise ValueError("no mill")
        """,
    "tests/test_grind.py": "def test_it():\n    raise Dull('test')\n",
}


def found() -> ErrorPaths:
    repository = link_files(MILL).repository
    return error_paths(repository, list(repository.files), CODE_ROLES)


def test_a_function_that_only_tells_of_a_fault_reports_none() -> None:
    code = """
        export function assertDeprecated(check, name, text) {
          if (!check) {
            console.warn(`${name} is deprecated. ${text}`);
          }
        }
        function error(text) {
          console.error(text + " (mill)");
        }
        function assertGround(check, text) {
          if (!check) {
            throw new Error(text);
          }
        }
        function run(options) {
          assertDeprecated(options.old === undefined, "old", "Use new instead.");
          assertGround(options.grain, "no grain");
          error("no stone");
        }
        """
    repository = link_files({"mill.js": code}).repository
    paths = error_paths(repository, list(repository.files), CODE_ROLES)
    assert [(each.fact.error, each.fact.message) for each in paths.raised] == [
        ("Error", ""),
        ("assertGround", "no grain"),
    ]
    said = [each.fact.message for each in paths.printed]
    assert "no stone" in said
    assert "old" not in said


def test_each_report_has_the_function_around_it() -> None:
    repository = link_files(MILL).repository
    told = [
        ("" if each.scope.is_file else repository.symbol(each.scope).name, each.fact.error)
        for each in found().raised
    ]
    assert told == [
        ("Stone.grind", "Dull"),
        ("start", "fail"),
        ("start", "abort"),
        ("", "ValueError"),
    ]


def test_messages_to_users_stand_apart() -> None:
    assert [each.fact.message for each in found().printed] == ["dull"]


def test_only_errors_of_the_repository_have_handlers_by_name() -> None:
    paths = found()
    caught = {each.fact.error: [at.fact.line for at in paths.naming(each)] for each in paths.raised}
    assert caught == {"Dull": [19], "fail": [], "abort": [], "ValueError": []}


def test_a_folder_has_what_stands_below_it() -> None:
    paths = found()
    assert paths.below("mill").paths == {"mill/grind.py"}
    assert paths.below("mi").paths == set()


def test_files_can_come_in_another_order() -> None:
    files = {f"{name}.py": "def f():\n    raise A('x')\n" for name in "abc"}
    repository = link_files(files).repository
    paths = error_paths(repository, list(repository.files), CODE_ROLES)
    ordered = paths.ordered(lambda path: path != "b.py")
    assert [each.scope.path for each in ordered.raised] == ["b.py", "a.py", "c.py"]


def test_a_type_of_errors_may_have_the_text() -> None:
    files = {
        "a.ts": "export class BadError extends Error { constructor() { super('no'); } }\n",
        "b.ts": "function f() { throw new BadError(); }\n",
    }
    repository = link_files(files).repository
    paths = error_paths(repository, list(repository.files), CODE_ROLES)
    assert [paths.said(each) for each in paths.raised] == ["no"]


def test_what_a_function_warns_of_is_told_where_the_repository_defines_it() -> None:
    files = {
        "a.ts": "export function warn(text) { seen.add(text); }\n",
        "b.ts": "function f() { warn('no'); warnOthers('elsewhere'); }\n",
    }
    repository = link_files(files).repository
    paths = error_paths(repository, list(repository.files), CODE_ROLES)
    assert [each.fact.message for each in paths.printed] == ["no"]
    assert not paths.raised


def test_a_function_that_checks_tells_which_error_it_makes() -> None:
    files = {
        "a/Util.java": """
            class Util {
                static void checkArgument(boolean held, String text) {
                    if (!held) throw new IllegalArgumentException(text);
                }
            }
            """,
        "a/Mill.java": """
            class Mill {
                void grind(int grains) { checkArgument(grains > 0, "no grain"); }
            }
            """,
    }
    repository = link_files(files).repository
    paths = error_paths(repository, list(repository.files), CODE_ROLES)
    assert [(each.fact.error, paths.made_by(each)) for each in paths.raised] == [
        ("checkArgument", "IllegalArgumentException"),
        ("IllegalArgumentException", ""),
    ]


def test_an_own_method_that_raises_is_no_log() -> None:
    code = """
        class Dull(Exception):
            pass

        class Mill:
            def error(self, said):
                raise Dull(said, self)

            def grind(self, stone):
                if stone is None:
                    self.error("There is no stone")
    """
    ways = error_paths(link_files({"mill.py": code}).repository, ["mill.py"], CODE_ROLES)
    assert [(ways.said(each), ways.made_by(each)) for each in ways.raised] == [
        ("", ""),
        ("There is no stone", "Dull"),
    ]
    assert not ways.printed


def test_an_error_with_a_name_is_declared_where_go_makes_it() -> None:
    code = """\
        package mill

        import "errors"

        var ErrDull = errors.New("sharpen the stone")

        func Grind() error { return errors.New("no grain") }
    """
    repository = link_files({"mill.go": code}).repository
    ways = error_paths(repository, ["mill.go"], CODE_ROLES)
    assert [(each.fact.error, each.fact.form) for each in ways.raised] == [
        ("ErrDull", "declared"),
        ("errors.New", "raise"),
    ]


def test_the_last_name_is_that_of_the_type() -> None:
    written = ("a.Bad", "bail!", "mill::Bad { code: 3 }", "Bad::Dull(x, 2)")
    assert [last_name(each) for each in written] == ["Bad", "bail", "Bad", "Dull"]


def test_handlers_of_an_ancestor_take_an_error_too() -> None:
    files = {
        "mill.rb": """
            class Mill
              class Error < StandardError
              end
              class Stuck < Error
              end
              class Lost < StandardError
              end
              def grind
                raise Stuck, "the stone is stuck"
              end
              def find
                raise Lost
              end
              def run
                grind
              rescue Mill::Error => e
                warn "no flour"
              end
            end
            """
    }
    repository = link_files(files).repository
    ways = error_paths(repository, list(repository.files), CODE_ROLES)

    caught = {
        each.fact.error: [one.fact.caught for one in ways.naming(each)] for each in ways.raised
    }
    assert caught == {"Stuck": ["Mill::Error"], "Lost": []}
    assert ways.unnamed == ["Lost"]


def test_registered_handlers_count_and_general_ones_take_what_derives() -> None:
    files = {
        "mill.py": """
            class StuckError(Exception):
                pass

            HANDLERS = {StuckError: oil}

            @app.errorhandler(KeyError)
            def lost(error):
                return 404

            def grind(name):
                if not name:
                    raise StuckError("the stone is stuck")
                if name not in STONES:
                    raise KeyError(name)
                raise IndexError(name)
            """
    }
    repository = link_files(files).repository
    ways = error_paths(repository, list(repository.files), CODE_ROLES)

    assert [(each.fact.caught, each.fact.steps) for each in ways.handlers] == [
        ("StuckError", ("oil",)),
        ("KeyError", ("lost",)),
    ]
    assert ways.unnamed == ["IndexError"]


def test_a_class_that_is_no_error_is_none_whatever_it_is_called() -> None:
    files = {
        "src/log-error.ts": "export class LogError implements Controller {\n  run() {}\n}\n",
        "src/wet.ts": "export class WetError extends Error {}\n",
        "src/index.ts": """
            import { LogError } from './log-error';
            import { WetError } from './wet';
            export function start(done) {
              run([new LogError({ logger })]);
              done(new WetError('wet grain'));
            }
            """,
    }
    repository = link_files(files).repository
    ways = error_paths(repository, list(repository.files), CODE_ROLES)

    assert [each.fact.error for each in ways.raised] == ["WetError"]


def test_a_function_makes_the_error_of_its_own_file_where_others_have_its_name() -> None:
    files = {
        "go.mod": "module mill\n",
        "format/format.go": """
            package format

            type ParseError struct{}

            func (e *ParseError) Error() string { return "wrong grain" }

            func errorf(text string) error {
                return &ParseError{}
            }

            func Parse() error {
                return errorf("no stone")
            }
            """,
        "cmd/main.go": """
            package main

            func errorf(text string) {
                os.Exit(1)
            }

            func main() {
                errorf("no grain")
            }
            """,
    }
    repository = link_files(files).repository
    ways = error_paths(repository, list(repository.files), CODE_ROLES)

    made = {each.fact.message: ways.made_by(each) for each in ways.raised if each.fact.message}
    assert made["no stone"] == "ParseError"
    assert made["no grain"] == ""


def test_errors_of_one_name_derive_from_others_in_other_languages() -> None:
    """`KeyError` is a `LookupError` of Python and an `IndexError` of Ruby."""
    files = {
        "a.py": """
            def get(key):
                raise KeyError(key)

            def ask():
                try:
                    get(1)
                except LookupError:
                    pass
        """,
        "tool.rb": "def run\n  puts 1\nend\n",
    }
    repository = link_files(files).repository
    assert not error_paths(repository, list(repository.files), CODE_ROLES).unnamed


def test_reports_of_tests_beside_the_code_do_not_count() -> None:
    code = (
        'fn a() {\n    panic!("own");\n}\n#[cfg(test)]\nmod tests {\n    #[test]\n'
        '    fn b() {\n        panic!("of a test");\n    }\n}\n'
    )
    linked = link_files({"src/lib.rs": code})
    found = error_paths(linked.repository, ["src/lib.rs"], CODE_ROLES)
    assert [each.fact.message for each in (*found.raised, *found.printed)] == ["own"]


def test_cost_is_linear_in_functions_and_reports() -> None:
    def seconds(count: int) -> float:
        code = "".join(f"def turn_{n}():\n    raise ValueError('{n}')\n" for n in range(count))
        repository = link_files({"mill.py": code}).repository
        start = time.process_time()
        assert len(error_paths(repository, ["mill.py"], CODE_ROLES).raised) == count
        return time.process_time() - start

    seconds(10)
    assert seconds(4_000) < 24 * max(seconds(500), 0.005)


def test_what_macros_of_the_project_are_given_is_what_they_make_of_it() -> None:
    files = {
        "src/main.rs": """
            mod told;
            fn grind() {
                errln!("no grain left");
                fail!("the wheel is stuck");
                warn_all!("who knows this");
            }
            """,
        "src/told.rs": """
            macro_rules! errln { ($a:expr) => { eprintln!($a) }; }
            macro_rules! fail { ($a:expr) => { return Err(Stuck($a)) }; }
            """,
    }
    found = error_paths(link_files(files).repository, list(files), CODE_ROLES)
    assert [each.fact.message for each in found.printed] == ["no grain left"]
    assert [each.fact.message for each in found.raised] == ["the wheel is stuck"]
