"""Names of C lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

from support.linked import Linked, link_files

TIDE = """\
#ifndef TIDE_H
#define TIDE_H
#define LIMIT 3
#define CLAMP(x) ((x) > LIMIT ? LIMIT : (x))

typedef struct buoy buoy;
struct buoy {
    int metres;
    struct buoy *next;
    union { int red; int green; };
    struct { int width; } hull[2];
    buoy *(*other)(int);
};
typedef struct { buoy first; buoy row[4]; } harbour;
typedef buoy *(*finder)(int metres);
enum state { LOW, HIGH };

extern int level;
buoy *make_buoy(int metres);
void ring(struct buoy *one);
static inline int half(int of) { return of / 2; }
#endif
"""
SOURCE = """\
#include "tide.h"

int level = 1;
static int helper(void) { return LIMIT; }
buoy *make_buoy(int metres) { return 0; }
void ring(struct buoy *one) { helper(); }
"""
FILES = {"include/tide.h": TIDE, "src/tide.c": SOURCE, "src/other.c": "int helper(void) {}\n"}
MAIN = "src/main.c"


def _linked(code: str, files: dict[str, str] | None = None) -> Linked:
    return link_files({**FILES, **(files or {}), MAIN: f'#include "tide.h"\n{code}'})


def _target(code: str, name: str, files: dict[str, str] | None = None) -> list[str]:
    linked = _linked(code, files)
    return [
        f"{reference.symbol.path.rpartition('/')[2]}:{linked.repository.symbol(reference.symbol).name}"
        for reference in linked.references(MAIN)
        if reference.kind != "definition" and linked.text(MAIN, reference) == name
    ]


def test_function_leads_past_its_declaration_to_its_definition() -> None:
    assert _target("void f(void) { make_buoy(1); }", "make_buoy") == ["tide.c:make_buoy"]
    assert _target("int f(void) { return level; }", "level") == ["tide.c:level"]
    assert _target("int f(void) { return half(1); }", "half") == ["tide.h:half"]


def test_nothing_is_linked_by_its_name_alone() -> None:
    assert not _target("int f(void) { return helper(); }", "helper")
    assert not _target("int f(void) { return metres + red; }", "metres")
    linked = link_files({**FILES, MAIN: "int f(void) { return make_buoy(LIMIT); }\n"})
    assert not linked.links(MAIN, "make_buoy")
    assert not linked.links(MAIN, "LIMIT")


def test_static_function_hides_those_of_other_files() -> None:
    code = "static int helper(void) { return 1; }\nint f(void) { return helper(); }"
    assert _target(code, "helper") == ["main.c:helper"]
    linked = link_files(FILES)
    (used,) = [one for one in linked.references("src/tide.c") if one.kind == "call"]
    assert used.symbol == linked.symbol("src/tide.c", "helper")


def test_macros_and_enumerators_are_linked() -> None:
    assert _target("int f(void) { return CLAMP(HIGH); }", "CLAMP") == ["tide.h:CLAMP"]
    assert _target("int f(void) { return CLAMP(HIGH); }", "HIGH") == ["tide.h:HIGH"]
    assert _target("#ifdef LIMIT\nint f(void);\n#endif", "LIMIT") == ["tide.h:LIMIT"]
    assert _target("#if defined(LIMIT) && LIMIT > 2\n#endif", "LIMIT") == ["tide.h:LIMIT"] * 2


def test_members_are_looked_up_on_declared_types() -> None:
    cases = {
        "one->metres": "metres",
        "(*one).next->next->metres": "metres",
        "one->red": "red",
        "one->hull[1].width": "width",
        "h.row[2].metres": "metres",
        "(&h)->first.metres": "metres",
        "make_buoy(1)->metres": "metres",
        "one->other(2)->metres": "metres",
        "find(2)->metres": "metres",
        "((buoy *) any)->metres": "metres",
        "((struct buoy *) any)->metres": "metres",
        "(one + 1)->metres": "metres",
        "(1 ? one : 0)->metres": "metres",
    }
    for expression, member in cases.items():
        code = f"int f(buoy *one, harbour h, void *any, finder find) {{ return {expression}; }}"
        owner = "buoy.hull." if member == "width" else "buoy."
        assert _target(code, member) == [f"tide.h:{owner}{member}"], expression


def test_member_of_an_unknown_value_has_no_link() -> None:
    assert not _target("int f(void *any, other *o) { return any->metres + o->metres; }", "metres")
    assert not _target("int f(int make_buoy) { return make_buoy(1)->metres; }", "metres")


def test_initialisers_name_members() -> None:
    assert _target("buoy b = { .metres = 1 };", "metres") == ["tide.h:buoy.metres"]
    assert _target("harbour h = { .first = { .metres = 1 } };", "metres") == ["tide.h:buoy.metres"]
    assert _target("buoy b[] = { { .metres = 1 }, [2] = { .red = 1 } };", "red") == [
        "tide.h:buoy.red"
    ]
    assert _target("void f(void) { ring(&(buoy) { .metres = 1 }); }", "metres") == [
        "tide.h:buoy.metres"
    ]


def test_blocks_hide_what_is_outside() -> None:
    code = "int f(int level) { { int half = 1; level += half; } return half(level); }"
    assert not _target(code, "level")
    assert _target(code, "half") == ["tide.h:half"]
    assert not _target("void f(void) { level: goto level; }", "level")


def test_parameters_of_old_style_are_local_and_have_types() -> None:
    code = "int f(level, one) int level; struct buoy *one; { return level + one->metres; }"
    assert not _target(code, "level")
    assert _target(code, "metres") == ["tide.h:buoy.metres"]


def test_types_lead_to_their_definitions() -> None:
    assert _target("static harbour *h;", "harbour") == ["tide.h:harbour"]
    assert _target("enum state s;", "state") == ["tide.h:state"]
    assert _target("int f(void) { return sizeof(struct buoy); }", "buoy") == ["tide.h:buoy"]


def test_header_without_includes_relies_on_who_includes_it() -> None:
    files = {"src/late.h": "static inline int late(buoy *one) { return one->metres; }\n"}
    linked = _linked('#include "late.h"\nint f(void) { return late(0); }', files)
    assert linked.confidences("src/late.h", "buoy") == ["inferred"]
    assert [line for line, _ in linked.links("src/late.h", "metres")] == [1]


def test_of_branches_the_usual_one_is_meant() -> None:
    code = """\
#ifdef _WIN32
static int wait_for(int it) { return 1; }
#else
static int wait_for(int it) { return 2; }
#endif
int f(void) { return wait_for(1); }
"""
    linked = _linked(code)
    link = next(
        one
        for one in linked.references(MAIN)
        if linked.text(MAIN, one) == "wait_for" and one.kind == "call"
    )
    assert linked.repository.symbol(link.symbol).name_line == 5
    assert link.confidence == "inferred"


def test_what_only_unusual_builds_define_is_linked_there_alone() -> None:
    code = """\
#ifdef _WIN32
#define snprintf _snprintf
static int in_windows(void) { return snprintf(0); }
#endif
int f(void) { return snprintf(0); }
"""
    linked = _linked(code)
    assert [line for line, _ in linked.links(MAIN, "snprintf")] == [4]


def test_two_programs_may_have_a_function_of_one_name() -> None:
    files = {"src/second.c": '#include "tide.h"\nvoid ring(struct buoy *one) {}\n'}
    assert _target("void f(void) { ring(0); }", "ring", files) == ["tide.h:ring"]


def test_file_that_may_be_another_is_inferred() -> None:
    files = {"old/include/tide.h": TIDE}
    linked = link_files(
        {**FILES, **files, MAIN: "#include <tide.h>\nint f(void) { return LIMIT; }"}
    )
    assert set(linked.confidences(MAIN, "LIMIT")) <= {"inferred"}


def test_what_an_unusual_build_includes_is_not_visible() -> None:
    code = """\
#ifdef _WIN32
#include "windows_only.h"
#endif
int f(void) { return in_windows; }
"""
    assert not _target(code, "in_windows", {"src/windows_only.h": "#define in_windows 1\n"})


def test_struct_that_is_not_included_is_not_known_by_its_tag() -> None:
    files = {"src/far.h": "struct epoll_event { int events; };\n"}
    assert not _target("int f(struct epoll_event *e) { return e->events; }", "epoll_event", files)


def test_lone_hash_is_a_directive_that_says_nothing() -> None:
    code = "#ifdef LIMIT\n#  // why\n#\n#endif\nint f(void) { return half(1); }"
    assert _target(code, "half") == ["tide.h:half"]


def test_header_of_a_name_is_found_where_only_the_build_knows_its_folder() -> None:
    files = {"deep/src/unity.h": "#define CHECK(x) (x)\n", "a/fail.h": "", "b/fail.h": ""}
    linked = link_files({**files, "deep/test/t.c": '#include "unity.h"\nint a = CHECK(1);\n'})
    assert linked.links("deep/test/t.c", "CHECK") == [(2, "CHECK")]
    assert linked.confidences("deep/test/t.c", "CHECK") == ["inferred"]
    made = {
        **files,
        "deep/src/unity.h.in": "",
        "deep/test/t.c": '#include "unity.h"\nint a = CHECK(1);',
    }
    assert not link_files(made).links("deep/test/t.c", "CHECK")
    for include in ("<unity.h>", '"x/unity.h"', '"fail.h"'):
        code = f"#include {include}\nint a = CHECK(1);\n"
        assert not link_files({**files, "deep/test/t.c": code}).links("deep/test/t.c", "CHECK")


def test_headers_are_found_in_the_folders_that_a_makefile_names() -> None:
    files = {
        "one/sea.h": "int tide(void);\n",
        "two/sea.h": "int tide(void);\n",
        "two/Makefile": "CFLAGS = -I../two\n",
        "two/test/t.c": "#include <sea.h>\nint a(void) { return tide(); }\n",
    }
    linked = link_files(files)
    assert [
        one.symbol.path
        for one in linked.references("two/test/t.c")
        if linked.text("two/test/t.c", one) == "tide"
    ] == ["two/sea.h"]
    assert linked.confidences("two/test/t.c", "tide") == ["exact"]
