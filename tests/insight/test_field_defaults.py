"""Defaults of the fields of settings types."""

from __future__ import annotations

from support.linked import link_files
from support.operation import configuration


def defaults(files: dict[str, str]) -> dict[str, str]:
    """Return the qualified name of each field with its default and the line that gives it."""
    repository = link_files(files).repository
    found = configuration(repository)
    return {
        repository.symbol(ref).name: f"{each.value} @{each.path}:{each.line}"
        for ref, each in found.field_defaults.items()
    }


def test_a_type_has_the_values_that_another_file_gives_it_or_what_holds_it() -> None:
    files = {
        "src/types.ts": """
            export interface StoneOptions { hard: boolean; size: number }
            export interface MillOptions { stone: StoneOptions; name: string; other: string }
            """,
        "src/mill.ts": """
            import { MillOptions } from "./types";
            const options = defu(given, {
              name: "post mill",
              stone: { hard: true },
            } satisfies MillOptions);
            """,
    }
    assert defaults(files) == {
        "StoneOptions.hard": "true @src/mill.ts:4",
        "MillOptions.stone": "{hard: true} @src/mill.ts:4",
        "MillOptions.name": '"post mill" @src/mill.ts:3',
    }


def test_a_default_that_is_that_of_its_type_is_written_out() -> None:
    files = {
        "src/main.rs": """
            pub struct Bounds { pub min: u64, pub max: u64 }
            impl Default for Bounds {
                fn default() -> Self { Bounds { min: 1, max: 9 } }
            }
            pub struct Options { pub bounds: Bounds, pub count: u64 }
            impl Default for Options {
                fn default() -> Self { Options { bounds: Bounds::default(), count: 3 } }
            }
            """
    }
    told = defaults(files)
    assert told["Options::bounds"].startswith("Bounds { min: 1, max: 9 } @src/main.rs:7")
    assert told["Options::count"] == "3 @src/main.rs:7"
