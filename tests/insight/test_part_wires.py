"""What one part needs of another, and what puts several together."""

from __future__ import annotations

from support.linked import Linked, link_files

from mkdocs_repodoc.insight.architecture.part_wires import PartWires
from mkdocs_repodoc.insight.architecture.wiring import Wiring
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight

_LONG = "".join(f"\n\ndef part{number}(x):\n    return x\n" for number in range(20))
MILL = {
    "mill/main.py": (
        "from mill.sieve import Sieve\nfrom mill.stones import Stones, grind\n"
        "from mill.sacks import fill\n\n\n"
        f"def main():\n    stones = Stones()\n    grind(stones)\n    Sieve()\n    fill()\n{_LONG}"
    ),
    "mill/stones.py": (
        f"class Stones:\n    pass\n\n\ndef grind(stones):\n    return stones\n{_LONG}"
    ),
    "mill/sieve.py": (
        f"from mill.stones import Stones\n\n\nclass Sieve(Stones):\n    stones: Stones\n{_LONG}"
    ),
    "mill/sacks.py": f"def fill():\n    return 1\n{_LONG}",
}


def part_wires(linked: Linked) -> PartWires:
    insight = RepositoryInsight(linked.repository, lambda _: {}, lambda _: None)  # type: ignore[arg-type, return-value]  # not asked
    wiring = Wiring(linked.repository, insight.code)
    return PartWires(linked.repository, insight.statistics.architecture, wiring)


def test_a_part_needs_another_by_its_closest_ties_first() -> None:
    linked = link_files(MILL)
    found = part_wires(linked)
    name = linked.repository.short_name

    assert found.needed("mill/main.py") == ["mill/stones.py", "mill/sieve.py", "mill/sacks.py"]
    assert found.needed("mill/sacks.py") == []
    assert [
        (name(each.user), each.tie, name(each.met), each.line)
        for each in found.between("mill/main.py", "mill/stones.py")
    ] == [("main", "makes", "Stones", 7), ("main", "calls", "grind", 8)]
    ties = [each.tie for each in found.between("mill/sieve.py", "mill/stones.py")]
    assert ties == ["inherits from", "holds"]


def test_what_most_parts_need_comes_last() -> None:
    user = "from mill.stones import Stones\n\n\ndef run():\n    return Stones()\n"
    files = {**MILL, **{f"mill/{name}.py": user + _LONG for name in ("a", "b")}}
    found = part_wires(link_files(files))

    assert found.needed("mill/main.py") == ["mill/sieve.py", "mill/sacks.py", "mill/stones.py"]


def test_what_uses_most_parts_puts_them_together() -> None:
    linked = link_files(MILL)
    (found,) = part_wires(linked).assemblies({}, 3)

    name = linked.repository.short_name
    assert name(found.symbol) == "main"
    assert [name(wire.met) for wire in found.wires] == ["Stones", "grind", "Sieve", "fill"]


def test_two_parts_are_not_put_together() -> None:
    files = {path: MILL[path] for path in ("mill/stones.py", "mill/sieve.py")}

    assert part_wires(link_files(files)).assemblies({}, 3) == []


def test_fitting_an_interface_of_another_part_needs_nothing_of_it() -> None:
    filler = "".join(f"\nfunc part{number}(x int) int {{ return x }}\n" for number in range(30))
    linked = link_files(
        {
            "go.mod": "module example.org/mill\n",
            "main.go": (
                'package main\n\nimport "example.org/mill/grain"\nimport "example.org/mill/run"\n'
                f"\nfunc main() {{ run.Run(grain.New()) }}\n{filler}"
            ),
            "run/run.go": (
                "package run\n\ntype Source interface{ Pour() int }\n\n"
                f"func Run(s Source) int {{ return s.Pour() }}\n{filler}"
            ),
            "grain/grain.go": (
                "package grain\n\ntype Grain struct{}\n\nfunc (g *Grain) Pour() int { return 1 }\n"
                f"\nfunc New() *Grain {{ return &Grain{{}} }}\n{filler}"
            ),
        }
    )
    (heirs,) = linked.repository.links.subclasses.values()
    assert [linked.repository.short_name(heir) for heir in heirs] == ["Grain"]

    assert part_wires(linked).between("grain", "run") == ()
