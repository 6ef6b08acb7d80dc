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


DECLARED = {
    "package.json": '{"name": "till", "main": "till.js", "types": "till.d.ts"}',
    "till.js": "module.exports = till\nfunction till () {}\n",
    "till.d.ts": "declare function till(): till.Till\n"
    "declare namespace till { interface Till { open(): void } }\nexport = till\n",
    "parts/package.json": """{
        "name": "parts",
        "exports": {".": {"types": "./parts.d.ts", "default": "./parts.js"}}
    }""",
    "parts/parts.js": "exports.part = function part () {}\n",
    "parts/parts.d.ts": "export function part(): void\n",
    "typed/package.json": '{"name": "typed", "types": "index.d.ts"}',
    "typed/index.js": "exports.one = 1\n",
    "typed/index.d.ts": "export const one: number\n",
    "only/package.json": '{"name": "only", "types": "only.d.ts"}',
    "only/only.d.ts": "export interface Only {}\n",
}


@pytest.mark.parametrize(
    ("named", "script", "typescript"),
    [
        ("..", "till.js", "till.d.ts"),
        ("../till", "till.js", "till.d.ts"),
        ("till", "till.js", "till.d.ts"),
        ("parts", "parts/parts.js", "parts/parts.d.ts"),
        ("typed", "typed/index.js", "typed/index.d.ts"),
        ("only", "only/only.d.ts", "only/only.d.ts"),
    ],
)
def test_a_script_takes_the_implementation_and_typescript_the_declarations(
    named: str, script: str, typescript: str
) -> None:
    files = {
        "test/a.js": f"const x = require('{named}')\n",
        "test/b.ts": f"import x from '{named}'\n",
    }
    imports = link_files({**DECLARED, **files}).repository.links.imports
    assert (imports["test/a.js"][0].path, imports["test/b.ts"][0].path) == (script, typescript)


def test_values_of_a_script_have_the_types_that_are_declared_beside_it() -> None:
    code = "const till = require('..')\ntill().open()\n"
    found = link_files({**DECLARED, "test/a.js": code})
    assert found.links("test/a.js", "open") == [(2, "till.Till.open")]
    called = [each.symbol.path for each in found.references("test/a.js") if each.kind == "call"]
    assert called == ["till.js", "till.d.ts"]


def test_what_a_script_adds_to_a_function_that_it_exports_is_a_member_of_the_module() -> None:
    files = {
        "till.js": """
            module.exports = till
            function till () {}
            module.exports.drawer = require('./drawer')
            module.exports.lock = (key) => key
        """,
        "drawer.js": "module.exports = drawer\nfunction drawer () {}\n",
        "app.js": "const till = require('./till')\ntill.drawer()\ntill.lock(1)\ntill.none()\n",
    }
    found = link_files(files)
    called = [
        (each.line, found.repository.qualified_name(each.symbol))
        for each in found.references("app.js")
        if each.kind == "call"
    ]
    assert called == [(2, "drawer"), (3, "lock")]


def test_the_declarations_of_a_package_may_lie_in_a_folder_of_their_own() -> None:
    files = {
        "package.json": '{"name": "till", "main": "index.js", "types": "typings/index.d.ts"}',
        "index.js": "const { Till } = require('./lib/till')\nexports.Till = Till\n",
        "lib/till.js": """
            class Till { add (name) { return wrap(this, name) } }
            class Hidden { add (name) { return wrap(this, name) } }
            module.exports = { Till, Hidden }
        """,
        "typings/index.d.ts": """
            export class Till { add(name: string): Drawer }
            export class Drawer { open(): void }
            export class Hidden { add(name: string): Drawer }
        """,
        "app.js": """
            const { Till } = require('till')
            const { Hidden } = require('./lib/till')
            new Till().add('a').open()
            new Hidden().add('a').open()
        """,
    }
    found = link_files(files)
    assert found.links("app.js", "open") == [(3, "Drawer.open")]
    assert found.links("app.js", "add") == [(3, "Till.add"), (4, "Hidden.add")]


def test_a_script_calls_what_is_run_where_only_declarations_tell_what_a_call_gives() -> None:
    files = {
        "till.js": """
            class Till { add (name) { return wrap(this, name) } shut () {} }
            exports.Till = Till
        """,
        "till.d.ts": """
            export class Till { add(name: string): Till; shut(): Receipt }
            export interface Receipt { print(): void }
        """,
        "app.js": "const { Till } = require('./till')\nnew Till().add('a').shut().print()\n",
        "app.ts": "import { Till } from './till'\nnew Till().add('a').shut().print()\n",
    }
    found = link_files(files)
    called = {
        path: [each.symbol.path for each in found.references(path) if each.kind == "call"]
        for path in ("app.js", "app.ts")
    }
    assert called["app.js"] == ["till.js", "till.js", "till.js", "till.d.ts"]
    assert called["app.ts"] == ["till.d.ts"] * 4
