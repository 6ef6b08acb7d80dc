"""Environment variables whose names stand in constants, read through functions and traits."""

from __future__ import annotations

from support.linked import insight_into, link_files


def helped(files: dict[str, str]) -> list[tuple[str, str, int, str]]:
    """Return name, path, line and default of what functions read that are given the name."""
    found = insight_into(link_files(files)).operation.helped_variables
    return [(each.name, path, each.line, each.default) for path, each in found]


def test_constants_handed_to_what_implements_a_trait_are_names() -> None:
    names = """
        pub static STONE: &str = "MILL_STONE";
        pub static OLD_STONE: &str = "STONE";
        pub static YARD: &str = "MILL_YARD";

        pub trait Surroundings {
            fn get(&self, name: &'static str) -> Option<OsString>;

            fn either(&self, name: &'static str, fallback: &'static str) -> Option<OsString> {
                self.get(name).or_else(|| self.get(fallback))
            }
        }
        """
    main = """
        mod names;
        mod wheel;
        struct Live;
        impl names::Surroundings for Live {
            fn get(&self, key: &'static str) -> Option<OsString> {
                std::env::var_os(key)
            }
        }
        fn main() { wheel::turn(&Live); std::env::var(names::YARD); }
        """
    wheel = """
        use crate::names::{self, Surroundings};
        pub fn turn<S: Surroundings>(around: &S) {
            around.either(names::STONE, names::OLD_STONE);
            around.get("MILL_WHEEL");
        }
        """
    files = {"Cargo.toml": '[package]\nname = "mill"\n', "src/names.rs": names}
    assert helped({**files, "src/main.rs": main, "src/wheel.rs": wheel}) == [
        ("MILL_YARD", "src/main.rs", 9, ""),
        ("MILL_WHEEL", "src/wheel.rs", 4, ""),
        ("MILL_STONE", "src/wheel.rs", 3, ""),
        ("STONE", "src/wheel.rs", 3, ""),
    ]


def test_a_reader_that_calls_what_it_implements_comes_to_an_end() -> None:
    files = {
        "package.json": '{"name": "mill"}',
        "src/index.ts": """
            const YARD = "MILL_YARD";
            export interface Surroundings { get(name: string): string; }
            export class Live implements Surroundings {
              get(name: string) { return process.env[name] ?? ""; }
            }
            export class Prefixed implements Surroundings {
              constructor(private inner: Surroundings) {}
              get(name: string) { return this.inner.get(name) || this.inner.get("MILL_" + name); }
            }
            export function turn(around: Surroundings) { return around.get(YARD); }
            """,
    }
    assert {name for name, *_ in helped(files)} == {"MILL_YARD"}


def test_constants_of_other_files_are_names_in_each_language() -> None:
    python = {
        "mill/__init__.py": "",
        "mill/names.py": 'YARD = "MILL_YARD"\n',
        "mill/main.py": "import os\nfrom mill.names import YARD\nhome = os.environ.get(YARD)\n",
    }
    go = {
        "go.mod": "module mill\n",
        "main.go": """
            package main

            import "os"

            const yard = "MILL_YARD"

            func value(key string) string { return os.Getenv(key) }

            func main() { println(value(yard), os.Getenv(yard)) }
            """,
    }
    java = {
        "src/main/java/mill/Names.java": "package mill;\nclass Names {\n"
        '  static final String YARD = "MILL_YARD";\n}\n',
        "src/main/java/mill/Mill.java": "package mill;\nclass Mill {\n"
        "  String yard() { return System.getenv(Names.YARD); }\n}\n",
    }
    for files in (python, go, java):
        assert {name for name, *_ in helped(files)} == {"MILL_YARD"}
