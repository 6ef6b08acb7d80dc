"""Names that Kotlin takes from Java's files of the same repository."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

WATER = """\
package sea;

import java.util.*;

public abstract class Water<T extends Buoy> implements Measured {
    public static final int LIMIT = 3;
    protected T nearest;
    private int secret;
    public Water(int depth) {}
    public Water(String name) {}
    public T getBuoy() { return nearest; }
    public T getNearest() { return nearest; }
    public List<Buoy> all() { return null; }
    public Buoy[] row(int... numbers) { return null; }
    public abstract void flow(int speed);
    public void flow(String way) {}
    public boolean isDeep() { return true; }
    public void watch(Seen seen) {}
    private void hide() {}
    public static <X extends Buoy> X pick(List<X> of) { return null; }
    public enum State { LOW, HIGH }
    public interface Seen { void seen(Buoy one); default void end() {} }
    public static class Inner { public void turn() {} }
}
"""
FILES = {
    "src/main/java/sea/Water.java": WATER,
    "src/main/java/sea/Buoy.java": (
        "package sea;\npublic class Buoy { public Buoy next; public void ring() {}\n"
        " public String getURLName() { return null; } }\n"
    ),
    "src/main/java/sea/Measured.java": (
        "package sea;\npublic interface Measured { int MOST = 1; int metres(); }\n"
    ),
}
MAIN = "src/main/kotlin/app/Main.kt"


def using(body: str) -> Linked:
    code = (
        "package app\nimport sea.*\nimport sea.Water.State\n"
        f"fun run(w: Water<Buoy>, s: State) {{\n{body}\n}}\n"
        'class Tide : Water<Buoy>("a") {\n'
        "  override fun flow(speed: Int) {}\n  override fun metres() = 1\n}\n"
    )
    return link_files({**FILES, MAIN: code})


@pytest.mark.parametrize(
    ("body", "name", "target"),
    [
        ("w.all()[0].ring()", "ring", "Buoy.ring"),
        ("for (one in w.all()) one.ring()", "ring", "Buoy.ring"),
        ("w.row(1)[0].ring()", "ring", "Buoy.ring"),
        ("w.buoy.ring()", "buoy", "Water.getBuoy"),  # a getter is a property
        ("w.buoy.ring()", "ring", "Buoy.ring"),
        ("w.getBuoy().ring()", "getBuoy", "Water.getBuoy"),
        ("w.buoy.urlName", "urlName", "Buoy.getURLName"),
        ("w.buoy.next.ring()", "next", "Buoy.next"),
        ("if (w.isDeep) w.metres()", "isDeep", "Water.isDeep"),
        ("w.metres()", "metres", "Measured.metres"),
        ("w.watch { it.ring() }", "watch", "Water.watch"),
        ("w.watch { it.ring() }", "ring", "Buoy.ring"),
        ("val x = Water.LIMIT", "LIMIT", "Water.LIMIT"),
        ("val x = Measured.MOST", "MOST", "Measured.MOST"),
        ("val x = State.HIGH", "HIGH", "Water.State.HIGH"),
        ("Water.Inner().turn()", "turn", "Water.Inner.turn"),
        ("Water.pick(listOf(Buoy())).ring()", "ring", "Buoy.ring"),
        ('w.flow("out")', "flow", "Water.flow"),
    ],
)
def test_a_name_leads_to_the_declaration_in_java(body: str, name: str, target: str) -> None:
    made = using(body)
    assert {each for line, each in made.links(MAIN, name) if line == 5} == {target}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("w.secret", "secret"),
        ("w.hide()", "hide"),
        ("w.nearest", "nearest"),  # the field for those that inherit, else the getter
        ("w.sea", "sea"),
    ],
)
def test_what_is_not_seen_or_not_sure_is_no_link(body: str, name: str) -> None:
    assert [line for line, _ in using(body).links(MAIN, name) if line == 5] == []


def test_a_class_inherits_from_one_of_java_and_overrides_its_methods() -> None:
    links = using("").repository.links
    name = using("").repository.qualified_name
    assert {name(one): list(map(name, bases)) for one, bases in links.bases.items()} == {
        "Water": ["Measured"],
        "Tide": ["Water"],
    }
    assert {name(one): name(other) for one, other in links.overrides.items()} == {
        "Tide.flow": "Water.flow",
        "Tide.metres": "Measured.metres",
    }
