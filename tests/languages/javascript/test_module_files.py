"""Which file a module's name means: paths, aliases, packages of the repository."""

from __future__ import annotations

import pytest
from support.linked import link_files

FILES = {
    "package.json": '{"name": "root", "workspaces": ["packages/*"]}',
    "tsconfig.json": """{
        // comments are let through
        "extends": "./config/tsconfig.base.json",
        "compilerOptions": {"strict": true,},
    }""",
    "config/tsconfig.base.json": '{"compilerOptions": {"paths": {"@/*": ["../src/*"]}}}',
    "src/tool.ts": "export const tool = 1;\n",
    "src/index.ts": "export const top = 1;\n",
    "packages/core/package.json": """{
        "name": "@shop/core",
        "main": "dist/index.js",
        "imports": {"#lib/*": "./dist/lib/*.js"}
    }""",
    "packages/core/src/index.ts": "export const core = 1;\n",
    "packages/core/src/lib/money.ts": "export const money = 1;\n",
    "packages/web/package.json": """{
        "name": "web",
        "exports": {".": {"types": "./types.d.ts", "import": "./dist/esm/main.js"},
                    "./parts/*": "./dist/parts/*.mjs"}
    }""",
    "packages/web/src/main.tsx": "export const main = 1;\n",
    "packages/web/src/parts/head.ts": "export const head = 1;\n",
    "old/jsconfig.json": '{"compilerOptions": {"baseUrl": "."}}',
    "old/util/a.js": "exports.a = 1;\n",
}


@pytest.mark.parametrize(
    ("importer", "named", "file"),
    [
        ("src/a.ts", "./tool", "src/tool.ts"),
        ("src/a.ts", "./tool.js", "src/tool.ts"),
        ("src/a.ts", ".", "src/index.ts"),
        ("a.ts", "./src/", "src/index.ts"),
        ("src/a.ts", "@/tool", "src/tool.ts"),
        ("src/a.ts", "@shop/core", "packages/core/src/index.ts"),
        ("packages/core/src/b.ts", "#lib/money", "packages/core/src/lib/money.ts"),
        ("src/a.ts", "web", "packages/web/src/main.tsx"),
        ("src/a.ts", "web/parts/head", "packages/web/src/parts/head.ts"),
        ("old/b.js", "util/a", "old/util/a.js"),
        ("src/a.ts", "util/a", ""),
        ("src/a.ts", "@other/core", ""),
        ("src/a.ts", "#lib/money", ""),
        ("src/a.ts", "../../outside", ""),
    ],
)
def test_a_name_means_a_file(importer: str, named: str, file: str) -> None:
    code = f"import {{ x }} from '{named}';\n"
    found = link_files({**FILES, importer: code}).repository.links.imports[importer]
    assert found[0].path == file
    if not file:
        assert found[0].origin != "repository"


def test_configurations_that_extend_each_other_end() -> None:
    files = {
        "tsconfig.json": '{"extends": "./other.json"}',
        "other.json": "{}",
        "tsconfig.b.json": '{"extends": ["./tsconfig.json"], "compilerOptions": {"paths": 3}}',
        "a.ts": "import { b } from '@/b';\n",
    }
    (found,) = link_files(files).repository.links.imports["a.ts"]
    assert found.origin == "third party"


def test_a_file_of_any_kind_that_comes_changes_what_imports_mean() -> None:
    code = {"a.ts": "import text from './a.txt';\n"}
    (before,) = link_files(code).index.names.each()
    (after,) = link_files({**code, "a.txt": "here\n"}).index.names.each()
    assert not after.finds_the_same_as(before)


@pytest.mark.parametrize(
    ("importer", "named", "file"),
    [
        ("src/a.ts", "tool", "src/index.ts"),
        ("test/a.js", "../build/index.js", "src/index.ts"),
        ("test/a.js", "../build/only.js", "build/only.js"),
        ("build/other.js", "./index.js", "build/index.js"),
    ],
)
def test_a_tracked_file_of_a_compiler_means_its_source(
    importer: str, named: str, file: str
) -> None:
    files = {
        "package.json": '{"name": "tool", "exports": {".": "./build/index.js"}}',
        "tsconfig.json": '{"compilerOptions": {"outDir": "build"}}',
        "build/index.js": "export const tool = 1;\n",
        "build/only.js": "export const only = 1;\n",
        "src/index.ts": "export const tool = 1;\n",
    }
    code = f"import {{ x }} from '{named}';\n"
    found = link_files({**files, importer: code}).repository.links.imports[importer]
    assert found[0].path == file
