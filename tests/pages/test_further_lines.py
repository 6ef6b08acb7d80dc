"""Lines of a step that name no function of the repository: its last word, what a value holds."""

from __future__ import annotations

from body_text import section_text
from made_mill import chapter
from made_repository import made_context
from made_shop import page
from support.linked import link_files

PROJECT = {
    "pyproject.toml": '[project]\nname = "mill"\nscripts = {mill = "mill.cli:main"}\n',
    "mill/__init__.py": "",
}
STEPS = {
    **PROJECT,
    "mill/cli.py": """
        import sys
        from mill.steps import clean, grind, sieve, weigh
        from mill.work import run

        def main():
            if not sys.argv:
                sys.exit(2)
            status = run(
                steps=(
                    clean,
                    grind,
                    sieve,  # from bran
                    weigh,
                )
            )

            # Done.
            sys.exit(status)
        """,
    "mill/work.py": '''
        class Worker:
            def __init__(self, act):
                self.act = act

            def work(self, times):
                """Do the work."""
                for each in range(times):
                    self.act(each)

        def run(steps):
            """Run step after step."""
            for step in steps:
                print(step)
                result = step(1)
                Worker(step).work(result)
            return result
        ''',
    "mill/steps.py": '''
        def clean(amount):
            """Clean the stones."""
            return amount

        def grind(amount):
            """Grind the corn."""
            return amount

        def sieve(amount):
            return amount

        def weigh(amount):
            """Weigh the flour."""
            return amount
        ''',
}


def told(files: dict[str, str]) -> str:
    linked = link_files(files)
    context = made_context(linked.repository, texts=linked.texts, detail=linked.details.__getitem__)
    return chapter(context, "Main Flows")


def test_a_flow_comes_to_the_end_of_the_program() -> None:
    assert "): `sys.exit(status)`" in told(STEPS)
    assert "sys.exit(2)" not in told(STEPS)


def test_a_list_of_functions_is_told_whole_and_in_its_order() -> None:
    lines = [each.strip() for each in told(STEPS).splitlines()]
    at = next(index for index, each in enumerate(lines) if "passes 4 functions as values" in each)
    assert lines[at].startswith("- [line 10]")
    assert [each.partition("]")[0] for each in lines[at + 1 : at + 5]] == [
        "- [clean",
        "- [grind",
        "- [sieve",
        "- [weigh",
    ]
    assert lines[at + 1].endswith("“Clean the stones.”")


def test_a_flow_in_one_line_goes_on_to_what_its_last_step_is_given() -> None:
    steps = STEPS["mill/work.py"].replace("print(step)", "pass")
    steps = steps.replace("Worker(step).work(result)", "pass")
    start = "def main():\n            start()\n\n        def start():"
    cli = STEPS["mill/cli.py"].replace("def main():", start)
    linked = link_files({**STEPS, "mill/cli.py": cli, "mill/work.py": steps})
    context = made_context(linked.repository, texts=linked.texts)
    text = section_text(page(context, "repository"), "main-flows")

    line = text[text.index(" → [run](") :].partition("\n")[0]
    assert ", which is given [clean](" in line
    assert " and [weigh](" in line


def test_calls_of_what_a_value_holds_are_told() -> None:
    text = told(STEPS)
    assert "calls what `step` holds: `result = step(1)`" in text
    assert "calls what `self.act` holds: `self.act(each)`" in text


SCRIPT = {
    "package.json": '{"name": "mill", "version": "1.0.0", "bin": {"mill": "bin/mill.js"}}',
    "bin/mill.js": """
        #!/usr/bin/env node
        import start from '../lib/cli.js'

        start({}).then(
          () => process.exit(0),
          ({ code }) => process.exit(code)
        )
        """,
    "lib/cli.js": """
        import { grind } from './stones.js'

        export default async options => {
          for (const name of ['grind', 'sieve']) {
            await options[name](1)
          }
          return grind(options)
        }
        """,
    "lib/stones.js": """
        export const grind = async options => {
          for (const each of options.corn) {
            each.weight = turn(each)
          }
          return options
        }

        const turn = each => {
          each.turned = true
          return each.weight
        }
        """,
}


def test_a_module_that_starts_the_program_tells_how_it_ends() -> None:
    text = told(SCRIPT)
    assert "): [default](" in text
    assert "): `() => process.exit(0)`" in text
    assert "): `({ code }) => process.exit(code)`" in text
    assert "calls what `options[name]` holds: `await options[name](1)`" in text


def test_the_last_case_of_several_is_not_the_other_of_another() -> None:
    script = {
        **SCRIPT,
        "lib/cli.js": """
            import { grind, sieve, clean } from './stones.js'

            export default async options => {
              if (options.clean) {
                clean(options)
              } else if (options.sieve) {
                sieve(options)
              } else {
                return grind(options)
              }
            }
            """,
        "lib/stones.js": SCRIPT["lib/stones.js"]
        + """
        export const sieve = options => options.corn
        export const clean = options => options.corn
        """,
    }
    text = told(script)
    assert "else of `if (options.sieve)`" in text
    assert "else of `else if" not in text


ARMS = {
    "Cargo.toml": '[package]\nname = "mill"\nversion = "0.1.0"\n',
    "src/main.rs": """
        use std::process;

        fn main() {
            match command() {
                None => {
                    help(concat!(
                        "The mill.

Choose a command:",
                        names()));
                    process::exit(2);
                }
                Some(name)
                        if name.is_empty() => {
                    process::exit(3);
                }
                Some(name) => run(name),
            }
            process::exit(0);
        }

        fn help(said: &str) {
            println!("{}", said);
            turn(said);
        }

        /// Run a command.
        fn run(name: &str) {
            for each in 0..3 {
                turn(name);
            }
        }

        fn turn(name: &str) {
            for each in 0..3 {
                println!("{} {}", name, each);
            }
        }
        """,
}


def test_an_end_below_a_text_over_several_lines_has_the_condition_of_its_arm() -> None:
    text = told(ARMS)
    assert "): `process::exit(0)`" in text
    assert "process::exit(2)" not in text
    assert "process::exit(3)" not in text
