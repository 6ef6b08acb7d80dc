"""Options that a constructor or function completes where it takes them."""

from __future__ import annotations

from support.linked import link_files
from support.operation import configuration

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import SettingsList
from mkdocs_repodoc.settings import AnalysisOptions

MILL = """
    type MillOpts = {
      stones: number;
      grain: string;
      quiet?: boolean;
      sieve?: string;
    };

    export class Mill {
      constructor(_opts: Partial<MillOpts> = {}) {
        const opts = {
          stones: 2,
          grain: 'rye',
          quiet: false,
          ..._opts,
          sacks: named(_opts.sacks),
        };
        if (opts.sieve === undefined) opts.sieve = 'fine';
      }
    }
    """


def listed(code: str) -> dict[str, list[tuple[str, str]]]:
    record = analyse("mill.ts", "typescript", code.encode(), AnalysisOptions())
    return {
        found.name: [(each.name, each.default) for each in found.settings]
        for found in record.outline.facts_of(SettingsList)
    }


def test_what_stands_in_front_of_spread_options_is_their_default() -> None:
    repository = link_files({"package.json": '{"name": "mill"}', "src/mill.ts": MILL}).repository
    told = configuration(repository)
    assert [
        (found.name, [(each.name, each.type, each.default) for each in found.settings])
        for _, found in told.lists
    ] == [
        (
            "Mill",
            [
                ("stones", "number", "2"),
                ("grain", "string", "'rye'"),
                ("quiet", "boolean", "false"),
                ("sacks", "", ""),
                ("sieve", "string", "'fine'"),
            ],
        )
    ]


def test_options_are_completed_one_by_one() -> None:
    code = """
export function mill(options) {
  options.stones ??= 2;
  options.grain ||= 'rye';
  options.dryRun ??= preview;
  if (options.quiet === undefined) { options.quiet = false; }
  if (options.sieve === undefined) { options.other = 1; }
}
"""
    assert listed(code) == {
        "mill": [("stones", "2"), ("grain", "'rye'"), ("dryRun", ""), ("quiet", "false")]
    }


def test_what_only_changes_options_or_is_no_entry_lists_none() -> None:
    changes = "function mill(options) { return {shell: false, ...options, stones, node}; }\n"
    private = changes.replace("mill", "_mill").replace("false,", "false, a: 1, b: 2,")
    assert listed(changes + private) == {}


def test_defaults_of_an_exported_type_are_those_of_its_fields() -> None:
    code = MILL.replace("type MillOpts", "export type MillOpts").replace(
        "          sacks: named(_opts.sacks),\n", ""
    )
    repository = link_files({"package.json": '{"name": "mill"}', "src/mill.ts": code}).repository
    told = configuration(repository)
    assert told.lists == []
    assert [
        (repository.symbol(ref).name, each.value) for ref, each in told.field_defaults.items()
    ] == [
        ("MillOpts.stones", "2"),
        ("MillOpts.grain", "'rye'"),
        ("MillOpts.quiet", "false"),
        ("MillOpts.sieve", "'fine'"),
    ]


def test_an_option_that_is_asked_for_among_others_has_no_default() -> None:
    code = """
export function mill(options) {
  const quiet = !options.loud || options.still || options.mute || options.dumb;
  return options.stones || options.wheels || 2, options.grain ?? 'rye', options.sieve || 'fine';
}
"""
    assert listed(code) == {
        "mill": [
            ("stones", "options.wheels"),
            ("wheels", "2"),
            ("grain", "'rye'"),
            ("sieve", "'fine'"),
        ]
    }


def test_what_a_module_takes_apart_for_itself_lists_no_settings() -> None:
    taken = "function grind(options) { const { stones, grain, sieve } = options; }\n"
    assert listed(taken) == {}
    assert listed(f"export {taken}") == {"grind": [("stones", ""), ("grain", ""), ("sieve", "")]}
    assert listed(f"export {taken.replace('= options', '= options.mill')}") == {}
    assert listed(f"export {taken.replace('(options)', '(mill)')}") == {}
