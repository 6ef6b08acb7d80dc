"""Decisions of libraries, as the code that leaves them to a library shows."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.operation.library_decisions import library_decisions
from mkdocs_repodoc.model.repository import CODE_ROLES

LIBRARY = """
package viper // import "github.com/spf13/viper"

type Viper struct{}

var v = &Viper{}

func (v *Viper) AutomaticEnv() {}

func AutomaticEnv() { v.AutomaticEnv() }
"""
USER = """
package main

import "github.com/spf13/viper"

func main() { viper.AutomaticEnv() }
"""


def decided(module: str, code: str) -> list[str]:
    files = {"go.mod": f"module {module}\n", "main.go": code}
    repository = link_files(files).repository
    found = library_decisions(repository, ["main.go"], "settings", CODE_ROLES)
    return [use.call for each in found for _, use in each.uses]


def test_a_library_leaves_nothing_to_itself() -> None:
    assert decided("example.com/mill", USER) == ["viper.AutomaticEnv()"]
    assert decided("github.com/spf13/viper", LIBRARY) == []


def test_what_tests_beside_the_code_call_decides_nothing() -> None:
    code = """
use clap::Parser;

#[derive(Parser)]
struct Opt {}

fn main() { let opt = Opt::parse(); }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_run() { let opt = Opt::parse_from(["mill"].iter()); }
}
"""
    manifest = '[package]\nname = "mill"\n[dependencies]\nclap = "4"\n'
    repository = link_files({"Cargo.toml": manifest, "src/main.rs": code}).repository
    found = library_decisions(repository, ["src/main.rs"], "errors", CODE_ROLES)
    assert [use.line for each in found for _, use in each.uses] == [6]
