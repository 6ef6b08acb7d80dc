"""Environment variables that code reads, in each language that says how."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.facts import (
    EnvironmentPrefix,
    EnvironmentUse,
    EnvironmentVariable,
    GivenVariable,
    SettingsFile,
)
from mkdocs_repodoc.settings import AnalysisOptions

CASES = {
    "go": 'package m\nfunc f() { a := os.Getenv("A"); b, ok := os.LookupEnv("B") }',
    "typescript": 'const a = process.env.A ?? "d"; const b = process.env["B"];',
    "rust": 'fn f() { let a = std::env::var("A"); let b = env::var_os("B"); }',
    "ruby": 'a = ENV.fetch("A", "d")\nb = ENV["B"]\n',
    "java": 'class C { String a = System.getenv("A"), b = System.getenv("B"); }',
    "kotlin": 'val a = System.getenv("A") ?: "d"\nval b = System.getenv("B")\n',
    "c": 'int f() { char *a = getenv("A"); return getenv("B") != 0; }',
    "c++": 'int f() { auto a = std::getenv("A"); return getenv("B") != 0; }',
    "c#": 'class C { string a = Environment.GetEnvironmentVariable("A") ?? "d",'
    ' b = Environment.GetEnvironmentVariable("B"); }',
    "php": '<?php $a = getenv("A") ?: "d"; $b = $_ENV["B"];',
    "swift": 'let a = ProcessInfo.processInfo.environment["A"] ?? "d"\n'
    'let b = ProcessInfo.processInfo.environment["B"]\n',
    "lua": 'local a = os.getenv("A") or "d"\nlocal b = os.getenv("B")\n',
    "elixir": 'a = System.get_env("A", "d")\nb = System.fetch_env!("B")\n',
    "haskell": 'f = lookupEnv "A"\ng = getEnv "B"\n',
    "julia": 'a = ENV["A"]\nb = ENV["B"]\n',
    "dart": 'var a = Platform.environment["A"] ?? "d"; const b = String.fromEnvironment("B");',
    "ocaml": 'let a = Sys.getenv_opt "A"\nlet b = Sys.getenv "B"\n',
    "zig": 'const a = std.posix.getenv("A");\nconst b = posix.getenv("B");\n',
    "scala": 'object O { val a = sys.env.getOrElse("A", "d"); val b = sys.env("B") }',
    "shell": 'a="${A:-"d"}" b="${B:?}"\n',
    "objective-c": '@implementation C\n- (int)f { char *a = getenv("A");\n'
    'return getenv("B") != 0; }\n@end\n',
}


def variables(language: str, code: str) -> list[EnvironmentVariable]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return list(record.outline.facts_of(EnvironmentVariable))


@pytest.mark.parametrize(("language", "code"), CASES.items(), ids=list(CASES))
def test_variables_are_found_with_their_defaults(language: str, code: str) -> None:
    found = variables(language, code)
    assert [each.name for each in found] == ["A", "B"]
    assert found[0].default in ({'"d"'} if '"d"' in code else {""})
    assert not found[1].default
    assert [each.line for each in found] == [
        1 + code[: code.index(f'"{name}"') if f'"{name}"' in code else 0].count("\n")
        for name in "AB"
    ]


def test_every_language_that_says_how_has_a_case() -> None:
    said = {name for name, each in LANGUAGES.items() if not isinstance(each.environment, Absent)}
    same = {"javascript", "jsx", "tsx", "cuda"}
    assert said - same - {"python"} == set(CASES)


@pytest.mark.parametrize(
    "code",
    [
        '// process.env["A"] is read elsewhere',
        "const a = 'process.env.A';",
        'process.env.A = "1";',
        'process.env["A"] = "1";',
        "process.env.hasOwnProperty(name);",
        "const a = process.env[name];",
        "const a = other.process.env.A;",
        "const a = process.environment;",
        'const a = process.env["not a name"];',
        "const a = process.env",
    ],
)
def test_what_only_looks_like_a_read_is_none(code: str) -> None:
    assert variables("typescript", code) == []


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("rust", '#[arg(long, env = "AA")]\na: u8', [("AA", "")]),
        ("rust", '#[arg(long, aliases = ["b", "c"], env = "AA")]\na: u8', [("AA", "")]),
        ("rust", 'fn f() { Arg::new("a").env("AA"); }', [("AA", "")]),
        (
            "rust",
            'fn f() { env::var("AA").ok()\n .and_then(|v| v.parse().ok()).unwrap_or(u64::MAX) }',
            [("AA", "u64::MAX")],
        ),
        (
            "rust",
            'fn f() { env::var("AA").unwrap_or_else(|_| "d".into()); }',
            [("AA", '"d"')],
        ),
        ("rust", 'fn f() { env::var_os("AA").map_or(Ok(3), |a| g(a)); }', [("AA", "3")]),
        (
            "rust",
            'fn f() -> bool { env::var_os("AA").is_some_and(|a| a == "1") }',
            [("AA", "")],
        ),
        ("rust", 'fn f() -> bool { env::var_os("AA").is_some() }', [("AA", "")]),
        ("rust", 'fn f() -> bool { env::var("AA").map_or(true, |v| v != "0") }', [("AA", "")]),
        ("rust", 'fn f() -> bool { env::var("AA").map_or(false, truthy) }', [("AA", "")]),
        ("rust", 'fn f() { env::var("AA").map(|v| v.len()).unwrap_or(0) }', [("AA", "")]),
        ("rust", 'fn f() { env::var("AA").map(truthy).unwrap_or(true) }', [("AA", "")]),
        (
            "rust",
            'fn f() { env::var("AA").and_then(|v| v.parse().ok()).unwrap_or(true) }',
            [("AA", "true")],
        ),
        (
            "rust",
            'fn f() { env::var("AA").map_or(Some(String::from("d")), g); }',
            [("AA", '"d"')],
        ),
        ("rust", 'fn f() { env::var("AA").unwrap_or(Ok(1) + g(2)); }', [("AA", "Ok(1) + g(2)")]),
        (
            "go",
            'package m\ntype T struct {\nA int `env:"AA,required" envDefault:"3"`\n}',
            [("AA", "3")],
        ),
        (
            "go",
            'package m\nfunc f() {\n\ta := os.Getenv("AA")\n\tif a == "" {\n\t\ta = "80"\n\t}\n}',
            [("AA", '"80"')],
        ),
        (
            "go",
            'package m\nfunc f() {\n\ta := os.Getenv("AA")\n\tif b == "" {\n\t\tb = "80"\n\t}\n}',
            [("AA", "")],
        ),
        ("go", 'package m\nvar f = F{EnvVars: []string{"AA"}}', [("AA", "")]),
        ("go", 'package m\nfunc f() { viper.BindEnv("a", "AA") }', [("AA", "")]),
        ("typescript", "new Option('-a').env('AA');", [("AA", "")]),
        ("typescript", "const a = process.env.AA || (b && c);", [("AA", "(b && c)")]),
        ("typescript", "if (process.env.AA || b) f();", [("AA", "")]),
        ("typescript", "if (process.env.AA || b === 1 || c) f();", [("AA", "")]),
        ("typescript", "const a = process.env.AA || b !== undefined;", [("AA", "")]),
        ("typescript", "if (d && (process.env.AA || b)) f();", [("AA", "")]),
        ("typescript", "const a = !(process.env.AA || b);", [("AA", "")]),
        ("rust", 'fn f() { option_env!("AA").unwrap_or(env!("BB")); }', [("AA", "")]),
        ("ruby", "puts 'a' if ENV['AA'] || b", [("AA", "")]),
        ("ruby", "a = ENV['AA'] || 'b'", [("AA", "'b'")]),
        ("lua", "if os.getenv('AA') or b then f() end", [("AA", "")]),
        (
            "typescript",
            "const { AA, BB: b, CC = '1' } = process.env;",
            [("AA", ""), ("BB", ""), ("CC", "'1'")],
        ),
        ("java", 'class C { @Option(defaultValue = "${env:AA:-3}") int a; }', [("AA", "3")]),
        ("kotlin", 'val a by option(envvar = "AA")', [("AA", "")]),
        ("c#", 'var a = System.Environment.GetEnvironmentVariable("AA");', [("AA", "")]),
        ("php", "<?php $a = env('AA', 3);", [("AA", "3")]),
        ("shell", "a=${AA:-${BB:-1}:2}\n", [("AA", "${BB:-1}:2")]),
        ("c", 'int f() { return uv_os_getenv("AA", a, b); }', [("AA", "")]),
        ("shell", "AA=1\necho ${AA:-2}\n", []),
        ("shell", 'a="${BASH-}${ZSH_VERSION-}${BASH_SOURCE:-x}${BASHES-}"\n', [("BASHES", "")]),
        ("shell", 'AA="${AA:-2}"\n', [("AA", "2")]),
        ("shell", "for AA in 1 2; do echo ${AA:-2}; done\n", []),
    ],
)
def test_what_libraries_and_patterns_read(
    language: str, code: str, expected: list[tuple[str, str]]
) -> None:
    assert [(each.name, each.default) for each in variables(language, code)] == expected


def test_a_comparison_is_no_assignment() -> None:
    assert [each.name for each in variables("typescript", 'process.env.A === "x"')] == ["A"]


@pytest.mark.parametrize(
    ("language", "code", "names"),
    [
        ("go", 'package m\nfunc f() { os.Setenv("A", "1") }', ["A"]),
        ("go", 'package m\nfunc f() { e = append(e, `AA=`+x, "BB=1") }', ["AA", "BB"]),
        ("rust", 'fn f() { cmd.env("A", "1"); env::set_var("B", "2"); }', ["A", "B"]),
        (
            "typescript",
            "process.env.A = '1'; spawn(c, { env: { ...process.env, B: x } });",
            ["A", "B"],
        ),
        ("java", 'class C { void f() { b.environment().put("A", "1"); } }', ["A"]),
        ("go", 'package m\n// os.Setenv("A", "1")\n', []),
        ("rust", 'fn f() { Arg::new("a").env("A"); }', []),
        ("kotlin", 'fun f() { b.environment()["A"] = "1" }', ["A"]),
        ("c#", 'class C { void F() { start.Environment["A"] = "1"; } }', ["A"]),
        ("c", 'int f() { setenv("A", "1", 1); return putenv("B=1"); }', ["A", "B"]),
        ("ruby", 'ENV["A"] = "1"\nENV["B"] ||= "2"\nENV["C"] == "3"\n', ["A", "B"]),
        ("php", "<?php putenv('A=1');", ["A"]),
        ("shell", "export A=1\n# export B=1\n", ["A"]),
    ],
)
def test_variables_that_code_sets(language: str, code: str, names: list[str]) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    assert [each.name for each in record.outline.facts_of(GivenVariable)] == names


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("typescript", "const on = debuglog('mill').enabled;", "NODE_DEBUG"),
        ("rust", "fn main() { env_logger::init(); }", "RUST_LOG"),
    ],
)
def test_variables_that_libraries_read_by_themselves(language: str, code: str, name: str) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    assert [each.name for each in record.outline.facts_of(EnvironmentVariable)] == [name]


@pytest.mark.parametrize(
    ("language", "code", "names"),
    [
        ("typescript", "import yargs from 'yargs';\nyargs(a).env('AA').options({});", ["AA_"]),
        ("typescript", "import yargs from 'yargs';\n// yargs(a).env('AA')", []),
        ("typescript", "import yargs from 'yargs';\nyargs(a).env();", []),
        ("typescript", "import { Option } from 'commander';\nnew Option('-a').env('AA');", []),
        ("go", 'package m\nfunc f() { v.SetEnvPrefix("AA_"); v.AutomaticEnv() }', ["AA_"]),
        ("go", 'package m\nfunc f() { v.SetEnvPrefix("aa"); v.AutomaticEnv() }', ["AA_"]),
        ("go", 'package m\nfunc f() { v.SetEnvPrefix("AA") }', []),
        ("python", "cli(auto_envvar_prefix='AA')", ["AA_"]),
        ("python", "PREFIX = 'AA'\ncli(auto_envvar_prefix=PREFIX)", ["AA_"]),
        ("python", "cli(auto_envvar_prefix=prefix())", []),
    ],
)
def test_prefixes_of_variables_that_set_any_option(
    language: str, code: str, names: list[str]
) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    assert [each.name for each in record.outline.facts_of(EnvironmentPrefix)] == names
    if names:
        assert not list(record.outline.facts_of(EnvironmentVariable))


@pytest.mark.parametrize(
    ("language", "code", "lines"),
    [
        ("rust", "use std::env::var_os;\nfn f() {}", [1]),
        ("typescript", "const all = process.env;\n", [1]),
        ("typescript", "process.env.A;\n", []),
        ("typescript", "// process.env\n", []),
    ],
)
def test_uses_without_a_literal_name(language: str, code: str, lines: list[int]) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    assert [each.line for each in record.outline.facts_of(EnvironmentUse)] == lines


def test_names_of_settings_files_are_texts_of_code() -> None:
    code = "// 'a.config.json'\nload('.ncurc');\nload('.ncurc');\nload('package.json');\n"
    record = analyse("code", "typescript", code.encode(), AnalysisOptions())
    assert list(record.outline.facts_of(SettingsFile)) == [SettingsFile(".ncurc", 2)]


def test_a_name_joined_to_a_folder_for_settings_is_one_of_a_settings_file() -> None:
    code = """fn f() {
    let path = dirs::config_dir().unwrap_or_default();
    let theme = path.join("mill").join("theme.yml");
}
"""
    record = analyse("code", "rust", code.encode(), AnalysisOptions())
    assert list(record.outline.facts_of(SettingsFile)) == [SettingsFile("theme.yml", 3)]
    other = code.replace("config_dir", "data_dir")
    record = analyse("code", "rust", other.encode(), AnalysisOptions())
    assert list(record.outline.facts_of(SettingsFile)) == []
