"""Values of options that types and constants of other files hold."""

from __future__ import annotations

import pytest
from support.linked import insight_into, link_files

RUST = """\
use clap::Parser;
#[derive(Parser)]
struct Options {
    #[arg(long)]
    color: UseColor,
}
"""
KEBAB = """\
#[derive(Clone, ValueEnum)]
pub enum UseColor {
    Auto,
    #[value(name = "always")]
    EveryTime,
    #[value(skip)]
    Hidden,
    NotNow,
}
"""
STRUM = """\
#[derive(EnumVariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum UseColor { Auto, NotNow }
"""
PLAIN = "pub enum UseColor { Auto, NotNow }\n"
PYTHON = """\
import argparse
from mill.kinds import COLOURS, Colour
parser = argparse.ArgumentParser()
parser.add_argument("--color", {})
"""
KINDS = """\
from enum import Enum
COLOURS = ("red", "green")
class Colour(str, Enum):
    RED = "red"
    DARK = "dark-red"
"""


def values(files: dict[str, str]) -> tuple[str, ...]:
    found = insight_into(link_files(files)).operation.configuration(files)
    return found.options[0][1].values


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (KEBAB, ("auto", "always", "not-now")),
        (STRUM, ("auto", "not_now")),
        (PLAIN, ()),
    ],
)
def test_enumerations_of_rust(kind: str, expected: tuple[str, ...]) -> None:
    assert values({"src/main.rs": RUST, "src/color.rs": kind}) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("choices=[each.value for each in Colour]", ("red", "dark-red")),
        ("type=Colour", ("red", "dark-red")),
        ("choices=sorted(COLOURS)", ("red", "green")),
        ("type=Path", ()),
    ],
)
def test_enumerations_and_constants_of_python(given: str, expected: tuple[str, ...]) -> None:
    files = {"mill/kinds.py": KINDS, "mill/cli.py": PYTHON.format(given), "mill/__init__.py": ""}
    assert values(files) == expected


def test_constants_of_typescript() -> None:
    cli = """\
import { Option } from "commander";
import { LEVELS } from "./levels";
program.addOption(new Option("--level <level>", "how much").choices(LEVELS));
"""
    files = {"src/cli.ts": cli, "src/levels.ts": 'export const LEVELS = ["low", "high"];\n'}
    assert values(files) == ("low", "high")


def test_defaults_are_worked_out_and_named_by_constants_of_other_packages() -> None:
    cli = """\
import argparse
from other import *
DAY = 24 * 60 * 60
parser = argparse.ArgumentParser()
parser.add_argument("--wait", default=10 * 60)
parser.add_argument("--keep", default=DAY * 7)
parser.add_argument("--grind", default=MOST_SACKS)
parser.add_argument("--stone", default=None)
"""
    files = {"mill/cli.py": cli, "mill/__init__.py": "", "mill/limits.py": "MOST_SACKS = 2 * 8\n"}
    found = insight_into(link_files(files)).operation.configuration(files)
    assert [each.default for _, each in found.options] == ["600", "604800", "16", ""]
