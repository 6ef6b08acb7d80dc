"""Expressions by which code leaves decisions to libraries, and the rules that these have."""

from __future__ import annotations

import re

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.facts import LibraryUse
from mkdocs_repodoc.settings import AnalysisOptions


def uses(language: str, code: str) -> list[tuple[str, str, str, int]]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return [
        (each.topic, each.library, each.call, each.line)
        for each in record.outline.facts_of(LibraryUse)
    ]


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        (
            "go",
            (
                'import "github.com/spf13/viper"\n'
                'func run() {\n\tviper.SetDefault("a", 1)\n\tviper.AutomaticEnv()\n}'
            ),
            [
                ("settings", "Viper", 'viper.SetDefault("a", 1)', 4),
                ("settings", "Viper", "viper.AutomaticEnv()", 5),
            ],
        ),
        (
            "go",
            (
                'import "github.com/spf13/cobra"\n'
                "var root = &cobra.Command{SilenceUsage: true}\nfunc main() { root.Execute() }"
            ),
            [
                ("errors", "Cobra", "SilenceUsage: true", 3),
                ("errors", "Cobra", "root.Execute()", 4),
            ],
        ),
        (
            "go",
            (
                'import "github.com/spf13/pflag"\nfunc run() {\n'
                '\tpflag.NewFlagSet("a", pflag.ContinueOnError)\n'
                '\tpflag.NewFlagSet("b", pflag.ExitOnError)\n\tpflag.Parse()\n}'
            ),
            [
                ("errors", "pflag", 'pflag.NewFlagSet("b", pflag.ExitOnError)', 5),
                ("errors", "pflag", "pflag.Parse()", 6),
            ],
        ),
        (
            "go",
            'import "flag"\nfunc run() { flag.NewFlagSet("a", flag.ExitOnError) }',
            [("errors", "flag", 'flag.NewFlagSet("a", flag.ExitOnError)', 3)],
        ),
        (
            "rust",
            (
                "use clap::Parser;\n#[derive(Parser)]\nstruct Mill {\n"
                "    #[arg(long, value_parser = Stone::parse)]\n    stone: Stone,\n}\n"
            ),
            [("errors", "clap", "value_parser = Stone::parse", 4)],
        ),
        (
            "rust",
            (
                "use clap::Parser;\n#[derive(Parser)]\nstruct Mill {\n"
                '    #[arg(long, env = "STONE")]\n    stone: u8,\n}\n'
                "fn main() { let mill = Mill::parse(); }"
            ),
            [
                ("settings", "clap", '#[arg(long, env = "STONE")]', 4),
                ("errors", "clap", "Mill::parse()", 7),
            ],
        ),
        (
            "rust",
            (
                "use clap::Parser;\n#[derive(Parser)]\nstruct Mill {\n"
                '    #[arg(long, long_help = "As the env says (env = STONE), env, or not")]\n'
                "    stone: u8,\n}\n"
            ),
            [],
        ),
        (
            "rust",
            "fn main() -> anyhow::Result<()> { Ok(()) }",
            [("errors", "Rust", "fn main() -> anyhow::Result", 1)],
        ),
        (
            "rust",
            "fn main() { unsafe { libc::signal(libc::SIGPIPE, libc::SIG_DFL); } }",
            [("errors", "SIGPIPE", "libc::signal(libc::SIGPIPE, libc::SIG_DFL)", 1)],
        ),
        (
            "python",
            "from signal import SIG_DFL, SIGPIPE, signal\nsignal(SIGPIPE, SIG_DFL)",
            [("errors", "SIGPIPE", "signal(SIGPIPE, SIG_DFL)", 2)],
        ),
        (
            "javascript",
            "import { EventEmitter } from 'node:events';\nthis.emit('error', error);",
            [("errors", "EventEmitter", "this.emit('error', error)", 2)],
        ),
        (
            "javascript",
            "import { EventEmitter } from 'eventemitter3';\nthis.emit('error', error);",
            [],
        ),
        (
            "typescript",
            "const all = { ...defaults, ...given, a: 1 };\nconst copy = { ...a, ...b };",
            [("settings", "Object spread", "{ ...defaults, ...given, a: 1 }", 1)],
        ),
        (
            "javascript",
            "const a = Object.assign({}, options, { b });\nObject.assign({}, userConfig, options);",
            [("settings", "Object.assign", "Object.assign({}, userConfig, options)", 2)],
        ),
        (
            "javascript",
            "import { loadConfig as load } from 'c12';\nawait load({ name: 'mill' });",
            [("settings", "c12", "load({ name: 'mill' })", 2)],
        ),
        (
            "javascript",
            "import { defu } from 'defu';\nconst all = defu(given, defaults);",
            [("settings", "defu", "defu(given, defaults)", 2)],
        ),
        (
            "java",
            'class A { String a = System.getProperty("mill.stone", "1"); }',
            [("settings", "Java", 'System.getProperty("mill.stone", "1")', 1)],
        ),
        (
            "c#",
            (
                'var a = new ConfigurationBuilder()\n    .AddJsonFile("a.json")\n'
                '    .AddEnvironmentVariables("MILL_").Build();'
            ),
            [
                ("settings", ".NET configuration", 'AddJsonFile("a.json")', 2),
                ("settings", ".NET configuration", 'AddEnvironmentVariables("MILL_")', 3),
            ],
        ),
        (
            "python",
            (
                "import click\n\n@click.command(context_settings={'auto_envvar_prefix': 'MILL'})\n"
                "def mill():\n    raise click.UsageError('no')\n\nmill(auto_envvar_prefix='MILL')"
            ),
            [
                (
                    "errors",
                    "Click",
                    "click.command(context_settings={'auto_envvar_prefix': 'MILL'})",
                    3,
                ),
                ("errors", "Click", "click.UsageError('no')", 5),
                ("settings", "Click", "mill(auto_envvar_prefix='MILL')", 7),
            ],
        ),
        (
            "python",
            "class Mill(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix='M_')",
            [("settings", "Pydantic settings", "SettingsConfigDict(env_prefix='M_')", 2)],
        ),
        (
            "python",
            "all = {**defaults, **given}\nother = {**a, **b}",
            [("settings", "Dictionaries", "{**defaults, **given}", 1)],
        ),
        (
            "php",
            "<?php\n$a = array_merge($defaults, $given);\n$b = array_merge($x, $y);",
            [("settings", "array_merge", "array_merge($defaults, $given)", 2)],
        ),
        (
            "ruby",
            "def mill(given)\n  DEFAULTS.merge(given)\nend",
            [("settings", "Hash#merge", "DEFAULTS.merge(given)", 2)],
        ),
        (
            "javascript",
            "import meow from 'meow';\nmeow('', { allowUnknownFlags: false, flags });",
            [("errors", "meow", "allowUnknownFlags: false", 2)],
        ),
    ],
)
def test_code_shows_what_it_leaves_to_a_library(
    language: str, code: str, expected: list[tuple[str, str, str, int]]
) -> None:
    prefix = "package m\n" if language == "go" else ""
    assert uses(language, prefix + code) == expected


@pytest.mark.parametrize(
    ("language", "code"),
    [
        (
            "go",
            'package m\n// import "github.com/spf13/viper"\nfunc f() { a := "viper.ReadConfig(" }',
        ),
        ("go", "package m\nfunc f() { viper.AutomaticEnv() }"),
        ("python", "def parse_args(): ...\nparse_args()"),
        ("typescript", "const text = '{ ...defaults, ...given }';"),
        ("python", "import argparse\np.set_defaults(func=run)\np.set_defaults(_command=x, a=1)\n"),
    ],
)
def test_texts_and_names_of_others_show_nothing(language: str, code: str) -> None:
    assert uses(language, code) == []


def test_each_rule_has_its_library_and_topic_once_and_a_source() -> None:
    for language in LANGUAGES.values():
        if isinstance(language.library_conventions, Absent):
            continue
        rules = language.library_conventions.load()
        keys = [(rule.topic, rule.library) for rule in rules]
        assert len(keys) == len(set(keys)), language.name
        for rule in rules:
            assert re.match(r"https://[\w.-]+/", rule.source), rule
            assert rule.says.count("`") % 2 == 0, rule
            assert not rule.says.endswith("."), rule
