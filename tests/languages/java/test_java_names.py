"""Names of Java lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.model.linked_symbols import SymbolRef

TIDE = """\
package harbour.tide;

import java.util.*;

public class Tide<T extends Buoy> extends Water implements Measured {
    public static final int LIMIT = 3;
    protected T buoy;
    public List<Buoy> buoys = new ArrayList<>();
    public Map<String, Buoy> named;
    public Buoy[] row;

    public Tide() {}
    public Tide(int metres) { this(); }

    public T first() { return buoy; }
    public Optional<Buoy> found() { return null; }
    public static Buoy make() { return null; }
    public void rise() {}
    public void rise(int metres) {}
    public void rise(String by) {}
    private void sink() {}
    public int metres() { return 0; }

    public enum State { LOW, HIGH { public void turn() {} }; public void turn() {} }
    public record Point(int x, Buoy mark) {}
    public interface Watch { void seen(Buoy one, int count); }
    public void watch(Watch watch) {}
    public <U> U pick(List<U> from) { return null; }
}
"""
FILES = {
    "core/src/main/java/harbour/tide/Tide.java": TIDE,
    "core/src/main/java/harbour/tide/Buoy.java": """\
        package harbour.tide;
        public class Buoy {
            public Buoy next;
            public void ring() {}
            public Buoy other() { return this; }
            public boolean isLit() { return true; }
        }
    """,
    "core/src/main/java/harbour/tide/Water.java": """\
        package harbour.tide;
        public class Water { protected void flow() {} public int depth; }
    """,
    "core/src/main/java/harbour/tide/Measured.java": """\
        package harbour.tide;
        public interface Measured { int metres(); }
    """,
}
MAIN = "app/src/main/java/harbour/app/Main.java"


def using(body: str, imports: str = "import harbour.tide.Tide.*; import harbour.tide.*;") -> Linked:
    code = (
        f"package harbour.app;\n{imports}\nimport java.util.*;\n"
        f"class Main {{\n\nvoid run(Tide<Buoy> given, Object any) {{\n{body}\n}}\n}}\n"
    )
    return link_files({**FILES, MAIN: code})


@pytest.mark.parametrize(
    ("body", "name", "target", "confidence"),
    [
        ("given.metres();", "metres", "Tide.metres", "exact"),
        ("int x = Tide.LIMIT;", "LIMIT", "Tide.LIMIT", "exact"),
        ("int x = harbour.tide.Tide.LIMIT;", "LIMIT", "Tide.LIMIT", "exact"),
        ("int x = given.depth;", "depth", "Water.depth", "exact"),
        ("given.rise();", "rise", "Tide.rise", "exact"),
        ("given.first().ring();", "ring", "Buoy.ring", "inferred"),
        ("var x = Tide.make(); x.ring();", "ring", "Buoy.ring", "inferred"),
        ("var x = new Buoy(); x.ring();", "ring", "Buoy.ring", "exact"),
        ("for (Buoy x : given.buoys) x.ring();", "ring", "Buoy.ring", "exact"),
        ("for (var x : given.buoys) x.ring();", "ring", "Buoy.ring", "inferred"),
        ("given.buoys.get(0).next.ring();", "ring", "Buoy.ring", "inferred"),
        ('given.named.get("a").ring();', "ring", "Buoy.ring", "inferred"),
        ("for (Map.Entry<String, Buoy> x : given.named.entrySet()) x.getValue().ring();", "ring",
         "Buoy.ring", "inferred"),
        ("given.row[0].ring();", "ring", "Buoy.ring", "inferred"),
        ("given.found().ifPresent(x -> x.ring());", "ring", "Buoy.ring", "inferred"),
        ("given.buoys.stream().map(x -> x.other()).filter(x -> x.isLit()).findFirst();", "isLit",
         "Buoy.isLit", "inferred"),
        ("given.buoys.stream().map(Buoy::other).forEach(x -> x.ring());", "ring", "Buoy.ring",
         "inferred"),
        ("given.watch((one, count) -> one.ring());", "ring", "Buoy.ring", "inferred"),
        ("given.pick(given.buoys).ring();", "ring", "Buoy.ring", "inferred"),
        ("Tide.Watch w = (one, count) -> one.ring();", "ring", "Buoy.ring", "inferred"),
        ("Runnable r = new Buoy()::ring;", "ring", "Buoy.ring", "exact"),
        ("if (any instanceof Buoy b && b.isLit()) { }", "isLit", "Buoy.isLit", "exact"),
        ("switch (any) { case Buoy b -> b.ring(); default -> {} }", "ring", "Buoy.ring", "exact"),
        ("Tide.State s = null; switch (s) { case LOW: }", "LOW", "Tide.State.LOW", "exact"),
        ("for (Tide.State s : Tide.State.values()) s.turn();", "turn", "Tide.State.turn", "exact"),
        ("Tide.Point p = null; p.mark().ring();", "mark", "Tide.Point.mark", "exact"),
        ("if (any instanceof Point(var x, var mark)) mark.ring();", "ring", "Buoy.ring",
         "inferred"),
        ("((Buoy) any).ring();", "ring", "Buoy.ring", "exact"),
        ("Buoy b = any == null ? null : given.row[0]; (any == null ? b : b.next).ring();", "ring",
         "Buoy.ring", "inferred"),
        ("try { } catch (RuntimeException e) { new Buoy().ring(); }", "ring", "Buoy.ring",
         "exact"),
        ("class Own extends Tide<Buoy> { void go() { flow(); buoy.ring(); } }", "ring",
         "Buoy.ring", "exact"),
        ("new Tide<Buoy>() { void go() { flow(); } };", "flow", "Water.flow", "exact"),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_declaration(
    body: str, name: str, target: str, confidence: str
) -> None:
    made = using(body)
    assert {found for _, found in made.links(MAIN, name)} == {target}
    assert set(made.confidences(MAIN, name)) == {confidence}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("any.ring();", "ring"),  # nobody says what it is
        ('String Water = ""; Water.length();', "Water"),  # a variable hides the class
        ("for (Buoy ring = null; ; ) { Object x = ring; }", "ring"),  # a variable
        ("other(x -> x.ring());", "ring"),  # the function's type is unknown
        ("given.sink();", "sink"),  # private
        ("new Buoy() { void ring() {} }.ring();", "ring"),  # the anonymous class has its own
        ("new Buoy() { void ring() {} void go() { ring(); } };", "ring"),
        ("Runnable x = this::run;", "toString"),
        ("java.util.List<String> buoys = null; buoys.get(0).ring();", "ring"),
        ("lab: while (true) { break lab; }", "lab"),
    ],
)
def test_what_the_rules_do_not_decide_is_no_link(body: str, name: str) -> None:
    assert using(body).links(MAIN, name) == []


@pytest.mark.parametrize(
    ("call", "line"),
    [
        ("given.rise(1);", 19),
        ("given.rise(1 + given.metres());", 19),
        ('given.rise("fast");', 20),
        ('given.rise("at " + 1);', 20),
    ],
)
def test_of_overloads_the_arguments_tell_which(call: str, line: int) -> None:
    made = using(call)
    (found,) = [one for one in made.references(MAIN) if made.text(MAIN, one) == "rise"]
    assert made.repository.symbol(found.symbol).line == line
    assert found.confidence == "inferred"


def test_the_streams_of_the_system_tell_overloads_apart() -> None:
    body = """
        static void run(String... words) { run(System.in, System.out); }
        static void run(java.io.InputStream from, java.io.PrintStream to) {}
        static void run(java.io.InputStream from, java.io.PrintWriter to) {}
    """
    linked = link_files({MAIN: f"package harbour.app;\nclass Main {{{body}}}\n"})
    (use,) = linked.repository.links.uses.of(SymbolRef(MAIN, 2))
    assert use.line == 3


def test_an_overload_that_nothing_decides_is_no_link() -> None:
    assert using("given.rise(unknown());").links(MAIN, "rise") == []


def test_new_leads_to_the_constructor_and_the_name_to_the_class() -> None:
    made = using("new Tide<Buoy>(3); new Buoy();")
    found = [one for one in made.references(MAIN) if made.text(MAIN, one) == "new"]
    symbols = [made.repository.symbol(one.symbol) for one in found]
    assert [(one.kind, one.line) for one in symbols] == [("constructor", 13), ("class", 2)]
    assert (7, "Tide") in made.links(MAIN, "Tide")
    tide = "core/src/main/java/harbour/tide/Tide.java"
    assert made.links(tide, "this") == [(13, "Tide.Tide")]


def test_a_package_is_what_files_say_whatever_folder_they_lie_in() -> None:
    made = link_files(
        {
            "lib/odd/Rope.java": "package harbour.rope;\npublic class Rope { }\n",
            "harbour/rope/Rope.java": "package elsewhere;\npublic class Rope { }\n",
            "a/Main.java": "package a;\nimport harbour.rope.Rope;\nclass Main { Rope rope; }\n",
        }
    )
    (found,) = made.repository.links.imports["a/Main.java"]
    assert found.path == "lib/odd/Rope.java"
    assert len(made.links("a/Main.java", "Rope")) == 2


def test_of_two_classes_of_one_name_the_one_of_the_same_module_is_meant() -> None:
    code = "package x;\npublic class Rope { public static int END; }\n"
    use = "package x;\nclass Knot { int end = Rope.END; }\n"
    made = link_files(
        {
            "one/src/main/java/x/Rope.java": code,
            "two/src/main/java/x/Rope.java": code,
            "two/src/test/java/x/Knot.java": use,
        }
    )
    (found,) = [
        one
        for one in made.references("two/src/test/java/x/Knot.java")
        if made.text("two/src/test/java/x/Knot.java", one) == "END"
    ]
    assert found.symbol.path == "two/src/main/java/x/Rope.java"


def test_an_import_wins_over_the_package_and_the_package_over_java_lang() -> None:
    made = link_files(
        {
            "p/String.java": "package p;\nclass String { int ours; }\n",
            "q/Rope.java": "package q;\npublic class Rope { public int taken; }\n",
            "p/Rope.java": "package p;\nclass Rope { int own; }\n",
            "p/Main.java": "package p;\nimport q.Rope;\n"
            "class Main { int a(String s, Rope r) { return s.ours + r.taken; } }\n",
            "p/Other.java": "package p;\nimport q.*;\nimport java.util.List;\n"
            "class Other { int a(Rope r, List l) { return r.own; } }\n",
        }
    )
    assert made.links("p/Main.java", "ours") == [(3, "String.ours")]
    assert made.links("p/Main.java", "taken") == [(3, "Rope.taken")]
    assert made.links("p/Other.java", "own") == [(4, "Rope.own")]
    assert made.links("p/Other.java", "List") == []


@pytest.mark.parametrize("taken", ["LIMIT", "make", "*"])
def test_static_imports_take_members(taken: str) -> None:
    made = using(
        "int x = LIMIT; make().ring();",
        f"import harbour.tide.*;\nimport static harbour.tide.Tide.{taken};",
    )
    expected = {"LIMIT": [("LIMIT", True), ("make", False)]}.get(
        taken, [("LIMIT", taken == "*"), ("make", True)]
    )
    for name, is_linked in expected:
        links = [line for line, _ in made.links(MAIN, name) if line > 5]
        assert bool(links) is is_linked


def test_names_of_type_variables_and_packages_are_no_links() -> None:
    made = link_files({**FILES, "T.java": "package harbour.tide;\npublic class T { }\n"})
    tide = "core/src/main/java/harbour/tide/Tide.java"
    assert made.links(tide, "T") == []
    assert made.links(tide, "Buoy") != []


def test_members_of_classes_around_and_what_these_inherit() -> None:
    made = link_files(
        {
            **FILES,
            "Pier.java": """\
                package harbour.tide;
                class Pier extends Water {
                    Buoy light;
                    void moor() {}
                    class Inner {
                        void go() { moor(); flow(); light.ring(); Pier.this.moor(); }
                        @Override public String toString() { return super.toString(); }
                    }
                    static class Loud extends Buoy { public void ring() { super.ring(); } }
                }
            """,
        }
    )
    assert made.links("Pier.java", "moor") == [(6, "Pier.moor"), (6, "Pier.moor")]
    assert made.links("Pier.java", "flow") == [(6, "Water.flow")]
    assert made.links("Pier.java", "ring") == [(6, "Buoy.ring"), (9, "Buoy.ring")]
    assert made.links("Pier.java", "toString") == []


def test_classes_lead_to_their_bases_and_methods_to_those_that_they_override() -> None:
    made = link_files(
        {
            "Shape.java": "interface Shape<T> { void draw(T on); void draw(T on, int times); }\n",
            "Base.java": "abstract class Base implements Shape<Paper> { void fold(int a) {} }\n",
            "Paper.java": "class Paper extends Base {\n"
            "  public void draw(Paper on) {}\n  void fold(int a) {}\n  void fold(String a) {}\n"
            "  static void fold(int[] a) {}\n}\n",
        }
    )
    links = made.repository.links
    paper = made.symbol("Paper.java", "Paper")
    base, shape = made.symbol("Base.java", "Base"), made.symbol("Shape.java", "Shape")
    assert links.bases[paper] == (base,)
    assert links.subclasses[shape] == (base,)
    assert links.overrides == {
        made.symbol("Paper.java", "Paper.draw"): made.symbol("Shape.java", "Shape.draw"),
        made.symbol("Paper.java", "Paper.fold"): made.symbol("Base.java", "Base.fold"),
    }


def test_a_test_class_is_tied_to_what_it_calls() -> None:
    test = "core/src/test/java/harbour/tide/BuoyTest.java"
    made = link_files(
        {
            **FILES,
            test: """\
                package harbour.tide;
                import org.junit.Test;
                public class BuoyTest { @Test public void rings() { new Buoy().ring(); } }
            """,
        }
    )
    buoy = "core/src/main/java/harbour/tide/Buoy.java"
    assert made.repository.links.tests_of[buoy] == (test,)
    assert [(each.origin, each.path) for each in made.repository.links.imports[test]] == [
        ("third party", "")
    ]


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("Buoy", "Buoy"),
        ("Buoy#ring", "Buoy.ring"),
        ("#rise(String)", "Tide.rise"),
        ("rise(int)", "Tide.rise"),
        ("Tide.State#LOW", "Tide.State.LOW"),
        ("harbour.tide.Water#depth", "Water.depth"),
        ("flow()", "Water.flow"),
    ],
)
def test_names_in_documentation_are_read_as_javadoc_does(written: str, target: str) -> None:
    made = link_files(FILES)
    tide = "core/src/main/java/harbour/tide/Tide.java"
    scope = made.symbol(tide, "Tide.first").position
    found = made.index.names.mentioned(tide, scope, written, marked=False).symbol
    assert found is not None
    assert made.repository.qualified_name(found) == target


@pytest.mark.parametrize("written", ["T", "low", "ring", "Buoy#nothing", "List", "#rise(char)"])
def test_other_words_in_documentation_are_no_links(written: str) -> None:
    made = link_files(FILES)
    tide = "core/src/main/java/harbour/tide/Tide.java"
    scope = made.symbol(tide, "Tide.first").position
    assert made.index.names.mentioned(tide, scope, written, marked=False).symbol is None


def test_long_chains_cost_no_more_for_each_call() -> None:
    calls = "".join(f".with({number})\n" for number in range(200))
    methods = f"Made with(int a) {{ return this; }} Made all() {{ return this{calls}; }}"
    code = f"class Made {{ {methods} }}"
    made = link_files({"Made.java": code})
    found = made.links("Made.java", "with")
    assert 40 < len(found) <= 200
    largest = max(len(str(target)) for target in made.details["Made.java"].targets)
    assert largest < 20_000
