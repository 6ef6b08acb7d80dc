"""C and C++ as people write them, with macros and directives in the way of every grammar."""

from __future__ import annotations

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.text.source_text import SourceText


def outline(code: str, language: str = "c++", name: str = "a.h") -> FileOutline:
    return outline_of(name, SourceText(code, "utf-8"), language).outline


def names(code: str, language: str = "c++") -> list[str]:
    return [f"{one.kind} {one.name}" for one in outline(code, language).symbols]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("class TORCH_API Foo : public Bar {};", ["class Foo"]),
        ("struct C10_CUDA_API X final {};", ["struct X"]),
        ("class EXPORT(1) Foo {};", ["class Foo"]),
        ('class __attribute__((visibility("default"))) Foo {};', ["class Foo"]),
        ("class Message PROTOBUF_FINAL : public Base {};", ["class Message"]),
        ("C10_API void f();", ["function f"]),
        ("C10_API ns::Type f();", ["function f"]),
        ("C10_API const ::ns::Type* f();", ["function f"]),
        ("C10_API std::vector<int> f();", ["function f"]),
        ("bool TIDE_EXPORT f(int);", ["function f"]),
        ("const char TIDE_API* f();", ["function f"]),
        ("C10_HOST_DEVICE inline int f() { return 1; }", ["function f"]),
        ('C10_DEPRECATED_MESSAGE("no") int f();', ["function f"]),
        ("__declspec(dllexport) int __stdcall f();", ["function f"]),
        ("int f() NOEXCEPT_IF(x) { return 1; }", ["function f"]),
        ("struct A { C10_API A(int); C10_API ~A(); };", ["struct A", "constructor A::A",
                                                         "destructor A::~A"]),
        ("struct RNG { RNG(int); };", ["struct RNG", "constructor RNG::RNG"]),
        ("BOOL f(DWORD x);", ["function f"]),
        ("FILE* open_it();", ["function open_it"]),
        ("HRESULT Foo::bar() { return 0; }", ["method Foo::bar"]),
        ("DECLARE_REGISTRY(A, B, C);\nint f();", ["function f"]),
        ("FORALL_TYPES(DEFINE)\nint f();", ["function f"]),
        ("BEGIN_NAMESPACE\nclass A {};\nEND_NAMESPACE\n", ["class A"]),
        ("class A { Q_OBJECT\n public: void f(); };", ["class A", "method A::f"]),
        ("enum E { ONLY_ONE };", ["enum E", "enumerator E::ONLY_ONE"]),
        ("enum E { OLD_ONE DEPRECATED_NAME = 1 };", ["enum E", "enumerator E::OLD_ONE"]),
        ("constexpr size_t MAX_SIZE = 3;", ["constant MAX_SIZE"]),
        ("int values[] = { SIZE_OF(a) };", ["variable values"]),
    ],
)  # fmt: skip
def test_macros_are_not_taken_for_names(code: str, expected: list[str]) -> None:
    assert names(code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("struct STAT { int f; };\nextern struct STAT one;", ["struct STAT", "variable one"]),
        ("struct STAT one;", ["variable one"]),
        ("static union VALUE one;", ["variable one"]),
        ("namespace a {}\nextern struct STAT one;", ["variable one"]),
        ("enum STATE { LOW };\nnamespace a {}\nenum STATE now;", ["enum STATE", "variable now"]),
        ("struct TIDE_API one;\nint two;", ["variable two"]),  # a class that is announced
        ("namespace a {}\nstruct MARKED one;\nint two;", ["variable two"]),
    ],
)
def test_a_type_in_capitals_is_no_macro_before_a_name(code: str, expected: list[str]) -> None:
    found = [
        one for one in names(code, "c") if one.partition(" ")[0] not in ("field", "enumerator")
    ]
    assert [one for one in found if not one.startswith("namespace")] == expected


def test_a_macro_that_the_file_defines_may_be_in_small_letters() -> None:
    code = "#define tide_export __attribute__((used))\ntide_export int f();\n"
    assert names(code) == ["macro tide_export", "function f"]


def test_columns_survive_the_blanking_of_macros() -> None:
    line = "class TORCH_API Ünïcode : public Bar {};"
    (symbol,) = outline(line).symbols
    start = line.encode().index("Ünï".encode())
    assert (symbol.column, symbol.end_column) == (start, start + len("Ünïcode".encode()))
    assert symbol.bases == ("Bar",)
    assert symbol.labels == ("export",)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("#ifdef A\nint f();\n#else\nint g();\n#endif\n", ["function f", "function g"]),
        ("#ifdef A\nclass X : P {\n#else\nclass X : Q {\n#endif\n int m; };\nint after;",
         ["class X", "field X::m", "variable after"]),
        ("class X\n#ifdef A\n : P\n#endif\n{ int m; };", ["class X", "field X::m"]),
        ("#if 0\nint dead() {\n#endif\nint alive();", ["function alive"]),
        ('#ifdef __cplusplus\nextern "C" {\n#endif\nint f();\n#ifdef __cplusplus\n}\n#endif\n',
         ["function f"]),
        ("enum E {\n A,\n#ifdef X\n B,\n#endif\n};", ["enum E", "enumerator E::A",
                                                      "enumerator E::B"]),
        ("#else\n#endif\n#endif\nint f();", ["function f"]),
        ("#if A\n#if B\nint f();", ["function f"]),
    ],
)  # fmt: skip
def test_both_branches_stay_where_they_can(code: str, expected: list[str]) -> None:
    assert names(code) == expected


@pytest.mark.parametrize("line", ["#", '# 12 "a.y"', "#)", "#!shebang"])
@pytest.mark.parametrize("language", ["c", "c++", "cuda"])
def test_a_directive_without_a_keyword_does_nothing(line: str, language: str) -> None:
    assert names(f"int f();\n{line}\nint g();\n", language) == ["function f", "function g"]


def test_the_include_guard_is_no_macro_of_the_file() -> None:
    found = outline("#ifndef A_H\n#define A_H\n#define B 1\n#include <x.h>\n#endif\n")
    assert [one.name for one in found.symbols] == ["B"]
    assert [(one.module, one.system, one.conditional) for one in found.imports] == [
        ("x.h", True, False)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "return call([state(this->get())](int a) { return a; });",
        "SOME_MACRO(x) switch (x) { CASES(Y) }",
        "auto x = R\"(} class Fake {)\"; char c = '{'; // }",
        "if constexpr (requires { typename T::x; }) { struct Local { int x; }; }",
        "return x ? (throw Error()) : 1'000'000;",
        "\n#define INNER(x) }\n INNER(1);",
    ],
)
def test_a_body_never_costs_the_class_around_it(body: str) -> None:
    code = f"class A {{ public:\n int f() {{ {body} \n}}\n int g(); }};\nint after();"
    found = [one for one in names(code) if not one.startswith("macro")]
    assert found == ["class A", "method A::f", "method A::g", "function after"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("class Forward;\nstruct Other;\nint f(struct Other *x);", ["function f"]),
        ("template class Vector<int>;\nint f();", ["function f"]),
        ("int (*pointer)(int);", ["variable pointer"]),
        ("int (*returns_pointer(int kind))(double);", ["function returns_pointer"]),
        ("static_assert(sizeof(int) == 4);\nusing ns::name;", []),
        ("void f(void (*callback)(int));", ["function f"]),
        ("struct alignas(16) A { int x; };", ["struct A", "field A::x"]),
        ("struct A { A() : a{1}, b(2), c{3} { go(); } int a; };",
         ["struct A", "constructor A::A", "field A::a"]),
        ("struct A { union { int i; double d; } value; };",
         ["struct A", "field A::value", "field A::value::i", "field A::value::d"]),
        ("namespace a::b { namespace { int x; } }", ["namespace a::b", "variable a::b::x"]),
        ("template <> struct hash<A<int>> { };", ["struct hash<A<int>>"]),
        ("struct A { friend void swap(A& a, A& b) {} friend class B; };",
         ["struct A", "function swap"]),
    ],
)  # fmt: skip
def test_declarations(code: str, expected: list[str]) -> None:
    assert names(code) == expected


def test_a_namespace_that_is_opened_again_is_listed_once() -> None:
    assert names("namespace a { int x; }\nnamespace a { int y; }") == [
        "namespace a",
        "variable a::x",
        "variable a::y",
    ]


def test_words_of_cpp_are_names_in_c() -> None:
    assert names("int new(int class);", "c") == ["function new"]


def test_no_keyword_or_type_is_listed_as_a_function() -> None:
    code = "int f(int x) {\n if (x) return bool(x);\n while (x) { }\n}\nif (a) { }\nfor (;;) {}\n"
    assert names(code) == ["function f"]


def test_errors_are_only_reported_where_they_cost_something() -> None:
    assert not outline("template <int (U::*F)(int)> struct A {};\n" + "int f();\n" * 50).diagnostics
    broken = outline("%%% not a language at all ((( \n" * 20)
    assert [one.severity for one in broken.diagnostics] == ["info"]
    assert "line 1" in broken.diagnostics[0].message


def test_of_two_openings_of_a_function_the_one_of_a_usual_build_stays() -> None:
    code = (
        "#ifdef WIN32\nint umain(int argc);\nint wmain(int argc) { return umain(argc); }\n"
        "int umain(int argc) {\n#else /*}*/\nint main(int argc) {\n#endif\n  return 0;\n}\n"
    )
    found = outline(code, "c", "main.c")
    assert [each.name for each in found.symbols] == ["main"]
    assert found.main_line == 6
