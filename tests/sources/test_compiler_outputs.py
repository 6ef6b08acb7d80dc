"""Folders that settings of a compiler name as its output."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.model.clues import OutputFolderClue
from mkdocs_repodoc.sources.compiler_outputs import output_evidence, output_folders


def folders(settings: str, *paths: str, where: str = "tsconfig.json") -> list[str]:
    return list(output_folders([where, *paths], lambda _: settings))


@pytest.mark.parametrize(
    ("where", "settings", "found"),
    [
        ("tsconfig.json", '{"compilerOptions": {"outDir": "./build"}}', ["build"]),
        ("tsconfig.json", '{\n// "outDir": "./a",\n"outDir": "./b/"}', ["b"]),
        ("tsconfig.json", '{\n/* "outDir": "./a", */\n}', []),
        ("pkg/a/tsconfig.build.json", '{"outDir": "../../dist/a"}', ["dist/a"]),
        ("pkg/tsconfig.json", '{"outDir": "${configDir}/out"}', ["pkg/out"]),
        ("tsconfig.json", '{"declarationDir": "types", "outDir": "lib"}', ["lib", "types"]),
        ("tsconfig.json", '{"outDir": "lib", "allowJs": true}', []),
        ("tsconfig.json", '{"outDir": "./"}', []),
        ("a/tsconfig.json", '{"outDir": "../"}', []),
        ("tsconfig.json", '{"outDir": "../elsewhere"}', []),
        ("tsconfig.json", '{"outDir": "/tmp/out"}', []),
        ("settings.json", '{"outDir": "build"}', []),
        ("tsconfig.json", "{", []),
    ],
)
def test_settings_name_folders(where: str, settings: str, found: list[str]) -> None:
    lines = settings.replace(', "outDir"', ',\n"outDir"').replace(', "allowJs"', ',\n"allowJs"')
    assert sorted(folders(lines, where=where)) == found


def test_a_folder_with_sources_is_no_output() -> None:
    settings = '{"outDir": "lib"}'
    assert folders(settings, "lib/a.js", "lib/a.d.ts") == ["lib"]
    assert folders(settings, "lib/a.js", "lib/b.ts") == []


def test_what_lies_in_an_output_was_compiled() -> None:
    found = output_folders(["tsconfig.json"], lambda _: '{"outDir": "build"}')
    assert output_evidence("build/in/a.js", found) == OutputFolderClue("tsconfig.json", "build")
    assert output_evidence("builder/a.js", found) is None
    assert output_evidence("a.js", found) is None
