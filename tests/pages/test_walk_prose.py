"""The book's main flow, step by step."""

from __future__ import annotations

from collections.abc import Mapping

from body_text import body_text
from made_mill import chapter
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.insight.reading.stops import Arrival, Stop
from mkdocs_repodoc.model.blocks import Code, PageBody, PageLink, Section
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.told_flows import ToldFlows
from mkdocs_repodoc.pages.book.walk_prose import walk_told
from mkdocs_repodoc.pages.parts.behaviour import kept_functions

MILL = {
    "pyproject.toml": '[project]\nname = "mill"\nscripts = {mill = "mill.cli:main"}\n',
    "mill/__init__.py": "",
    "mill/cli.py": """
        from mill.stones import grind

        def main():
            clean()
            grind()
            clean()

        def clean(): ...
        """,
    "mill/stones.py": """
        def grind():
            turn(3)

        def turn(times):
            for each in range(times):
                print(each)
        """,
}


def test_what_is_called_again_says_on_which_lines() -> None:
    told = chapter(made_context(link_files(MILL).repository), "Main Flows")
    calls = [line.strip() for line in told.splitlines() if line.startswith("  - [line ")]

    assert calls[0].startswith("- [line 4](repo/mill/cli.py_docs.md#L4) (again [6](")
    assert calls[1].startswith("- [line 5](repo/mill/cli.py_docs.md#L5): [grind](")


WARMED = {
    **MILL,
    "mill/cli.py": """
        from mill.stones import grind

        def main(warm):
            if warm:
                grind(1)
            grind(2)
            print(warm)
        """,
    "mill/stones.py": '''
        def grind(times):
            """Grind the corn."""
            total = 0
            for each in range(times):
                total += each
            sieve(total)
            return total

        def sieve(total):
            """Part flour from bran."""
            for each in range(total):
                print(each)
        ''',
}


def test_a_step_that_is_called_on_several_lines_has_all_of_them() -> None:
    linked = link_files(WARMED)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")
    calls = [line.strip() for line in told.splitlines() if line.startswith("  - [line ")]

    assert [line.split("]")[0] for line in calls[:2]] == ["- [line 5", "- [line 6"]
    assert "if warm" in calls[0]
    assert "→ step 2" in calls[0]
    assert "if warm" not in calls[1]
    assert "→ step 2" in calls[1]


SINKS = {
    "pyproject.toml": '[project]\nname = "pipe"\nscripts = {pipe = "pipe.cli:main"}\n',
    "pipe/__init__.py": "",
    "pipe/cli.py": '''
        import sys
        from pipe.sinks import Sink

        def main():
            """Read the events."""
            send([], sys.argv, True)

        def send(sinks: list[Sink], event, is_on):
            """Send an event."""
            if not is_on:
                return None
            if event is None:
                return check(event)
            for sink in sinks:
                sink.emit(event)

        def check(event):
            """Say what is wrong."""
            print(event)
            print(event)
    ''',
    "pipe/sinks.py": "\n".join(
        [
            "class Sink:\n    def emit(self, event):\n        raise NotImplementedError\n",
            *(
                f"class Sink{number}(Sink):\n    def emit(self, event):\n        write(event)\n"
                for number in range(5)
            ),
            "def write(event):\n    print(event)\n",
        ]
    ),
}


def test_of_many_implementations_none_is_chosen_and_returns_are_told() -> None:
    linked = link_files(SINKS)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")
    lines = [line.strip() for line in told.splitlines() if line.startswith("  - [line ")]

    assert "`if not is_on`: returns `None`" in lines[1]
    assert "`if event is None`: returns [check](" in lines[2]
    assert "`for sink in sinks`: [Sink.emit](" in lines[3]
    assert ", implemented by [Sink0](" in told
    assert told.count("and 1 more") >= 1
    assert "one of 5" not in told


def test_what_a_function_says_of_itself_stands_at_its_first_call() -> None:
    code = """
        def main():
            clean()
            grind()

        def clean():
            \"\"\"Sweep.\"\"\"

        def grind():
            clean()
            turn()

        def turn():
            for each in range(3):
                print(each)
    """
    told = chapter(made_context(link_files({**MILL, "mill/cli.py": code}).repository), "Main Flows")

    assert told.count("[clean](") == 2
    assert told.count("Sweep.") == 1


KEPT = """
import argparse

def main():
    args = make_parser().parse_args()
    args.func(args)

def make_parser():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    grind = commands.add_parser("grind")
    grind.set_defaults(func=run_grind)
    clean = commands.add_parser("clean")
    clean.set_defaults(func=run_clean)
    return parser

def run_grind(args):
    return turn(args)

def run_clean(args):
    return args

def turn(args):
    for each in args:
        print(each)
"""


def test_a_call_by_a_name_says_what_is_kept_there_and_for_which_command() -> None:
    readme = "# Mill\n\n```\nmill grind wheat\n```\n"
    linked = link_files({**MILL, "mill/cli.py": KEPT, "README.md": readme})
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert (
        "calls the function set as `func`, one of 2; for the command `grind` it is [run_grind]("
        in told
    )


def test_behind_a_line_stands_that_another_function_may_be_called() -> None:
    linked = link_files({**MILL, "mill/cli.py": KEPT})
    context = made_context(linked.repository, texts=linked.texts)
    main, run_grind = (linked.symbol("mill/cli.py", name) for name in ("main", "run_grind"))

    assert kept_functions.behind_line(context, main, 5, run_grind) == (
        ", which calls the function set as ",
        Code("func"),
        ": this one for the command ",
        Code("grind"),
        "; ",
        Code("func"),
        " may also be ",
        "another function",
    )


LISTED = {
    "package.json": '{"name": "mill", "bin": "./bin/cli.js"}\n',
    "bin/cli.js": "#!/usr/bin/env node\nawait import('./work.js');\n",
    "bin/work.js": """
        import {clean} from './clean.js';

        async function mill(options) {
          const tasks = new Listr([
            {title: 'Clean', enabled: () => options.clean, skip: () => options.dry, task: clean},
            {title: 'Grind', task: () => execa('grind', ['--fine'])},
          ]);
          await tasks.run();
        }

        await mill({});
        """,
    "bin/clean.js": """
        export function clean() {
          for (const each of [1]) {
            sweep(each);
          }
        }

        function sweep(each) {
          console.log(each);
          console.log(each);
          console.log(each);
        }
        """,
}


def test_tasks_that_a_function_lists_are_told_by_their_titles() -> None:
    linked = link_files(LISTED)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert "as [package.json](" in told
    assert "; that loads [bin/work.js](" in told
    assert "lists 2 tasks, in this order" in told
    assert "), if `options.clean`, unless `options.dry`: [clean](" in told
    assert "“Grind”" in told
    assert ": `execa('grind', ['--fine'])`" in told


def test_what_reaches_outside_and_the_outermost_comments_are_told() -> None:
    inner = "".join(
        f"            # the inner remark number {number}\n            each = {number}\n"
        for number in range(5)
    )
    code = f"""
def main():
    with open("wheat.txt") as file:
        for each in file:
            grind(each)
{inner}
    # what is left goes to the miller
    left = 1
    return left


def grind(each):
    turn(each)


def turn(each):
    for one in each:
        print(one)
"""
    linked = link_files({**MILL, "mill/cli.py": code})
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert ': `open("wheat.txt")`' in told
    assert ": “what is left goes to the miller”: `left = 1`" in told
    assert "number 4" not in told


REMARKED = """
def main(options):
    # all that is known of the mill
    table = [
        # the finest that there is
        (options.fine, "--fine"),
    ]
    # each sort has stones of its own
    for each in table:
        grind(each)
        tidy(each)
        rest(each)


def grind(each):
    turn(each)


def turn(each):
    for one in each:
        print(one)


def rest(each):
    print(each)


def tidy(each):
    print(each)
"""


def test_a_comment_stands_with_the_code_that_it_is_about() -> None:
    linked = link_files({**MILL, "mill/cli.py": REMARKED})
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert ": “all that is known of the mill”: `table = […`" in told
    assert "finest" not in told
    assert told.count("`for each in table`") == 1
    assert "`for each in table`, “each sort has stones of its own”\n    - [line 9](" in told


CASES = """
def main(options):
    if options.fine:
        if options.wet:
            print(1)
        elif options.dry:
            grind(options)
    elif options.coarse:
        tidy(options)


def grind(each):
    turn(each)


def turn(each):
    for one in each:
        print(one)


def tidy(each):
    print(each)
"""


def test_a_further_case_says_what_it_is_a_case_of() -> None:
    linked = link_files({**MILL, "mill/cli.py": CASES})
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert ", `if options.fine`, `elif options.dry` after `if options.wet`: [grind](" in told
    assert ", `elif options.coarse` after `if options.fine`: [tidy](" in told


def test_what_an_earlier_flow_tells_is_told_once() -> None:
    main, again, grind, turn = (SymbolRef("mill.py", position) for position in range(4))
    first = [Stop(main, "flow"), Stop(grind, "flow", Arrival(main, 2, (), True, None))]
    second = [
        Stop(again, "flow"),
        Stop(grind, "flow", Arrival(again, 5, (), True, None)),
        Stop(turn, "flow", Arrival(grind, 9, (), True, None)),
    ]
    told = ToldFlows("book.md")

    assert told.not_told_yet(first) == first
    told.add("Running mill", "flow-1", first)
    assert told.not_told_yet(second) == [second[0], second[2]]
    assert told.step(grind) == PageLink("step 2 of “Running mill”", "book.md", "flow-1")
    assert told.step(turn) is None


def test_a_call_of_what_is_told_leads_to_its_step() -> None:
    context = made_context(link_files(MILL).repository)
    walk = context.walks[0]
    told = ToldFlows("book.md")
    told.add("Milling", "flow-9", walk[1:])
    steps = walk_told(BookView(context), walk[:1], told)
    text = body_text(PageBody("x", lead=(), sections=(Section("x", "x", (steps,)),)))

    assert "#mill.stones.grind) → [step 1 of “Milling”](book.md#flow-9)" in text


DECORATED = """
    def quiet(function):
        return function

    @quiet
    def main():
        grind()
        return Mill().turn(3)

    def grind():
        def inner():
            turn(1)
        inner()
        turn(2)

    def turn(times):
        for each in range(times):
            print(each)

    class Mill:
        def turn(self, times):
            return turn(times)
"""


def test_a_function_below_decorators_is_no_function_inside_of_itself() -> None:
    linked = link_files({**MILL, "mill/cli.py": DECORATED})
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert "- Step 1: [main](" in told
    assert "in the function `main`" not in told
    assert "in the function `inner`" in told
    assert "returns [Mill]" not in told


LISTENING = """
    from mill.stones import grind

    def main():
        def listener(each):
            turn(each)

        print("ready")
        grind(listener)

    def turn(each):
        for part in each:
            print(part)
"""


def test_a_function_inside_of_a_function_that_is_given_away_is_told() -> None:
    linked = link_files({**MILL, "mill/cli.py": LISTENING})
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert "passes [main.listener](" in told
    assert "in the function `listener`: [turn](" in told


CHOSEN = {
    **MILL,
    "mill/cli.py": """
        import argparse
        from mill.stones import grind

        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("--fine", action="store_true")
            parser.add_argument("--twice", action="store_true")
            args = parser.parse_args()
            times = 1
            if args.twice:
                times = 2
            if args.fine:
                for each in range(3):
                    if each > times:
                        grind()
            sieve = times
            sieve.bag.close()
        """,
}


def test_conditions_on_options_and_the_calls_at_the_end_of_a_function_are_told() -> None:
    linked = link_files(CHOSEN)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")

    assert ", `if args.fine`, `for each in range(3)`, `if each > times`: [grind](" in told
    assert "#L10): `if args.twice`" in told
    assert "): `sieve.bag.close()`" in told
    assert "): `if args.fine`" not in told


def test_a_loop_that_an_option_ends_early_is_told() -> None:
    files = {
        "pyproject.toml": '[project]\nname = "mill"\n[project.scripts]\nmill = "mill.cli:main"\n',
        "mill/__init__.py": "",
        "mill/cli.py": """
            import argparse
            from mill.stones import grind

            def main():
                parser = argparse.ArgumentParser()
                parser.add_argument("--fail-fast", action="store_true")
                args = parser.parse_args()
                fail_fast = args.fail_fast
                for sack in range(9):
                    failed = grind(sack)
                    if failed and fail_fast:
                        break
                    if failed > 3:
                        break
            """,
        "mill/stones.py": """
            def grind(sack):
                "Grind it."
                return sift(sack)

            def sift(sack):
                return sack
            """,
    }
    linked = link_files(files)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Main Flows")
    assert "`if failed and fail_fast`: leaves the loop" in told
    assert told.count("leaves the loop") == 1


LONG = "\n".join(f"            step{number} = {number}" for number in range(14))
REGISTERED = {
    "pyproject.toml": '[project]\nname = "post"\nscripts = {post = "post.cli:main"}\n',
    "post/__init__.py": "",
    "post/cli.py": f"""
        from collections.abc import Callable

        class Office:
            def __init__(self):
                self.handlers = dict()

            def register(self, kind, handler: Callable[[str], str]):
                self.handlers[kind] = handler

            def send(self, kind, text):
                if text:
                    return self.handlers[kind](text)
                return None

        def main():
            office = Office()
            office.register("letter", letter)
            office.register("parcel", parcel)
            return office.send("letter", "hello")

        def letter(text):
{LONG}
            return fold(text)

        def parcel(text):
{LONG}
            return fold(text)

        def fold(words):
{LONG}
    """,
}


def test_what_was_registered_stands_together_where_it_is_called() -> None:
    linked = link_files(REGISTERED)
    context = made_context(linked.repository, texts=linked.texts, detail=linked.details.__getitem__)
    told = chapter(context, "Main Flows")
    line = next(each for each in told.splitlines() if "uses what was registered" in each)

    assert line.strip().startswith("- [line 12](")
    assert "if text" in line
    assert line.index("Office.register") < line.index("letter") < line.index("parcel")
    assert "as a value" not in told


def main_told(files: Mapping[str, str], path: str) -> str:
    """Return the step of a function `main` with all that it calls."""
    linked = link_files(files)
    context = made_context(linked.repository, texts=linked.texts)
    main = linked.symbol(path, "main")
    calls = tuple(callee for callee, _ in context.flow_finder.followed(main))
    steps = walk_told(BookView(context), [Stop(main, "flow", calls=calls)], ToldFlows("book.md"))
    return body_text(PageBody("x", lead=(), sections=(Section("x", "x", (steps,)),)))


def test_what_runs_beside_is_started_and_not_waited_for() -> None:
    files = {
        "go.mod": "module example.org/mill\n\ngo 1.22\n",
        "main.go": """
            package main

            func main() {
                defer stop()
                go turn(1)
                grind(2)
            }

            // stop ends all.
            func stop() {
                println(0)
            }

            // turn turns the stones.
            func turn(n int) {
                for i := 0; i < n; i++ {
                    grind(i)
                }
            }

            // grind grinds one sack.
            func grind(n int) {
                println(n)
                println(n + 1)
                println(n + 2)
                println(n + 3)
            }
            """,
    }
    told = main_told(files, "main.go")

    assert "#L4): when it is left, [stop](" in told
    assert "#L5): starts, without waiting for it, [turn](" in told
    assert "#L6): [grind](" in told


MATCHED = {
    "Cargo.toml": '[package]\nname = "mill"\nversion = "1.0.0"\n',
    "src/main.rs": """
        fn main() {
            let key = read();
            match key {
                Key::Up => up(),
                Key::Down => down(),
                Key::Stop => stop(key),
                _ => other(),
            }
        }

        /// Reads a key.
        fn read() -> Key {
            log();
            Key::Up
        }

        /// Lifts the stone.
        fn up() {
            println!("1");
            println!("2");
            println!("3");
            println!("up");
            log();
        }

        /// Lowers the stone.
        fn down() {
            println!("1");
            println!("2");
            println!("3");
            println!("down");
            log();
        }

        /// Stops it.
        fn stop(key: Key) {
            println!("1");
            println!("2");
            println!("3");
            println!("stop");
            log();
        }

        /// Does what is left.
        fn other() {
            println!("1");
            println!("2");
            println!("3");
            println!("other");
            log();
        }

        fn log() { println!("log"); }

        enum Key { Up, Down, Stop, Other }
        """,
}


def test_arms_of_a_match_are_told_below_what_they_are_cases_of() -> None:
    told = main_told(MATCHED, "src/main.rs")

    assert "- by `key`" in told
    assert ", `Key::Up`: [up](" in told
    assert ", otherwise: [other](" in told
    assert "match key {" not in told


def test_one_arm_of_a_match_is_told_in_words() -> None:
    code = MATCHED["src/main.rs"]
    few = {**MATCHED, "src/main.rs": code.replace("                Key::Down => down(),\n", "")}
    few["src/main.rs"] = few["src/main.rs"].replace("                Key::Stop => stop(key),\n", "")
    told = main_told(few, "src/main.rs")

    assert ", where `key` is `Key::Up`: [up](" in told
    assert ", for any other `key`: [other](" in told
