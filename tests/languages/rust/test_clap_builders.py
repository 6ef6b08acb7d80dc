"""Options that Rust programs build with clap's methods and its macro."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.languages.rust.clap_macros import ArgumentMacro, argument_macro
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.settings import AnalysisOptions


def options(code: str) -> list[Option]:
    record = analyse("main.rs", "rust", code.encode(), AnalysisOptions())
    return list(record.outline.options)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ('arg!(-l --long "Tell all")', ArgumentMacro("long", "l", "long", "", "Tell all")),
        ("arg!(-'1' --oneline)", ArgumentMacro("oneline", "1", "oneline")),
        (
            'arg!(--"sieve-size" <MM> "How fine")',
            ArgumentMacro("sieve-size", "", "sieve-size", "MM", "How fine"),
        ),
        ("arg!(grain: -g --grain [KIND])", ArgumentMacro("grain", "g", "grain", "KIND")),
        ('arg!(-v --verbose ... "More")', ArgumentMacro("verbose", "v", "verbose", "", "More")),
        ("clap::arg!([SACK]...)", ArgumentMacro("SACK", "", "", "SACK")),
        ('arg!(<SACK> "Say \\"go\\"")', ArgumentMacro("SACK", "", "", "SACK", 'Say "go"')),
        ('arg!(-q "Be quiet")', ArgumentMacro("q", "q", "", "", "Be quiet")),
        ("arg!()", ArgumentMacro("")),
        ("vec![1]", ArgumentMacro("")),
    ],
)
def test_a_macro_describes_an_argument(code: str, told: ArgumentMacro) -> None:
    assert argument_macro(code) == told


def test_a_macro_and_the_methods_behind_it_make_an_option() -> None:
    code = """use clap::{arg, Command};
const STONES: &str = "[stones:
  granite, basalt]";
fn command() -> Command {
    Command::new("mill")
        .arg(arg!([SACK]...).value_parser(value_parser!(OsString)))
        .arg(arg!(-s --stone <STONE>)
            .help(format!("which stone to use {STONES}"))
            .alias("millstone")
            .default_value("granite"))
        .subcommand(Command::new("grind").arg(arg!(-f --fine "Twice")))
        .arg(other!(-x --xenon "No option"))
}
"""
    assert options(code) == [
        Option(("<SACK>",), "", 6),
        Option(
            ("-s", "--stone", "--millstone"),
            "which stone to use [stones: granite, basalt]",
            7,
            '"granite"',
            "STONE",
        ),
        Option(("grind",), "", 11, is_command=True),
        Option(("-f", "--fine"), "Twice", 11, command="grind"),
    ]


def test_methods_name_the_value_and_the_help_may_be_long_only() -> None:
    code = """use clap::Arg;
fn argument() -> Arg {
    Arg::new("sacks").long("sacks").value_name("N").long_help("How many \\
        sacks.")
}
"""
    assert options(code) == [Option(("--sacks",), "How many sacks.", 3, "", "N")]
