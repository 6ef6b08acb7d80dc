"""Names of Go lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.languages.go.resolution.build_constraints import is_usual

MODULE = {"go.mod": "module example.org/harbour\n\ngo 1.23\n"}
TIDE = """\
package tide

type Base struct{ ID int }

func (b *Base) Save() error { return nil }

type Level struct {
	*Base
	Metres float64
	Next   *Level
	log    Logger
}

type Logger interface {
	Printf(format string)
}

type Levels []*Level

func (l *Level) Double() *Level { return l }

func New(metres float64) (*Level, error) { return &Level{Metres: metres}, nil }

func Read() map[string]Levels { return nil }

func hidden() {}

const Limit = 3
"""


def linked(files: Mapping[str, str]) -> Linked:
    return link_files({**MODULE, **files})


def using(body: str, *, imported: str = '"example.org/harbour/internal/tide"') -> Linked:
    code = f"package main\n\nimport {imported}\n\nfunc run(given *tide.Level) {{\n{body}\n}}\n"
    return linked({"internal/tide/level.go": TIDE, "main.go": code})


@pytest.mark.parametrize(
    ("body", "name", "target"),
    [
        ("x, err := tide.New(1); _ = x.Metres; _ = err", "Metres", "Level.Metres"),
        ("x, _ := tide.New(1)\nx.Double().Next.Double()", "Next", "Level.Next"),
        ("given.Save()", "Save", "Base.Save"),
        ("_ = given.Base.ID", "ID", "Base.ID"),
        ("_ = given.Base", "Base", "Base"),
        ("for _, all := range tide.Read() { all[0].Save() }", "Save", "Base.Save"),
        ("for _, each := range tide.Levels{} { each.Double() }", "Double", "Level.Double"),
        ("c := make(chan *tide.Level)\nfor each := range c { each.Double() }", "Double",
         "Level.Double"),
        ("c := make(chan *tide.Level)\nselect { case one := <-c: one.Double() }", "Double",
         "Level.Double"),
        ("var any any = given\nswitch v := any.(type) {\ncase *tide.Level: v.Double()\n}", "Double",
         "Level.Double"),
        ("var any any\nif v, ok := any.(*tide.Level); ok { v.Double() }", "Double", "Level.Double"),
        ("_ = []tide.Level{{Metres: 1}}", "Metres", "Level.Metres"),
        ("_ = tide.Levels{{Metres: 1}}", "Metres", "Level.Metres"),
        ('_ = map[string]*tide.Level{"a": {Metres: 1}}', "Metres", "Level.Metres"),
        ("for _, c := range []struct { n int; of *tide.Level }{{n: 1}} { c.of.Double() }", "Double",
         "Level.Double"),
        ("var c struct { in struct { tide.Level } }; c.in.Level.Double()", "Double",
         "Level.Double"),
        ("var c struct { *tide.Level; n int }; c.Save()", "Save", "Base.Save"),
        ("f := func() *tide.Level { return given }\nf().Double()", "Double", "Level.Double"),
        ("func(own *tide.Level) { own.Double() }(given)", "Double", "Level.Double"),
        ("(&tide.Level{}).Double()", "Double", "Level.Double"),
        ("all := append([]*tide.Level(nil), given)\nall[0].Double()", "Double", "Level.Double"),
        ("tide.Level(*given).Double()", "Double", "Level.Double"),
        ("_ = tide.Limit + 1", "Limit", "Limit"),
        ("type own = tide.Level\nvar x own\nx.Double()", "Double", "Level.Double"),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_declaration(body: str, name: str, target: str) -> None:
    assert {found for _, found in using(body).links("main.go", name)} == {target}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("tide.hidden()", "hidden"),  # not exported
        ("tide := given\n_ = tide.Limit", "Limit"),  # a variable hides the package
        ("var x interface{ Save() }\nx.Save()", "Save"),  # a type without a name
        ("for i := range tide.Levels{} { i.Double() }", "Double"),  # an index
        ("if x := 1; x > 0 { }\nx.Double()", "Double"),  # declared in a block that is closed
        ("other.Double()", "Double"),  # nobody says what it is
        ("type Level struct{}\n_ = Level{}", "Level"),  # a type of the block
    ],
)
def test_what_the_rules_do_not_decide_is_no_link(body: str, name: str) -> None:
    found = using(body).links("main.go", name)
    assert [line for line, _ in found if line > 5] == []


def test_an_import_goes_by_the_name_that_its_package_says() -> None:
    made = linked(
        {
            "go-tide/v2/level.go": "package tide\n\nfunc New() {}\n",
            "main.go": 'package main\nimport "example.org/harbour/go-tide/v2"\n'
            "func main() { tide.New() }\n",
        }
    )
    assert made.links("main.go", "New") == [(3, "New")]


@pytest.mark.parametrize(
    ("imported", "call"), [('t "example.org/harbour/tide"', "t.New"),
                           ('. "example.org/harbour/tide"', "New")]
)  # fmt: skip
def test_an_import_may_be_renamed_or_taken_whole(imported: str, call: str) -> None:
    made = linked(
        {
            "tide/level.go": "package tide\n\nfunc New() {}\n",
            "main.go": f"package main\nimport {imported}\nfunc main() {{ {call}() }}\n",
        }
    )
    assert made.links("main.go", "New") == [(3, "New")]


def test_modules_in_one_another_and_vendored_packages() -> None:
    made = linked(
        {
            "tools/go.mod": "module example.org/harbour/tools\n",
            "tools/net/net.go": "package net\n\nfunc Cast() {}\n",
            "vendor/example.net/rope/rope.go": "package rope\n\nfunc Tie() {}\n",
            "cmd/pier/main.go": 'package main\nimport "example.org/harbour/tools/net"\n'
            'import "example.net/rope"\nimport "example.net/other"\n'
            "func main() { net.Cast(); rope.Tie(); other.Go() }\n",
        }
    )
    assert made.links("cmd/pier/main.go", "Cast") == [(5, "Cast")]
    assert made.links("cmd/pier/main.go", "Tie") == [(5, "Tie")]
    imports = made.repository.links.imports["cmd/pier/main.go"]
    assert [(each.origin, each.folder) for each in imports] == [
        ("repository", "tools/net"),
        ("repository", "vendor/example.net/rope"),
        ("third party", None),
    ]


def test_a_package_is_its_folder_and_an_import_is_of_the_files_that_are_used() -> None:
    made = linked(
        {
            "tide/assertions.go": "package tide\n\nfunc assert() {}\n",
            "tide/level.go": "package tide\n\nfunc New() { assert() }\n",
            "main.go": 'package main\nimport "example.org/harbour/tide"\n'
            "func main() { tide.New() }\n",
        }
    )
    links = made.repository.links
    assert links.imports["main.go"][0].paths == ("tide/level.go",)
    assert [one.path for one in links.imported_by["tide/level.go"]] == ["main.go"]
    assert "tide/assertions.go" not in links.imported_by
    uses = links.uses.of(made.symbol("tide/assertions.go", "assert"))
    assert [(one.path, one.line) for one in uses] == [("tide/level.go", 3)]


def test_tests_exercise_what_they_use_from_inside_and_outside_the_package() -> None:
    made = linked(
        {
            "tide/level.go": "package tide\n\nfunc New() {}\n",
            "tide/debug.go": "package tide\n\nfunc Trace() {}\n",
            "tide/inner_test.go": 'package tide\nimport "testing"\n'
            "func TestNew(t *testing.T) { New() }\nfunc helper() {}\n",
            "tide/outer_test.go": 'package tide_test\nimport "example.org/harbour/tide"\n'
            'import "testing"\nfunc TestTrace(t *testing.T) { tide.Trace(); helper() }\n',
        }
    )
    tests_of = made.repository.links.tests_of
    assert tests_of["tide/level.go"] == ("tide/inner_test.go",)
    assert tests_of["tide/debug.go"] == ("tide/outer_test.go",)
    assert made.links("tide/outer_test.go", "helper") == []


def test_of_declarations_for_several_platforms_the_one_for_the_same_platform_is_meant() -> None:
    made = linked(
        {
            "term/open.go": "package term\n\nfunc Use() { open() }\n",
            "term/open_linux.go": "package term\n\nfunc open() {}\nfunc on() { open() }\n",
            "term/open_windows.go": "package term\n\nfunc open() {}\n",
            "term/more_windows.go": "package term\n\nfunc other() { open() }\n",
            "term/gen.go": "//go:build ignore\n\npackage main\n\nfunc open() {}\n",
        }
    )
    (target,) = {one.symbol.path for one in made.references("term/open.go") if one.kind == "call"}
    assert target == "term/open_linux.go"
    assert made.confidences("term/open.go", "open") == ["inferred"]
    (target,) = {
        one.symbol.path for one in made.references("term/more_windows.go") if one.kind == "call"
    }
    assert target == "term/open_windows.go"


def test_generic_types_and_functions() -> None:
    made = linked(
        {
            "list.go": "package list\n\ntype List[T any] struct{ head *Node[T] }\n"
            "type Node[T any] struct{ next *Node[T] }\n"
            "func (l *List[T]) First() *Node[T] { return l.head }\n"
            "func Map[T, U any](l *List[T], f func(T) U) *List[U] { return &List[U]{} }\n"
            "type Shape interface{ Area() int }\n"
            "func Sum[S Shape](all []S) { for _, each := range all { each.Area() } }\n"
            "func use(l *List[int]) {\n Map[int, string](l, nil).First()\n"
            " _ = l.First().next.next\n}\n",
        }
    )
    assert made.links("list.go", "head") == [(5, "List.head")]
    assert made.links("list.go", "First") == [(10, "List.First"), (11, "List.First")]
    assert made.links("list.go", "next") == [(11, "Node.next")] * 2
    assert made.links("list.go", "Area") == [(8, "Shape.Area")]
    assert made.links("list.go", "T") == []


def test_the_least_deeply_embedded_member_counts_and_two_equally_deep_are_none() -> None:
    made = linked(
        {
            "deep.go": "package deep\n\ntype A struct{ X, Y int }\ntype B struct{ A; Y int }\n"
            "type C struct{ X int }\ntype D struct{ B; C }\ntype E struct{ A; C }\n"
            "func f(d D, e E) { _ = d.X; _ = d.Y; _ = e.X }\n",
        }
    )
    assert made.links("deep.go", "X") == [(8, "C.X")]
    assert made.links("deep.go", "Y") == [(8, "B.Y")]
    bases = made.repository.links.bases[made.symbol("deep.go", "D")]
    assert [made.repository.qualified_name(one) for one in bases] == ["B", "C"]


def test_types_that_mean_themselves_end() -> None:
    made = linked({"loop.go": "package a\n\ntype A B\ntype B A\ntype S struct{ S }\n"
                   "var x = y\nvar y = x\n"
                   "func f(a A, s S) { a.Go(); a[0].Go(); s.Go(); x.Go(); a()() }\n"})  # fmt: skip
    assert made.links("loop.go", "Go") == []


def test_broken_code_and_long_chains() -> None:
    chain = "".join(f".m{number}()" for number in range(200))
    made = linked({"a.go": f"package a\n\nfunc f(x *T) {{ x{chain} }}\ntype T struct{{}}\n",
                   "b.go": "func g( { :=\nfor range { switch x.(type) { case"})  # fmt: skip
    assert made.links("a.go", "T") == [(3, "T")]


def test_names_in_documentation_and_signatures() -> None:
    made = linked({"tide/level.go": TIDE})
    names = made.index.names.of("tide/level.go")
    assert names is not None
    level = made.symbol("tide/level.go", "Level")
    assert names.look_up("tide/level.go", -1, "Level") == level
    assert names.look_up("tide/level.go", -1, "hidden") is None
    mention = names.mentioned("tide/level.go", -1, "Level.Double", marked=False)
    assert mention.symbol == made.symbol("tide/level.go", "Level.Double")
    assert names.mentioned("tide/level.go", -1, "hidden", marked=False).symbol is None


def test_the_default_build_decides_between_tags() -> None:
    made = linked(
        {
            "a/assert.go": "//go:build asserts\n\npackage a\n\nfunc check() {}\n",
            "a/assert_noop.go": "//go:build !asserts\n\npackage a\n\nfunc check() {}\n",
            "a/use.go": "package a\n\nfunc Use() { check() }\n",
        }
    )
    (target,) = {one.symbol.path for one in made.references("a/use.go") if one.kind == "call"}
    assert target == "a/assert_noop.go"


@pytest.mark.parametrize(
    ("constraint", "holds"),
    [
        ("", True),
        ("linux && amd64", True),
        ("!windows && (darwin || unix)", True),
        ("windows || !linux", False),
        ("!(cgo && own)", True),
        ("go1.21", True),
        ("(linux", True),
        ("!" * 1000, False),
    ],
)
def test_constraints_of_the_usual_platform(constraint: str, *, holds: bool) -> None:
    assert is_usual(constraint) == holds


def test_a_type_with_all_methods_of_an_interface_implements_it() -> None:
    made = linked(
        {
            "port/port.go": "package port\n\ntype Ship struct{}\n"
            "type Dock interface {\n\tMoor(a, b Ship) (int, error)\n\tName() string\n}\n"
            "type Named interface{ Name() string }\n"
            "type Wide interface {\n\tNamed\n\tWidth() any\n}\n"
            "type Odd interface {\n\tName() string\n\tfmt.Stringer\n}\n",
            "pier/pier.go": 'package pier\n\nimport p "example.org/harbour/port"\n'
            "type base struct{}\n"
            'func (base) Name() string { return "" }\n'
            "type Pier struct{ base }\n"
            "func (pier *Pier) Moor(one p.Ship, other p.Ship) (count int, err error) { return }\n"
            "func (pier *Pier) Width() interface{} { return 1 }\n"
            "type Other struct{}\n"
            "func (Other) Moor(a string, b p.Ship) (int, error) { return 0, nil }\n"
            "func (Other) Name() int { return 0 }\n",
        }
    )
    links = made.repository.links
    qualified = made.repository.qualified_name
    pier = made.symbol("pier/pier.go", "Pier")
    assert [qualified(one) for one in links.bases[pier]] == ["base", "Dock", "Named", "Wide"]
    assert made.symbol("pier/pier.go", "Other") not in links.bases
    moor = made.symbol("pier/pier.go", "Pier.Moor")
    assert qualified(links.overrides[moor]) == "Dock.Moor"


def test_a_program_is_started_by_its_package() -> None:
    program = "package main\n\nfunc main() {}\n"
    made = linked(
        {
            "main.go": program,
            "cmd/pier/main.go": program,
            "cmd/pier/more.go": "package main\n",
            "gen/gen.go": f"//go:build ignore\n\n{program}",
            "tools/go.mod": "module example.org/tools\n",
            "tools/knot/run.go": program,
            "tide/tide.go": "package tide\n\nfunc main() {}\n",
        }
    )
    lines = {
        path: file.run_line.command for path, file in made.repository.files.items() if file.run_line
    }
    assert lines == {
        "main.go": "go run .",
        "cmd/pier/main.go": "go run ./cmd/pier",
        "gen/gen.go": "go run ./gen/gen.go",
        "tools/knot/run.go": "go -C tools run ./knot",
    }


def test_fields_of_a_struct_without_a_name_are_no_links_and_hide_what_is_embedded() -> None:
    body = (
        "var c struct { tide.Level; Metres int; two tide.Base }\nc.Metres = 1; _ = c.two; c.Other()"
    )
    made = using(body)
    assert [made.links("main.go", name) for name in ("Metres", "two", "Other")] == [[], [], []]
    body = "var c struct { tide.Level; tide.Base }; c.Double(); c.Save()"
    assert using(body).links("main.go", "Double") == []  # which of two is not looked at


def test_other_files_know_nothing_of_structs_without_a_name() -> None:
    files = {
        "go.mod": "module example.org/sea\n",
        "a.go": "package sea\n\nvar Table = []struct{ of *Boat }{}\n\ntype Boat struct{}\n\n"
        "func Both() (struct{ of *Boat }, *Boat) { panic(1) }\n\nfunc (b *Boat) Sail() {}\n",
        "b.go": "package sea\n\nfunc run() {\n\tTable[0].of.Sail()\n\t_, b := Both()\n"
        "\tb.Sail()\n}\n",
    }
    assert link_files(files).links("b.go", "Sail") == [(6, "Boat.Sail")]
