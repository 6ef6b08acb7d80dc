"""Options that types hold, with the commands in whose declarations the types stand."""

from __future__ import annotations

from support.linked import link_files
from support.operation import configuration


def options(files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return flag, command and help of each option and command."""
    repository = link_files(files).repository
    found = configuration(repository)
    return [(each.flags[0], each.command, each.help) for _, each in found.options]


def test_commands_of_go_take_the_options_of_the_types_of_their_fields() -> None:
    files = {
        "go.mod": "module mill\n",
        "main.go": """
            package main

            import "mill/grind"

            type Mill struct {
                Grind grind.Options `cmd:"" help:"Grind it."`
                Sift  grind.Options `cmd:"" help:"Sift it."`
                Loud  bool `help:"Say more."`
            }
            """,
        "grind/options.go": """
            package grind

            // Options are those of grinding.
            type Options struct {
                Sacks int `help:"How many sacks."`
            }

            type Inner struct {
                Wheel int `help:"Which wheel."`
            }
            """,
    }
    assert sorted(options(files)) == [
        ("--loud", "", "Say more."),
        ("--sacks", "grind, sift", "How many sacks."),
        ("--wheel", "", "Which wheel."),
        ("grind", "", "Grind it."),
        ("sift", "", "Sift it."),
    ]


def test_commands_of_rust_are_told_by_what_their_types_say() -> None:
    files = {
        "src/main.rs": """
            use clap::{Parser, Subcommand};
            mod grind;
            use crate::grind::Grind;

            #[derive(Subcommand)]
            enum Commands {
                Grind(Grind),
                Clean(Clean),
                /// Sift it.
                Sift(Grind),
            }

            /// Clean up.
            #[derive(Parser)]
            struct Clean {}
            """,
        "src/grind.rs": """
            use clap::Parser;

            /// Grind what is in the sacks.
            #[derive(Parser)]
            pub struct Grind {
                /// How many sacks.
                #[clap(long)]
                pub sacks: usize,
            }
            """,
    }
    assert sorted(options(files)) == [
        ("--sacks", "grind, sift", "How many sacks."),
        ("clean", "", "Clean up."),
        ("grind", "", "Grind what is in the sacks."),
        ("sift", "", "Sift it."),
    ]


def test_a_type_that_only_stands_in_a_command_s_declaration_tells_nothing_of_it() -> None:
    files = {
        "mill/__init__.py": "",
        "mill/cli.py": """
            import click

            class Config:
                'What the mill is set to.'

            @click.group()
            def cli(): ...
            @cli.command()
            @click.option("--sacks")
            def grind(config: Config, sacks): ...
            @cli.command()
            def sift(config: Config): ...
            """,
    }
    assert {name: said for name, _, said in options(files)} == {
        "grind": "",
        "--sacks": "",
        "sift": "",
    }
