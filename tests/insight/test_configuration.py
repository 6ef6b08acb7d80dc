"""What can be configured, gathered from the lines that declare or read it."""

from __future__ import annotations

import pytest
from support.linked import insight_into, link_files
from support.operation import configuration

from mkdocs_repodoc.insight.operation import configuration as configuration_module
from mkdocs_repodoc.insight.operation.configuration import ConfigurationFinder
from mkdocs_repodoc.insight.operation.declared_configuration import Configuration, declared_in
from mkdocs_repodoc.insight.operation.defaults.named_values import LastNames
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, RepoFile

SHOP = {
    "shop/cli.py": """
        import argparse, os
        DEFAULT_PORT = 80
        parser = argparse.ArgumentParser()
        parser.add_argument("--port", default=DEFAULT_PORT, help="Where to listen.")
        home = os.environ.get("SHOP_HOME", "/srv")
        table = read().get("tool", {}).get("shop", {})
        """,
    "shop/settings.py": """
        from dataclasses import dataclass

        @dataclass
        class ShopConfig:
            port: int = 1
            host: str = ""

            def __init__(self, default_host):
                self.default_host = default_host

        class DefaultShop:
            till = 1

        class Kind(Enum):
            DEFAULT_KIND = 1

        class Till(BaseSettings):
            coins: int = 1
            notes: int = 2
        """,
    "tools/build.py": "import os\nhome = os.environ['SHOP_HOME']\nkey = os.environ['A_KEY']\n",
    "tests/test_cli.py": "import os\na = os.environ['SHOP_HOME'], os.environ['ONLY_TEST']\n"
    "DEFAULT_TEST = 1\n",
    "shop/shop.schema.json": '{"$schema": "https://json-schema.org/x", "properties": {}}',
}


def found(aside: tuple[str, ...] = ()) -> Configuration:
    repository = link_files(SHOP).repository
    return configuration(repository, aside)


def test_options_tables_and_schemas_are_found_where_they_stand() -> None:
    shop = found()
    assert [(path, option.flags, option.line) for path, option in shop.options] == [
        ("shop/cli.py", ("--port",), 4)
    ]
    assert [(path, each.name) for path, each in shop.tables] == [("shop/cli.py", "tool.shop")]
    assert shop.schemas == ["shop/shop.schema.json"]


def test_a_variable_has_all_places_that_read_it_and_those_of_tests_are_apart() -> None:
    shop = found()
    assert {name: [path for path, _ in places] for name, places in shop.variables.items()} == {
        "A_KEY": ["tools/build.py"],
        "SHOP_HOME": ["shop/cli.py", "tools/build.py"],
    }
    assert shop.test_variables == {"ONLY_TEST": ("tests/test_cli.py", 2)}


def test_what_scripts_beside_the_software_read_comes_last() -> None:
    assert list(found(aside=("tools/build.py",)).variables) == ["SHOP_HOME", "A_KEY"]


def test_options_of_scripts_beside_the_software_are_apart() -> None:
    shop = found(aside=("shop/cli.py",))
    assert not shop.options
    assert [option.flags for _, option in shop.aside_options] == [("--port",)]


def test_types_named_or_derived_as_settings_hold_them_and_constants_named_so_are_defaults() -> None:
    repository = link_files(SHOP).repository
    shop = found()
    assert {
        repository.symbol(ref).name: [repository.symbol(each).name for each in fields]
        for ref, fields in shop.types
    } == {
        "ShopConfig": ["ShopConfig.port", "ShopConfig.host", "ShopConfig.default_host"],
        "Till": ["Till.coins", "Till.notes"],
    }
    assert [repository.symbol(ref).name for ref in shop.defaults] == ["DEFAULT_PORT"]


def test_a_flag_with_a_letter_and_a_word_is_one_option() -> None:
    code = """
        package main

        import "flag"

        func main() {
            flag.BoolVar(&d, "d", false, "decrypt the input")
            flag.BoolVar(&d, "decrypt", false, "decrypt the input")
            flag.BoolVar(&v, "version", false, "print the version")
            flag.Parse()
        }
        """
    repository = link_files({"go.mod": "module mill\n", "main.go": code}).repository
    told = configuration(repository)
    assert [each.flags for _, each in told.options] == [("-d", "--decrypt"), ("--version",)]


def test_a_status_for_a_timeout_is_no_limit() -> None:
    files = {"status.py": "HTTP_408_REQUEST_TIMEOUT = 408\nREQUEST_TIMEOUT = 30\n"}
    repository = link_files(files).repository
    told = configuration(repository)
    assert [repository.symbol(each).name for each in told.defaults] == ["REQUEST_TIMEOUT"]


def helped(files: dict[str, str]) -> list[tuple[str, str, int, str]]:
    """Return name, path, line and default of what functions read that are given the name."""
    found = insight_into(link_files(files)).operation.helped_variables
    return [(each.name, path, each.line, each.default) for path, each in found]


def test_names_that_functions_are_given_are_read_through_them() -> None:
    files = {
        "mill/surroundings.py": """
            import os

            def value_of(name):
                return os.environ.get(name, STORED.get(name))
            """,
        "mill/places.py": """
            from pathlib import Path
            from mill.surroundings import value_of

            def expanded(variable):
                return Path(value) if (value := value_of(variable)) else None

            def stone():
                return value_of("MILL_STONE") or expanded("MILL_YARD") or value_of(of_today())
            """,
        "mill/__init__.py": "",
        "tests/test_places.py": "from mill.places import expanded\nexpanded('ONLY_TEST')\n",
    }
    assert helped(files) == [
        ("MILL_STONE", "mill/places.py", 8, ""),
        ("MILL_YARD", "mill/places.py", 8, ""),
    ]


def test_a_part_of_a_name_is_put_together_with_the_rest() -> None:
    files = {
        "Cargo.toml": '[package]\nname = "mill"\n',
        "src/lib.rs": """
            fn colour(name: &str, default_colour: Colour) -> String {
                let variable = format!("MILL_{name}");
                match std::env::var(variable).as_deref() {
                    Ok(colour) => colour,
                    _ => default_colour,
                }
            }
            pub fn flour() -> String { colour("FLOUR", Colour::White) }
            """,
    }
    assert helped(files) == [("MILL_FLOUR", "src/lib.rs", 8, "Colour::White")]


def test_a_name_of_which_only_a_part_is_known_is_a_pattern() -> None:
    files = {
        "package.json": '{"name": "mill"}',
        "src/index.js": """
            const read = name => process.env[`MILL_${name.toUpperCase()}`];
            export function all(names) {
              return names.map(each => process.env["GRAIN_" + each]);
            }
            export function some(names) { return [read("stone"), ...names.map(read)]; }
            """,
    }
    assert helped(files) == [
        ("MILL_STONE", "src/index.js", 5, ""),
        ("GRAIN_{each}", "src/index.js", 3, ""),
    ]


def test_what_only_builds_or_documents_the_software_reads_no_variable_of_it() -> None:
    files = {
        "mill.py": "import os\na = os.environ['MILL_STONE']\n",
        "docs/conf.py": "import os\na = os.environ.get('MILL_DOCS')\n",
    }
    repository = link_files(files).repository
    told = configuration(repository)
    assert list(told.variables) == ["MILL_STONE", "MILL_DOCS"]
    assert told.own_variables == {"MILL_STONE"}


def test_what_is_said_of_settings_is_none_of_them() -> None:
    code = """
        def validate_options(options):
            if options.stones is None:
                options.stones = 2
            if options.sacks < 0:
                msg = "--sacks is negative"
                raise ValueError(msg)
        """
    repository = link_files({"mill.py": code}).repository
    told = configuration(repository)
    assert [each.target for _, each in told.adjusted] == ["options.stones"]


def test_a_default_that_a_type_decides_is_the_variant_that_it_marks() -> None:
    files = {
        "Cargo.toml": '[package]\nname = "mill"\n',
        "src/main.rs": """
            use clap::Parser;
            const SACKS: i64 = 3;

            #[derive(Parser)]
            struct Cli {
                #[arg(long, value_enum, default_value_t)]
                stone: Stone,
                #[arg(long, default_value_t)]
                grain: Grain,
                #[arg(long, default_value(formatcp!("{SACKS}")))]
                sacks: String,
            }
            """,
        "src/stone.rs": """
            pub enum Stone { Soft, #[default] VeryHard }
            pub enum Grain { #[default] #[value(name = "rye-flour")] Rye, Oats }
            """,
    }
    repository = link_files(files).repository
    told = configuration(repository)
    assert [each.default for _, each in told.options] == ["very-hard", "rye-flour", "3"]


def test_variables_are_looked_up_in_a_copy_of_the_environment() -> None:
    held = """
        package mill

        import "os"

        const Stone = "MILL_STONE"

        func copied() map[string]string {
            for _, each := range os.Environ() {
                keep(each)
            }
            return kept
        }

        func run(env map[string]string) {
            env["MILL_SET"] = "1"
            grind(env[Stone], env["MILL_BED"], sacks["MILL_NO"], env.Fetch("MILL_YARD", "9"))
        }
        """
    files = {"go.mod": "module mill\n", "mill.go": held}
    assert helped(files) == [
        ("MILL_STONE", "mill.go", 16, ""),
        ("MILL_BED", "mill.go", 16, ""),
        ("MILL_YARD", "mill.go", 16, '"9"'),
    ]
    assert helped({**files, "mill.go": held.replace("os.Environ()", "given")}) == []


def test_a_map_that_only_has_the_name_of_a_copy_is_none() -> None:
    files = {
        "go.mod": "module mill\n",
        "env.go": """
            package mill

            import "os"

            type Env map[string]string

            func taken() Env {
                env := make(Env)
                for _, each := range os.Environ() {
                    keep(env, each)
                }
                return env
            }

            func other() {
                env := map[string]string{}
                println(env["NO_STONE"], buildEnv["NO_BED"], box.env["NO_YARD"])
            }
            """,
        "grind.go": """
            package mill

            func grind(env Env, bed map[string]string) {
                println(env["STONE"])
            }

            func sift() {
                env := taken()
                println(env["SIEVE"])
            }

            func kinds(env map[string]string) {
                println(env["NO_KIND"], env["NO_LEVEL"])
            }
            """,
    }
    assert [name for name, *_ in helped(files)] == ["STONE", "SIEVE"]


def test_functions_that_hand_names_on_to_themselves_or_in_a_ring_come_to_an_end() -> None:
    files = {
        "mill/surroundings.py": """
            import os

            def value_of(name):
                return os.environ.get(name) or value_of("MILL_" + name)

            def stone_of(name):
                return os.environ.get("STONE_" + name) or grain_of(name + "_OLD")

            def grain_of(name):
                return stone_of("GRAIN_" + name) or stone_of(name)
            """,
        "mill/grind.py": """
            from mill.surroundings import grain_of, value_of

            def grind():
                return value_of("YARD"), grain_of("SIEVE")
            """,
        "mill/__init__.py": "",
    }
    assert sorted(helped(files)) == [
        ("STONE_GRAIN_SIEVE", "mill/grind.py", 4, ""),
        ("STONE_GRAIN_{name}", "mill/surroundings.py", 10, ""),
        ("STONE_SIEVE", "mill/grind.py", 4, ""),
        ("STONE_{name}", "mill/surroundings.py", 10, ""),
        ("YARD", "mill/grind.py", 4, ""),
    ]


def test_what_a_file_declares_is_looked_at_once_for_all_folders_around_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []

    def counted(file: RepoFile, *, is_aside: bool) -> Configuration:
        looked_at.append(file.path)
        return declared_in(file, is_aside=is_aside)

    monkeypatch.setattr(configuration_module, "declared_in", counted)
    repository = link_files(SHOP).repository
    finder = ConfigurationFinder(repository, LastNames(()), (), CODE_ROLES, TEST_ROLES)
    whole, part = finder.of(repository.files), finder.of(["shop/cli.py"])
    assert part.options == [each for each in whole.options if each[0] == "shop/cli.py"] != []
    assert len(looked_at) == len(set(looked_at)) > 1


def test_defaults_that_own_helpers_and_the_line_below_give_in_go() -> None:
    go = """\
package mill

import "os"

func grind() {
	stone, ok := os.LookupEnv("MILL_STONE")
	if !ok {
		stone = "granite"
	}
	grain := getEnv("MILL_GRAIN", "rye")
}

func getEnv(key, def string) string {
	if value := os.Getenv(key); value != "" {
		return value
	}
	return def
}
"""
    files = {"go.mod": "module mill\n", "mill.go": go}
    variables = insight_into(link_files(files)).operation.configuration(files).variables
    assert {name: reads[0][1].default for name, reads in variables.items()} == {
        "MILL_GRAIN": '"rye"',
        "MILL_STONE": '"granite"',
    }


def test_a_type_of_a_program_beside_the_software_holds_no_settings() -> None:
    text = "class MockConfig:\n    is_ssl = False\n    workers = 1\n    proxy = 'auto'\n"
    repository = link_files({"benchmarks/parse.py": text}).repository
    file = repository.files["benchmarks/parse.py"]

    assert len(declared_in(file, is_aside=False).types) == 1
    assert declared_in(file, is_aside=True).types == []
