"""Names of C++ lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

from support.linked import Linked, link_files

HARBOUR = """\
#pragma once
#include <memory>
#include <vector>
#define DEPTH 3
namespace sea {
struct Buoy {
    int metres() const;
    int metres(int more);
    Buoy* next();
    const Buoy* next() const;
    int colour;
};
class Base {
 public:
    virtual void ring(int times);
    int level_ = 0;
};
class Harbour : public Base {
 public:
    Harbour(int size);
    void ring(int times) override;
    std::unique_ptr<Buoy> first_;
    std::vector<Buoy> buoys() const;
    enum class State { OPEN, CLOSED };
    static int count;
};
enum Tide { LOW, HIGH };
Buoy* find(int at, int from = 0);
Buoy* find(const char* name, int from, int to);
using Mark = Buoy;
inline namespace now { int clock(); }
template <typename T> T twice(T value) { return value + value; }
}
"""
SOURCE = """\
#include "harbour.h"
namespace sea {
namespace { int helper(int of) { return of; } }
Harbour::Harbour(int size) : first_(nullptr) { ring(helper(size)); }
void Harbour::ring(int times) { first_->metres(); this->level_ = times; level_++; }
Buoy* find(int at, int from) { return nullptr; }
}
"""
FILES = {
    "include/harbour.h": HARBOUR,
    "src/harbour.cc": SOURCE,
    "src/other.cc": "int helper(int of) { return of; }\n",
}
MAIN = "src/main.cc"


def _linked(code: str, files: dict[str, str] | None = None) -> Linked:
    return link_files({**FILES, **(files or {}), MAIN: f'#include "harbour.h"\n{code}\n'})


def _target(code: str, name: str, files: dict[str, str] | None = None) -> list[str]:
    return _targets(_linked(code, files), MAIN, name)


def _targets(linked: Linked, path: str, name: str) -> list[str]:
    return [
        f"{one.symbol.path.rpartition('/')[2]}:{linked.repository.symbol(one.symbol).name}"
        for one in linked.references(path)
        if one.kind != "definition" and linked.text(path, one) == name
    ]


def test_function_leads_past_its_declaration_to_the_definition_with_its_parameters() -> None:
    assert _target("void f() { sea::find(1); }", "find") == ["harbour.cc:sea::find"]
    assert _target('void f() { sea::find("a", 1, 2); }', "find") == ["harbour.h:sea::find"]
    assert not _target("void f() { sea::find(1, 2, 3, 4); }", "find")


def test_nothing_is_linked_by_its_name_alone() -> None:
    assert not _target("int f() { return helper(1); }", "helper")
    assert not _target("int f() { return metres() + colour; }", "metres")
    assert not _target("int f() { return LOW + level_; }", "LOW")
    assert not _target("template <typename T> int f(T it) { return it.metres(); }", "metres")
    linked = link_files({**FILES, MAIN: "int f() { return sea::clock(); }\n"})
    assert not linked.links(MAIN, "clock")


def test_names_are_looked_up_from_the_inside_to_the_outside() -> None:
    linked = link_files(FILES)
    assert _targets(linked, "src/harbour.cc", "helper") == ["harbour.cc:sea::helper"]
    assert _targets(linked, "src/harbour.cc", "ring") == ["harbour.cc:sea::Harbour::ring"]
    assert _targets(linked, "src/harbour.cc", "level_") == ["harbour.h:sea::Base::level_"] * 2
    assert _targets(linked, "src/harbour.cc", "first_") == ["harbour.h:sea::Harbour::first_"] * 2


def test_namespaces_are_taken_from_by_directives_declarations_and_aliases() -> None:
    assert _target("using namespace sea;\nint f() { return HIGH; }", "HIGH") == [
        "harbour.h:sea::Tide::HIGH"
    ]
    assert _target("using sea::Buoy;\nBuoy b;", "Buoy") == ["harbour.h:sea::Buoy"] * 2
    assert _target("namespace water = sea;\nwater::Buoy b;", "Buoy") == ["harbour.h:sea::Buoy"]
    assert _target("int f() { return sea::clock(); }", "clock") == ["harbour.h:sea::now::clock"]
    assert _target("void f() { using sea::find; find(1); }", "find") == ["harbour.cc:sea::find"]


def test_a_using_declaration_that_takes_itself_means_nothing_and_costs_nothing() -> None:
    code = "namespace sea { using Gone::Gone; Gone* left; Buoy* there; }"
    assert not _target(code, "Gone")
    assert _target(code, "Buoy") == ["harbour.h:sea::Buoy"]


def test_names_used_from_foreign_namespaces_hide_outer_ones_and_rivals() -> None:
    call = "void f() { make_unique(1); }\n"
    outer = "int make_unique(int of);\n"
    assert _target(f"{outer}namespace sea {{ {call} }}", "make_unique")
    code = f"{outer}namespace sea {{ using std::make_unique; {call} }}"
    assert not _target(code, "make_unique")
    code = f"namespace sea {{\n#if NEW\nusing std::make_unique;\n#else\n{outer}#endif\n{call} }}"
    assert not _target(code, "make_unique")


def test_members_are_found_by_declared_and_constructed_types() -> None:
    found = ["harbour.h:sea::Buoy::colour"]
    for code in (
        "int f(sea::Buoy& it) { return it.colour; }",
        "int f() { sea::Mark it; return it.colour; }",
        "int f() { auto it = std::make_unique<sea::Buoy>(); return it->colour; }",
        "int f() { auto* it = new sea::Buoy(); return it->colour; }",
        "int f() { auto it = sea::find(1); return it->colour; }",
        "int f(sea::Harbour& h) { for (auto& it : h.buoys()) return it.colour; }",
        "int f(sea::Harbour& h) { return h.buoys()[0].colour; }",
        "int f(void* p) { return static_cast<sea::Buoy*>(p)->colour; }",
        "int f() { auto g = [](const sea::Buoy& it) { return it.colour; }; }",
        "struct S { sea::Buoy it; };\nint f(S* s) { return s->it.colour; }",
    ):
        assert _target(code, "colour") == found, code


def test_constant_objects_have_the_overloads_for_them() -> None:
    linked = _linked("void f(const sea::Buoy* a, sea::Buoy* b) { a->next();\nb->next(); }")
    lines = [
        linked.repository.symbol(one.symbol).line
        for one in linked.references(MAIN)
        if linked.text(MAIN, one) == "next"
    ]
    assert lines == [10, 9]


def test_templates_that_differ_in_their_heads_alone_are_not_told_apart() -> None:
    code = """\
template <typename T, typename std::enable_if<small<T>, int>::type = 0>
int put(T value) { return 1; }
template <typename T, typename std::enable_if<!small<T>, int>::type = 0>
int put(T value) { return 2; }
template <typename T> int take(T value) { return 3; }
int f() { put(1); return take(2); }
"""
    assert _linked(code).links(MAIN, "put") == []
    assert _target(code, "take") == ["main.cc:take"]


def test_scoped_enumerators_static_members_and_macros_are_linked() -> None:
    code = "auto f() { return sea::Harbour::State::OPEN; }"
    assert _target(code, "OPEN") == ["harbour.h:sea::Harbour::State::OPEN"]
    code = "int a[DEPTH];\nint f() { return sea::Harbour::count; }"
    assert _target(code, "count") == ["harbour.h:sea::Harbour::count"]
    assert _target(code, "DEPTH") == ["harbour.h:DEPTH"]


def test_what_stands_before_two_colons_is_a_type_whatever_else_has_the_name() -> None:
    code = """\
namespace sea {
struct Spot { static Spot none(); };
struct Chart { Spot Spot(); };
inline Spot Chart::Spot() { return Spot::none(); }
}"""
    found = _linked(code)
    assert found.links(MAIN, "Spot").count((5, "sea::Spot")) == 2
    assert found.links(MAIN, "none") == [(5, "sea::Spot::none")]


def test_certainty_of_links_that_rest_on_what_a_call_returns() -> None:
    linked = _linked("int f(sea::Buoy& b) { auto c = sea::find(1); return c->colour; }")
    assert linked.confidences(MAIN, "colour") == ["inferred"]
    assert linked.confidences(MAIN, "find") == ["exact"]


def test_classes_have_bases_and_their_functions_override() -> None:
    linked = link_files(FILES)
    harbour = linked.symbol("include/harbour.h", "sea::Harbour")
    base = linked.symbol("include/harbour.h", "sea::Base")
    links = linked.repository.links
    assert links.bases[harbour] == (base,)
    assert links.subclasses[base] == (harbour,)
    ring = linked.symbol("include/harbour.h", "sea::Harbour::ring")
    assert links.overrides == {ring: linked.symbol("include/harbour.h", "sea::Base::ring")}


def test_tests_of_a_fixture_see_its_members() -> None:
    code = """\
#include <gtest/gtest.h>
class HarbourTest : public ::testing::Test { protected: sea::Buoy buoy_; };
TEST_F(HarbourTest, Rings) { buoy_.metres(); }
"""
    assert _target(code, "buoy_") == ["main.cc:HarbourTest::buoy_"]
    assert _target(code, "metres") == ["harbour.h:sea::Buoy::metres"]


def test_members_of_a_class_in_a_function_are_not_those_of_the_class_around() -> None:
    code = """\
namespace sea {
struct Pier {
    int size_;
    int measure() {
        struct Gauge : Buoy {
            int size_;
            explicit Gauge(int size) : Buoy(), size_(size) {}
        };
        return size_ + Gauge(1).colour;
    }
};
}
"""
    linked = _linked(code)
    assert linked.links(MAIN, "size_") == [(10, "sea::Pier::size_")]
    assert _targets(linked, MAIN, "Buoy") == ["harbour.h:sea::Buoy"] * 2


def test_functions_that_a_header_of_c_declares_are_those_that_cpp_defines() -> None:
    files = {
        "tide-c.h": "int tide_rise(int from, int to);\n",
        "tide.c": '#include "tide-c.h"\nint tide_fall(int by) { return tide_rise(by, 0); }\n',
        "tide-c.cc": '#include "tide-c.h"\nint tide_rise(int from, int to) { return to - from; }\n'
        "int again() { return tide_rise(1, 2); }\n",
    }
    linked = link_files(files)
    assert _targets(linked, "tide-c.cc", "tide_rise") == ["tide-c.cc:tide_rise"]


def test_types_that_a_header_of_c_names_are_followed_from_cpp() -> None:
    header = "typedef struct buoy { int depth; } buoy;\nbuoy *nearest(int at);\n"
    code = 'extern "C" {\n#include "buoy.h"\n}\nint f() { return nearest(1)->depth; }'
    linked = _linked(code, {"include/buoy.h": header})
    assert _targets(linked, MAIN, "depth") == ["buoy.h:buoy.depth"]


def test_kernels_of_cuda_are_called_with_their_launch() -> None:
    kernel = "__global__ void add(int* to) {}\nvoid run(int* to) { add<<<1, 2>>>(to); }\n"
    linked = link_files({"add.cu": kernel})
    assert linked.links("add.cu", "add") == [(2, "add")]


def test_headers_are_found_in_the_folders_that_the_build_names() -> None:
    build = "project(sea)\nadd_library(sea src/sea.cpp)\n"
    folders = "target_include_directories(sea PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/lib/api)\n"
    files = {
        "src/sea.cpp": '#include "tide.h"\nint run() { return level(1); }\n',
        "lib/api/tide.h": "inline int level(int at) { return at; }\n",
    }
    without = link_files({**files, "CMakeLists.txt": build})
    assert without.confidences("src/sea.cpp", "level") == ["inferred"]  # the only one of its name
    linked = link_files({**files, "CMakeLists.txt": build + folders})
    assert linked.links("src/sea.cpp", "level") == [(2, "level")]
    assert linked.confidences("src/sea.cpp", "level") == ["exact"]
    (found,) = linked.repository.links.imports["src/sea.cpp"]
    assert (found.origin, found.path) == ("repository", "lib/api/tide.h")


def test_a_header_that_two_folders_of_the_build_have_is_not_decided_by_them() -> None:
    linked = link_files(
        {
            "CMakeLists.txt": "include_directories(one ${CMAKE_SOURCE_DIR}/two)\n",
            "src/sea.c": '#include "tide.h"\nint run(void) { return level(); }\n',
            "one/tide.h": "int level(void);\n",
            "two/tide.h": "int level(void);\n",
        }
    )
    assert linked.links("src/sea.c", "level") == []
