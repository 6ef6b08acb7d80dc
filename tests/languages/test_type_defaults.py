"""Values that code gives to types that hold settings."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import SettingsList, TypeDefaults
from mkdocs_repodoc.settings import AnalysisOptions


def defaults(language: str, code: str) -> list[tuple[str, dict[str, str]]]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return [
        (each.name, {setting.name: setting.default for setting in each.settings})
        for each in record.outline.facts_of(TypeDefaults)
    ]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("rust", "impl Default for Config<A> { fn default() -> Self { Self { a: 1, b: f(2) } } }"),
        ("go", "package m\nfunc DefaultConfig() *Config { return &Config{a: 1, b: f(2)} }"),
        ("go", "package m\nvar defaults = x.Config{a: 1, b: f(2)}"),
        ("go", "package m\nfunc NewMill() *Mill { return run(Config{a: 1, b: f(2)}) }"),
        ("typescript", "const o = defu(given, { a: 1, b: f(2) } satisfies Config);"),
        ("typescript", "const defaults: Config = { a: 1, b: f(2) };"),
        ("typescript", "const DEFAULTS: Partial<Config> = { a: 1, b: f(2) };"),
        ("typescript", "const defaultConfig = { a: 1, b: f(2) } as Config;"),
    ],
)
def test_fields_have_the_values_that_are_written_out(language: str, code: str) -> None:
    assert defaults(language, code) == [("Config", {"a": "1", "b": "f(2)"})]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("rust", "impl Clone for Config { fn clone(&self) -> Self { Self { a: 1, b: 2 } } }"),
        ("rust", "impl Default for Shell { fn default() -> Self { Shell::Plain } }"),
        ("go", "package m\nfunc run() { use(Config{a: 1, b: 2}) }"),
        ("go", "package m\nfunc DefaultConfig() Config { return Config{1, 2} }"),
        ("typescript", "run({ a: 1, b: 2 } satisfies Config);"),
        ("typescript", "const given: Config = { a: 1, b: 2 };"),
        ("typescript", "const defaults: Mill = { a: 1, b: 2 };"),
        ("typescript", "const defaultNames: Mill = { a: 1, b: 2, c: 3, d: 4 };"),
    ],
)
def test_other_values_are_no_defaults(language: str, code: str) -> None:
    assert defaults(language, code) == []


def test_values_in_values_have_dotted_names() -> None:
    code = """
        const o = defu(given, {
          // how it grinds
          stone: {
            hard: true, /* very */ size: 3,
          },
        } satisfies MillOptions);
        """
    assert defaults("typescript", code) == [
        (
            "MillOptions",
            {"stone": "{hard: true, size: 3}", "stone.hard": "true", "stone.size": "3"},
        )
    ]


@pytest.mark.parametrize(
    "code",
    [
        "const defaults = CODE;",
        "export const DEFAULT_OPTIONS = Object.freeze(CODE);",
        "const millDefaults: Mill = CODE;",
    ],
)
def test_an_object_of_defaults_lists_settings(code: str) -> None:
    listed = "{ stones: 2, wind: undefined, sails: { size: 4 }, name: '' }"
    record = analyse("a.ts", "typescript", code.replace("CODE", listed).encode(), AnalysisOptions())
    (found,) = record.outline.facts_of(SettingsList)
    assert [(each.name, each.default) for each in found.settings] == [
        ("stones", "2"),
        ("wind", "undefined"),
        ("sails", "{size: 4}"),
        ("sails.size", "4"),
        ("name", "''"),
    ]


def test_options_in_one_object_have_the_defaults_that_code_lays_under_them() -> None:
    code = """
        class Mill {
            constructor(options) {
                options = options || {};
                this.stones = options.stones || 2;
                this.wind = options?.wind ?? WIND;
                // this.no = options.no || 1;
                const { sails = 4, name } = options;
            }
        }
        const turn = (opts) => { use(opts.a || 1); };
        """
    record = analyse("mill.js", "javascript", code.encode(), AnalysisOptions())
    assert [
        (each.name, [(one.name, one.default, one.line) for one in each.settings])
        for each in record.outline.facts_of(SettingsList)
    ] == [("Mill", [("stones", "2", 5), ("wind", "WIND", 6), ("sails", "4", 8), ("name", "", 8)])]
