"""Names of C# lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.model.linked_symbols import SymbolRef

TIDE = """\
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Harbour.Tides;

public class Tide<T> : Water, IMeasured where T : Buoy
{
    public const int Limit = 3;
    public T Buoy;
    public List<Buoy> Buoys { get; } = new();
    public Dictionary<string, Buoy> Named { get; set; }
    public Buoy[] Row;
    public event Action<Buoy> Seen;
    private int sunk;

    public Tide() { }
    public Tide(int metres) : this() { }

    public static Buoy Make() => null;
    public Task<Buoy> FindAsync() => null;
    public void Rise() { }
    public void Rise(int metres) { }
    public void Rise(string by) { }
    public void Rise(int metres, string by = "sea", bool slowly = false) { }
    public int Metres => 0;
    public Buoy this[int number] => Row[number];
    public void Watch(Func<Buoy, int, bool> watch) { }
    public void Watched(Watcher watcher) { }
    public U Pick<U>(List<U> from) => from[0];
    public U Cast<U>() => default;
    public bool TryFind(string name, out Buoy found) { found = null; return false; }
    private void Sink() { }

    public enum State { Low, High }
    public delegate void Watcher(Buoy one);
    public class Inner { public void Turn() { } }
}
"""
FILES = {
    "src/Core/Core.csproj": "<Project />\n",
    "src/Core/Tide.cs": TIDE,
    "src/Core/Buoy.cs": """\
        namespace Harbour.Tides
        {
            public partial class Buoy
            {
                public Buoy Next;
                public Colour Colour { get; set; }
                public void Ring() { }
                public Buoy Other() => this;
                public bool IsLit { get; }
            }
        }
    """,
    "src/Core/Buoy.Moving.cs": """\
        namespace Harbour.Tides
        {
            partial class Buoy { public void Drift() { Ring(); } }
            public enum Colour { Red, Green }
            public class Water { protected void Flow() { } public int Depth; }
            public interface IMeasured { int Metres { get; } }
        }
    """,
    "src/Core/Ropes.cs": """\
        using Harbour.Tides;
        namespace Harbour.Ropes
        {
            public static class Ropes
            {
                public static Buoy Tie(this Buoy buoy, int knots) => buoy;
                public static int Length(this string rope) => 0;
                public static Buoy Best(this IEnumerable<Buoy> buoys) => null;
                public static int Longest = 3;
            }
            [System.AttributeUsage(System.AttributeTargets.All)]
            public class KnotAttribute : System.Attribute { public int Loops { get; set; } }
        }
    """,
}
MAIN = "src/App/Main.cs"
_USINGS = "using System.Linq;\nusing Harbour.Tides;\nusing Harbour.Ropes;\n"


def using(body: str, usings: str = _USINGS) -> Linked:
    code = (
        f"{usings}namespace App;\nclass Program\n{{\n"
        f"async void Run(Tide<Buoy> given, object any, string text)\n{{\n{body}\n}}\n}}\n"
    )
    return link_files({**FILES, "src/App/App.csproj": "<Project />\n", MAIN: code})


@pytest.mark.parametrize(
    ("body", "name", "target", "confidence"),
    [
        ("var x = given.Metres;", "Metres", "Tide.Metres", "exact"),
        ("var x = Tide<Buoy>.Limit;", "Limit", "Tide.Limit", "exact"),
        ("var x = Harbour.Tides.Tide<Buoy>.Limit;", "Limit", "Tide.Limit", "exact"),
        ("var x = global::Harbour.Tides.Buoy.Ring;", "Buoy", "Buoy", "exact"),
        ("var x = given.Depth;", "Depth", "Water.Depth", "exact"),
        ("given.Rise();", "Rise", "Tide.Rise", "exact"),
        ("given.Buoy.Ring();", "Ring", "Buoy.Ring", "exact"),
        ("given.Buoy.Drift();", "Drift", "Buoy.Drift", "exact"),
        ("given?.Buoy?.Ring();", "Ring", "Buoy.Ring", "exact"),
        ("given!.Buoy!.Ring();", "Ring", "Buoy.Ring", "exact"),
        ("var x = Tide<Buoy>.Make(); x.Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("var x = new Buoy(); x.Ring();", "Ring", "Buoy.Ring", "exact"),
        ("Buoy x = new(); x.Ring();", "Ring", "Buoy.Ring", "exact"),
        ("var x = new Buoy { Next = null };", "Next", "Buoy.Next", "exact"),
        ("var x = new Buoy { Next = new() { Colour = 0 } };", "Colour", "Buoy.Colour", "exact"),
        ("foreach (var x in given.Buoys) x.Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("given.Buoys[0].Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("given[0].Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("given.Row[0].Ring();", "Ring", "Buoy.Ring", "inferred"),
        ('given.Named["a"].Ring();', "Ring", "Buoy.Ring", "inferred"),
        ("foreach (var (k, v) in given.Named) v.Ring();", "Named", "Tide.Named", "exact"),
        ("foreach (var x in given.Named) x.Value.Ring();", "Ring", "Buoy.Ring", "inferred"),
        ('given.Named.TryGetValue("a", out var x); x.Ring();', "Ring", "Buoy.Ring", "inferred"),
        ('given.TryFind("a", out var x); x.Ring();', "Ring", "Buoy.Ring", "inferred"),
        ('given.TryFind("a", out Buoy x); x.Ring();', "Ring", "Buoy.Ring", "exact"),
        ("(await given.FindAsync()).Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("(await given.FindAsync().ConfigureAwait(false)).Ring();", "Ring", "Buoy.Ring",
         "inferred"),
        ("given.FindAsync().Result.Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("given.Buoys.Where(x => x.IsLit).Select(x => x.Next).First().Ring();", "Ring",
         "Buoy.Ring", "inferred"),
        ("given.Buoys.Where(x => x.IsLit);", "IsLit", "Buoy.IsLit", "inferred"),
        ("var q = from x in given.Buoys where x.IsLit select x;", "IsLit", "Buoy.IsLit",
         "inferred"),
        ("given.Watch((one, count) => one.IsLit);", "IsLit", "Buoy.IsLit", "inferred"),
        ("given.Watched(one => one.Ring());", "Ring", "Buoy.Ring", "inferred"),
        ("given.Watched(delegate(Buoy one) { one.Ring(); });", "Ring", "Buoy.Ring", "exact"),
        ("given.Seen += one => one.Ring();", "Seen", "Tide.Seen", "exact"),
        ("given.Pick(given.Buoys).Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("given.Cast<Buoy>().Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("if (any is Buoy b && b.IsLit) { }", "IsLit", "Buoy.IsLit", "exact"),
        ("if (any is Buoy { Next: { IsLit: true } }) { }", "IsLit", "Buoy.IsLit", "exact"),
        ("switch (any) { case Buoy b when b.IsLit: break; }", "IsLit", "Buoy.IsLit", "exact"),
        ("var x = any switch { Buoy b => b.IsLit, _ => false };", "IsLit", "Buoy.IsLit", "exact"),
        ("((Buoy)any).Ring();", "Ring", "Buoy.Ring", "exact"),
        ("(any as Buoy).Ring();", "Ring", "Buoy.Ring", "exact"),
        ("(given.Buoy ?? new Buoy()).Ring();", "Ring", "Buoy.Ring", "exact"),
        ("(Buoy one, int two) t = (null, 1); var (b, c) = t; b.Ring();", "Ring", "Buoy.Ring",
         "inferred"),
        ("var x = Tide<Buoy>.State.Low;", "Low", "Tide.State.Low", "exact"),
        ("new Tide<Buoy>.Inner().Turn();", "Turn", "Tide.Inner.Turn", "exact"),
        ("given.Buoy.Tie(3);", "Tie", "Ropes.Tie", "exact"),
        ("given.Buoy.Tie(3).Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("given.Buoys.Best();", "Best", "Ropes.Best", "inferred"),
        ("text.Length();", "Length", "Ropes.Length", "inferred"),
        ("Buoy Local() => null; Local().Ring();", "Ring", "Buoy.Ring", "inferred"),
        ("Local(); Buoy Local() => null;", "Local", "Program.Run.Local", "exact"),
        ("var x = nameof(Buoy.Next);", "Next", "Buoy.Next", "exact"),
        ("try { } catch (System.Exception) when (given.Depth > 0) { }", "Depth", "Water.Depth",
         "exact"),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_declaration(
    body: str, name: str, target: str, confidence: str
) -> None:
    made = using(body)
    found = {each.rpartition("Harbour.Tides.")[2] for _, each in made.links(MAIN, name)}
    found = {each.removeprefix("Harbour.Ropes.").removeprefix("App.") for each in found}
    assert found == {target}
    assert set(made.confidences(MAIN, name)) == {confidence}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("any.Ring();", "Ring"),  # nobody says what it is
        ("var Depth = 3; var x = Depth;", "Depth"),  # a variable
        ("Other(x => x.Ring());", "Ring"),  # the function is unknown
        ("given.Sink();", "Sink"),  # private
        ("var x = given.sunk;", "sunk"),
        ("given.Rise(Unknown());", "Rise"),  # an overload that nothing decides
        ("foreach (var x in any.Unknown()) given.Rise(x);", "Rise"),
        ("any.Tie(3);", "Tie"),  # an extension of something else
        ("Tie(given.Buoy, 3);", "Tie"),  # no extension without a receiver
        ("System.Collections.Generic.List<string> x = null; x[0].Ring();", "Ring"),
        ("foreach (var (k, v) in Unknown()) v.Ring();", "Ring"),
        ("goto Ring; Ring: ;", "Ring"),
        ("var x = new { given.Depth, Ring = 1 };", "Ring"),
        ("Buoy.Ring += 1; any.Length();", "Length"),
    ],
)
def test_what_the_rules_do_not_decide_is_no_link(body: str, name: str) -> None:
    assert using(body.replace("Buoy.Ring += 1;", "")).links(MAIN, name) == []


@pytest.mark.parametrize(
    ("call", "line", "confidence"),
    [
        ("given.Rise();", 23, "exact"),
        ("given.Rise(1);", 24, "inferred"),
        ('given.Rise("fast");', 25, "inferred"),
        ('given.Rise(1, "fast");', 26, "exact"),
        ("given.Rise(1, slowly: true);", 26, "exact"),
    ],
)
def test_of_overloads_the_arguments_tell_which(call: str, line: int, confidence: str) -> None:
    made = using(call)
    (found,) = [one for one in made.references(MAIN) if made.text(MAIN, one) == "Rise"]
    assert made.repository.symbol(found.symbol).line == line - 1
    assert found.confidence == confidence


OVERLOADS = """\
using System;
namespace Quay;
public class Log
{
    public void Write(int level, string text) { }
    public void Write<T>(int level, string text, T value) { }
    public void Write(int level, string text, params object?[]? values) { }
    public void Write(int level, string text, ReadOnlySpan<object?> values) { }
    public void Write(int level, Exception? error, string text) { }
    public void Tell<T>(string text, T value, object?[] values, Span<object?> span, Exception error)
    {
        CALL
    }
}
"""


@pytest.mark.parametrize(
    ("call", "line"),
    [
        ("Write(1, text, value);", 6),  # nothing but an object comes of a free type parameter
        ("Write(1, text, values);", 7),
        ("Write(1, text, value, value);", 7),
        ("Write(1, text, span);", 8),  # no type parameter stands for a span
        ("Write(1, error, text);", 9),
    ],
)
def test_type_parameters_and_spans_tell_overloads_apart(call: str, line: int) -> None:
    made = link_files({"Log.csproj": "<Project />\n", "Log.cs": OVERLOADS.replace("CALL", call)})
    (found,) = [one for one in made.references("Log.cs") if one.line == 12]
    assert made.repository.symbol(found.symbol).line == line


def test_new_leads_to_the_constructor_and_the_name_to_the_class() -> None:
    made = using("new Tide<Buoy>(3); new Buoy();")
    found = [one for one in made.references(MAIN) if made.text(MAIN, one) == "new"]
    symbols = [made.repository.symbol(one.symbol) for one in found]
    assert [(one.kind, one.line) for one in symbols] == [("constructor", 18), ("class", 3)]
    assert made.links("src/Core/Tide.cs", "this") == [(18, "Harbour.Tides.Tide.Tide")]


def test_a_property_with_the_name_of_its_type_may_mean_either() -> None:
    made = link_files(
        {
            **FILES,
            MAIN: """\
                using Harbour.Tides;
                class Lamp
                {
                    Colour Colour { get; set; }
                    Buoy Buoy { get; set; }
                    void Run() { Colour = Colour.Red; Buoy.Ring(); }
                }
            """,
        }
    )
    found = made.links(MAIN, "Colour")
    assert [each for line, each in found if line == 6] == ["Lamp.Colour", "Harbour.Tides.Colour"]
    assert made.links(MAIN, "Red") == [(6, "Harbour.Tides.Colour.Red")]
    assert made.links(MAIN, "Ring") == [(6, "Harbour.Tides.Buoy.Ring")]


@pytest.mark.parametrize(
    ("usings", "code", "name", "target"),
    [
        ("using B = Harbour.Tides.Buoy;", "B x;", "B", "Harbour.Tides.Buoy"),
        ("using static Harbour.Ropes.Ropes;", "int x = Longest;", "Longest",
         "Harbour.Ropes.Ropes.Longest"),
        ("using Harbour;", "Tides.Buoy x;", "Buoy", ""),  # `using` opens no inner namespaces
        ("using Harbour.Tides;", "[Knot(Loops = 2)] int x;", "Knot", ""),
        ("using Harbour.Ropes;", "[Knot(Loops = 2)] int x;", "Knot",
         "Harbour.Ropes.KnotAttribute"),
        ("using Harbour.Ropes;", "[Knot(Loops = 2)] int x;", "Loops",
         "Harbour.Ropes.KnotAttribute.Loops"),
    ],
)  # fmt: skip
def test_directives_say_which_names_a_file_sees(
    usings: str, code: str, name: str, target: str
) -> None:
    made = link_files({**FILES, MAIN: f"{usings}\nclass Program\n{{\n{code}\n}}\n"})
    found = {each for line, each in made.links(MAIN, name) if line > 1}
    assert found == ({target} if target else set())


def test_a_global_using_holds_in_its_project_alone() -> None:
    use = "class Lamp { Buoy buoy; }\n"
    made = link_files(
        {
            **FILES,
            "src/App/App.csproj": "<Project />\n",
            "src/App/Usings.cs": "global using Harbour.Tides;\n",
            "src/App/Lamp.cs": use,
            "src/Else/Else.csproj": "<Project />\n",
            "src/Else/Lamp.cs": use,
        }
    )
    assert made.links("src/App/Lamp.cs", "Buoy") == [(1, "Harbour.Tides.Buoy")]
    assert made.links("src/Else/Lamp.cs", "Buoy") == []
    (buoy,) = [path for path in FILES if path.endswith("Buoy.cs")]
    assert buoy in made.repository.links.implicit_imports["src/App/Lamp.cs"]


def test_the_nearest_namespace_has_a_name_before_those_of_directives() -> None:
    made = link_files(
        {
            **FILES,
            MAIN: """\
                using Harbour.Tides;
                namespace Harbour.App
                {
                    class Buoy { public void Sail() { } }
                    class Main { Buoy buoy; void Run() { buoy.Sail(); buoy.Ring(); } }
                }
            """,
        }
    )
    assert (5, "Harbour.App.Buoy") in made.links(MAIN, "Buoy")
    assert made.links(MAIN, "Sail") == [(5, "Harbour.App.Buoy.Sail")]
    assert made.links(MAIN, "Ring") == []


def test_types_are_told_apart_by_the_number_of_their_parameters() -> None:
    made = link_files(
        {
            MAIN: """\
                class Box { public int Plain; }
                class Box<T> { public T Held; }
                class Main
                {
                    void Run(Box one, Box<Box> other) { _ = one.Plain; _ = other.Held.Plain; }
                }
            """
        }
    )
    lines = [
        made.repository.symbol(each.symbol).line
        for each in made.references(MAIN)
        if each.kind != "definition" and made.text(MAIN, each) == "Box"
    ]
    assert lines == [1, 2, 1]
    assert made.links(MAIN, "Plain") == [(5, "Box.Plain"), (5, "Box.Plain")]
    assert made.confidences(MAIN, "Plain") == ["exact", "exact"]


def test_what_only_some_builds_declare_is_inferred() -> None:
    made = link_files(
        {
            MAIN: """\
                class Main
                {
                #if OLD
                    int Old() => 1;
                #endif
                    int Run() => Old() + Run();
                }
            """
        }
    )
    assert made.confidences(MAIN, "Old") == ["inferred"]
    assert made.confidences(MAIN, "Run") == ["exact"]


def test_all_parts_of_a_type_are_one_type() -> None:
    made = link_files({**FILES, MAIN: "class Lamp : Harbour.Tides.Buoy { }\n"})
    buoy = made.symbol("src/Core/Buoy.cs", "Harbour.Tides.Buoy")
    assert made.repository.links.bases[SymbolRef(MAIN, 0)] == (buoy,)
    assert made.links("src/Core/Buoy.Moving.cs", "Ring") == [(3, "Harbour.Tides.Buoy.Ring")]


SOUNDING = """\
    using System;
    using System.Collections.Generic;
    namespace Harbour
    {
        public delegate T Sounding<T>(string echo);
        public class Depth { public Depth Below; public int Metres; }
        public static class Soundings
        {
            public static Sounding<char> Mark = null;
            public static Sounding<Depth> Deep = null;
            public static Sounding<IEnumerable<T>> Many<T>(this Sounding<T> one) => null;
            public static Sounding<string> Text(this Sounding<IEnumerable<char>> marks) => null;
            public static Sounding<T> Named<T>(this Sounding<T> one, string name) => null;
            public static T Take<T>(this Sounding<T> one, string echo) => default;
            public static Sounding<U> Select<T, U>(this Sounding<T> one, Func<T, U> make) => null;
            public static Sounding<V> SelectMany<T, U, V>(
                this Sounding<T> one, Func<T, Sounding<U>> next, Func<T, U, V> make) => null;
        }
    }
"""

ONCE = "(from d in Soundings.Deep from m in Soundings.Mark select d.Below).Take(null).Metres;"
TWICE = """\
    var x = from d in Soundings.Deep
            from m in Soundings.Mark
            from e in Soundings.Deep
            select e;
    x.Take("").Metres;
"""


@pytest.mark.parametrize(
    ("body", "name", "target"),
    [
        ("var x = Soundings.Mark.Many().Text();", "Text", "Soundings.Text"),  # T is char
        ('(from d in Soundings.Deep select d).Named("deep");', "Named", "Soundings.Named"),
        ('(from d in Soundings.Deep select d.Below).Take("").Metres;', "Metres", "Depth.Metres"),
        ("var q = from d in Soundings.Deep select d.Below;", "Below", "Depth.Below"),
        (
            '(from d in Soundings.Deep from m in Soundings.Mark select d.Below).Take("").Metres;',
            "Metres",
            "Depth.Metres",
        ),
        (TWICE, "Metres", "Depth.Metres"),
    ],
)
def test_generic_methods_and_queries_take_values_of_any_type(
    body: str, name: str, target: str
) -> None:
    code = f"using Harbour;\nclass Program {{ void Run() {{ {body} }} }}\n"
    made = link_files({"Sounding.cs": SOUNDING, MAIN: code})
    assert {each for _, each in made.links(MAIN, name)} == {f"Harbour.{target}"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from x in given.Buoys where x.IsLit select x.Next", 1),
        ("from x in given.Buoys from y in given.Row orderby y.Colour select y", 1),
        ("from x in given.Buoys group x by x.Colour", 0),
        ("from x in given.Buoys let y = x select y", 0),
        ("from x in given.Buoys join y in given.Row on x equals y select y", 0),
    ],
)
def test_what_a_query_gives_is_known_of_plain_ones(query: str, expected: int) -> None:
    made = using(f"foreach (var one in {query}) one.Ring();")
    assert len(made.links(MAIN, "Ring")) == expected
