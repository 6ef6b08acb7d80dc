"""How code fails: its exceptions, and the statuses of its programs."""

from __future__ import annotations

from support.linked import link_files
from support.operation import failures

from mkdocs_repodoc.insight.operation.failures import Failures
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_RUST = """
pub enum ExitCode { Success, Broken(bool), Failed }
impl From<ExitCode> for i32 {
    fn from(code: ExitCode) -> Self {
        match code {
            ExitCode::Success => 0,
            ExitCode::Broken(is_dull) => is_dull as i32,
            ExitCode::Failed => 130,
        }
    }
}
"""


def test_a_status_is_the_number_of_its_constant_or_of_its_variant() -> None:
    files = {
        "exit/exit.go": "package exit\n\nconst (\n\tAborted = 130\n\tTimeout = 124\n)\n",
        "main.go": (
            'package main\n\nimport (\n\t"os"\n\t"mill/exit"\n)\n\n'
            "func main() {\n\tos.Exit(exit.Aborted)\n\tos.Exit(run())\n}\n"
        ),
        "exit_codes.rs": _RUST,
    }
    linked = link_files(files)
    found = failures(linked.repository, files)
    assert {
        status: [(path, each.status, each.meaning) for path, each in exits]
        for status, exits in found.exits.items()
    } == {
        "0": [("exit_codes.rs", "0", "ExitCode::Success")],
        "130": [
            ("exit_codes.rs", "130", "ExitCode::Failed"),
            ("main.go", "exit.Aborted", ""),
        ],
        "is_dull as i32": [("exit_codes.rs", "is_dull as i32", "ExitCode::Broken")],
        "run()": [("main.go", "run()", "")],
    }


SHOP = {
    "shop/errors.py": """
        class ShopError(Exception):
            code = 400

        class SoldOut(ShopError):
            pass

        class Unused(ShopError):
            pass

        class Terror:
            code = 3
        """,
    "shop/run.py": """
        import sys
        from shop.errors import ShopError, SoldOut

        def sell():
            raise SoldOut("apples")

        def main():
            try:
                sell()
            except ShopError:
                sys.exit(2)
        """,
    "tests/test_run.py": """
        import sys
        from shop.errors import SoldOut

        def test_sell():
            try:
                raise SoldOut
            except SoldOut:
                sys.exit(7)
        """,
    "web/errors.ts": "export class BadRequest extends Error {}\n",
    "web/serve.ts": "import { BadRequest } from './errors';\nthrow new BadRequest('x');\n",
}


def found(aside: tuple[str, ...] = ()) -> Failures:
    repository = link_files(SHOP).repository
    return failures(repository, repository.files, aside)


def test_exceptions_are_found_with_the_lines_that_raise_and_catch_them() -> None:
    shop_error, sold_out, bad_request = found().exceptions
    assert shop_error.exception == SymbolRef("shop/errors.py", 0)
    assert (shop_error.status, shop_error.raised) == ("400", ())
    assert shop_error.caught == (("shop/run.py", 10),)
    assert (sold_out.status, sold_out.raised) == ("", (("shop/run.py", 5),))
    assert bad_request.raised == (("web/serve.ts", 2),)


def test_exits_are_found_with_what_leads_there_and_tests_do_not_count() -> None:
    exits = found().exits
    assert {
        status: [(path, each.line, each.caught) for path, each in places]
        for status, places in exits.items()
    } == {"2": [("shop/run.py", 11, "ShopError")]}


def test_exits_of_what_stands_beside_the_software_are_apart() -> None:
    shop = found(aside=("shop/run.py",))
    assert not shop.exits
    assert list(shop.aside_exits) == ["2"]


def test_what_ruby_takes_for_a_status_and_what_an_error_carries_are_numbers() -> None:
    files = {
        "mill.rb": (
            "def start\n  run\nrescue Dull\n  exit(false) if strict?\n"
            "rescue Done\n  exit(true)\nend\n"
        ),
        "src/main.rs": "fn grind() -> Result<()> {\n    bail!(SilentExit { code: 130 })\n}\n",
    }
    found = failures(link_files(files).repository, files)
    assert {
        status: [(path, each.line, each.condition) for path, each in exits]
        for status, exits in found.exits.items()
    } == {
        "0": [("mill.rb", 6, "")],
        "1": [("mill.rb", 4, "strict?")],
        "130": [("src/main.rs", 2, "")],
    }


def test_what_only_tests_run_or_a_table_names_ends_no_program() -> None:
    files = {
        "main.go": (
            'package main\n\nimport "log"\n\nvar levels = map[string]int{\n'
            '\t"fatal": log.FatalLevel,\n}\n\nfunc main() {\n\tlog.Fatalf("no")\n}\n'
        ),
        "bin/fixtures/sleep.mjs": "process.exit(1);\n",
        "lib.rs": "fn a() {}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn b() {\n"
        "        std::process::exit(3);\n    }\n}\n",
    }
    linked = link_files(files)
    found = failures(linked.repository, files)
    assert {
        status: [(path, each.line) for path, each in at] for status, at in found.exits.items()
    } == {"1": [("main.go", 10)]}
