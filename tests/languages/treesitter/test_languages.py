"""Rules of single languages, and what no input may do to any of them."""

from __future__ import annotations

import time

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.facts import DefinedModule
from mkdocs_repodoc.model.records import FileOutline, FileRecord
from mkdocs_repodoc.text.source_text import SourceText


def record(code: str, language: str, name: str = "a") -> FileRecord:
    return outline_of(name, SourceText(code, "utf-8"), language)


def outline(code: str, language: str, name: str = "a") -> FileOutline:
    return record(code, language, name).outline


@pytest.mark.parametrize("language", sorted(LANGUAGES.keys() - {"python"}))
@pytest.mark.parametrize(
    "code",
    [
        "",
        "\n",
        "\0",
        "x",
        "(" * 50_000,
        "class A {" * 5_000,
        "/*" * 2_000,
        '"' * 1_001,
        "#if 1\n" * 2_000,
        "A_B " * 3_000,
        "f(x) {" * 20_000,
        "\ufeffé\u2028 = '\U0001f600'",
    ],
    ids=lambda code: code[:9],
)
def test_nonsense_gives_a_record_in_time(language: str, code: str) -> None:
    start = time.process_time()
    found = record(code, language)
    assert time.process_time() - start < 5
    assert found.outline.lines.total == len(SourceText(code, "utf-8").lines)
    assert len(found.outline.symbols) == len(found.detail.symbols)


@pytest.mark.parametrize("language", ["javascript", "c++", "rust", "java"])
def test_cost_is_linear_in_a_wide_table(language: str) -> None:
    def seconds(count: int) -> float:
        rows = "1, " * count
        code = {
            "javascript": f"var a = [{rows}];",
            "c++": f"int a[] = {{ {rows} }};",
            "rust": f"const A: &[i32] = &[{rows}];",
            "java": f"class A {{ int[] a = {{ {rows} }}; }}",
        }
        start = time.process_time()
        record(code[language], language)
        return time.process_time() - start

    seconds(10)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.005)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("typescript", "try {", "} catch (e) { throw e }"),
        ("java", "class A { void f() { try { ", "} catch (E e) { throw e; } } }"),
        ("rust", "fn f() { match a { _ => {", "} } }"),
        ("go", "func() { switch a { case 1: panic(a)\n", "} }()"),
    ],
)
def test_cost_does_not_grow_with_the_cube_of_the_depth(
    language: str, before: str, after: str
) -> None:
    def seconds(depth: int) -> float:
        start = time.process_time()
        record(before * depth + after * depth, language)
        return time.process_time() - start

    seconds(10)
    assert seconds(600) < 18 * max(seconds(200), 0.05)


@pytest.mark.parametrize(
    ("language", "before", "each", "after"),
    [
        ("kotlin", "class A {", "val a{} = 1\n", "}"),
        ("php", "<?php f(", "$a{} + ", "1);"),
        ("typescript", "const a = q", ".m{}(x => x.y)", ";"),
        ("shell", "", "A{0}=${{B{0}:-c}}\n", ""),
    ],
)
def test_cost_does_not_grow_with_the_square_of_the_length(
    language: str, before: str, each: str, after: str
) -> None:
    code = before + "".join(each.format(number) for number in range(10_000)) + after
    start = time.process_time()
    record(code, language)
    assert time.process_time() - start < 10


def test_only_exports_of_a_module_are_public() -> None:
    found = outline("const a = 1;\nfunction b() {}\nclass C {}\nexport { a as x };", "javascript")
    assert {one.name: one.public for one in found.symbols} == {"a": True, "b": False, "C": False}
    assert found.exports == ("x",)
    default = outline("function a() {}\nfunction b() {}\nexport default b;", "typescript")
    assert {one.name: one.public for one in default.symbols} == {"a": False, "b": True}
    assert default.exports == ("b",)
    made = outline("const a = 1;\nexport default make(a);", "javascript")
    assert made.exports == ("default",)
    script = outline("const a = 1;\nfunction b() {}", "javascript")
    assert all(one.public for one in script.symbols)


def test_a_generic_signature_on_a_line_of_its_own_ends_the_member_above() -> None:
    code = (
        "type Pipe = {\n  (file: string): Flow\n  <D extends Sink>(dest: D): D\n}\n"
        "export class Job {\n  /** Starts it. */\n  run(): this { return this }\n}\n"
    )
    found = outline(code, "typescript")
    assert [symbol.name for symbol in found.symbols] == ["Pipe", "Job", "Job.run"]
    assert found.symbols[2].summary == "Starts it."
    assert not found.diagnostics


def test_typescript_in_an_arrow_function_without_parentheses() -> None:
    (symbol,) = outline("export const f = x => x + 1;", "typescript").symbols
    assert (symbol.kind, symbol.signature) == ("function", "(x)")


def test_dynamic_and_required_modules_are_imports() -> None:
    code = "const {a, b: c} = require('m');\nrequire('n');\nf(require(x));\nimport('o').then(g);"
    found = [(one.module, one.name, one.alias) for one in outline(code, "javascript").imports]
    assert found == [("m", "a", ""), ("m", "b", "c"), ("n", "", ""), ("o", "", "")]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("#[pymodule]\nfn tide(m: &M) {}", "tide"),
        ('#[pymodule]\n#[pyo3(name = "_tide")]\nfn tide(m: &M) {}', "_tide"),
        ("#[pyo3::pymodule(gil_used = false)]\npub mod tide { }", "tide"),
    ],
)
def test_python_modules_in_rust(code: str, name: str) -> None:
    assert outline(code, "rust").facts == (DefinedModule("python", name),)


def test_rust_uses_in_a_tree() -> None:
    code = "use a::{self, b::{c as d, *}, e};\nuse f;"
    found = {(one.module, one.name, one.alias) for one in outline(code, "rust").imports}
    assert found == {("a", "", ""), ("a::b", "c", "d"), ("a::b", "*", ""), ("a", "e", ""),
                     ("f", "", "")}  # fmt: skip


@pytest.mark.parametrize("written", ["All", "&All", "&'a All", "&'a mut All<'a>", "dyn All"])
def test_rust_items_belong_to_the_type_that_a_reference_is_of(written: str) -> None:
    code = f"impl<'a> Walk for {written} {{\n    fn walk(self) {{}}\n}}\n"
    assert [symbol.name for symbol in outline(code, "rust").symbols][1:] == ["All::walk"]


def test_lines_of_the_preprocessor_are_no_bases() -> None:
    code = "class A : B\n#if X\n, C\n#endif\n{ }\n"
    (symbol,) = outline(code, "c#").symbols
    assert symbol.bases == ("B", "C")


def test_rust_documentation_below_attributes() -> None:
    (symbol,) = outline("#[derive(Clone)]\n/// What it is.\npub struct A;", "rust").symbols
    assert (symbol.line, symbol.summary) == (1, "What it is.")


def test_go_tests_are_only_in_test_files() -> None:
    code = "package a\nfunc TestA(t *testing.T) {}\nfunc Testify() {}\nfunc BenchmarkB(b *B) {}"
    code += "\nfunc TestMain(m *testing.M) {}"
    assert outline(code, "go", "a_test.go").tests == ("TestA", "BenchmarkB")
    assert outline(code, "go", "a.go").tests == ()


def test_go_main_needs_the_main_package() -> None:
    assert outline("package main\nfunc main() {}", "go").main_line == 2
    assert outline("package other\nfunc main() {}", "go").main_line == 0
    assert outline("#![warn(unused)]\nfn run() {}", "rust").main_line == 0
    assert outline("#!/usr/bin/env node\nrun()", "javascript").main_line == 1


def test_ruby_access_ends_with_the_class() -> None:
    code = "class A\n  private\n  def a; end\nend\nclass B\n  def b; end\nend"
    found = {one.name: one.public for one in outline(code, "ruby").symbols}
    assert found == {"A": True, "A#a": False, "B": True, "B#b": True}


def test_a_licence_is_no_documentation() -> None:
    code = "/* Copyright 2026 A. Licensed under the MIT License. */\nclass A {}\n"
    (symbol,) = outline(code, "java").symbols
    assert symbol.summary == ""
    assert outline(code, "java").licence == "MIT"


def test_a_comment_behind_code_documents_nothing_below() -> None:
    found = outline("int a; // the first\nint b;\n// out of use: int c();\nint d;", "c")
    assert [one.summary for one in found.symbols] == ["", "", ""]


def test_shell_code_in_a_here_document_defines_nothing() -> None:
    found = outline("cat <<EOF\nf() {\n}\nEOF\ng() { local x=1; y=2; }\n", "shell")
    assert [one.name for one in found.symbols] == ["g"]


def test_a_label_of_imports_does_not_describe_the_file() -> None:
    assert outline('# external dependencies\nrequire "rack"\n', "ruby").summary == ""
    described = '# Serves pages over HTTP.\nrequire "rack"\n'
    assert outline(described, "ruby").summary == "Serves pages over HTTP."


def test_a_remark_on_rust_code_does_not_describe_the_file() -> None:
    assert outline("// Clippy is wrong here.\n#![allow(x)]\n", "rust").summary == ""
    assert outline("// Reads tides.\n\nuse a::b;\n", "rust").summary == "Reads tides."
    assert outline("/// Reads the tides of a port.\nuse a::b;\n", "rust").summary


@pytest.mark.parametrize("attribute", ["test", "tokio::test", "proptest(cases = 9)", "rstest"])
def test_rust_cases_are_marked_by_the_libraries_for_tests(attribute: str) -> None:
    code = f"#[{attribute}]\nfn grinds(number: u8) {{}}\n\n#[tested]\nfn weigh() {{}}\n"
    assert list(outline(code, "rust").tests) == ["grinds"]


def test_ruby_cases_are_methods_of_classes_that_derive_from_those_of_tests() -> None:
    code = """
class CartTest < Minitest::Test
  def test_adds
  end

  def test_with(item)
  end

  private

  def test_helper
  end
end
class TestCart < TestBase
  def test_removes
  end
end
class Latest < Tester
  def test_drive
  end
end
"""
    assert outline(code, "ruby").tests == ("CartTest#test_adds", "TestCart#test_removes")
