"""Names that Java takes from Kotlin's files of the same repository."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

TIDE = """\
package sea

open class Water<T : Buoy>(val depth: Int, var name: String) : Measured {
  val nearest: T
    get() = TODO()
  var isDeep: Boolean = false
  private val secret = 1
  fun all(): List<Buoy> = emptyList()
  fun row(vararg n: Int): Array<Buoy> = TODO()
  open fun flow(speed: Int) {}
  fun flow(way: String) {}
  override fun metres() = 1
  fun Buoy.out() {}
  companion object {
    @JvmStatic fun make(): Water<Buoy> = TODO()
    fun other() {}
    const val MOST = 3
  }
  enum class State {
    LOW, HIGH
  }
  class Inner {
    fun turn() {}
  }
}
interface Measured {
  fun metres(): Int
}
class Buoy {
  fun ring() {}
  val next: Buoy? = null
}
fun ebb(): Buoy = Buoy()
val level: Buoy = Buoy()
"""
MAIN = "src/main/java/app/Main.java"


def using(body: str) -> Linked:
    code = (
        "package app;\nimport sea.*;\nclass Main extends Water<Buoy> {\n"
        ' Main() { super(1, "a"); }\n public void flow(int speed) {}\n'
        f" void run(Water<Buoy> w, Buoy b) {{\n{body}\n}} }}\n"
    )
    return link_files({"src/main/kotlin/sea/tide.kt": TIDE, MAIN: code})


@pytest.mark.parametrize(
    ("body", "name", "target"),
    [
        ("w.getDepth();", "getDepth", "Water.depth"),
        ('w.setName("a");', "setName", "Water.name"),
        ("w.getNearest().ring();", "ring", "Buoy.ring"),
        ("w.setDeep(w.isDeep());", "setDeep", "Water.isDeep"),
        ("w.setDeep(w.isDeep());", "isDeep", "Water.isDeep"),
        ("w.all().get(0).ring();", "ring", "Buoy.ring"),
        ("for (Buoy one : w.all()) one.getNext();", "getNext", "Buoy.next"),
        ("w.row(1, 2)[0].ring();", "ring", "Buoy.ring"),
        ('w.flow("x");', "flow", "Water.flow"),
        ("w.metres();", "metres", "Water.metres"),
        ("Water.make().getNearest().ring();", "make", "Water.make"),
        ("int i = Water.MOST;", "MOST", "Water.MOST"),
        ("Water.State s = Water.State.LOW;", "LOW", "Water.State.LOW"),
        ("new Water.Inner().turn();", "turn", "Water.Inner.turn"),
        ("TideKt.ebb().ring();", "ebb", "ebb"),
        ("TideKt.getLevel().ring();", "getLevel", "level"),
        ("TideKt.getLevel().ring();", "ring", "Buoy.ring"),
    ],
)
def test_a_name_leads_to_the_declaration_in_kotlin(body: str, name: str, target: str) -> None:
    assert {each for line, each in using(body).links(MAIN, name) if line == 7} == {target}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("w.getSecret();", "getSecret"),
        ("w.out();", "out"),
        ("Water.other();", "other"),
        ("w.setDepth(1);", "setDepth"),
    ],
)
def test_what_java_does_not_see_is_no_link(body: str, name: str) -> None:
    assert using(body).links(MAIN, name) == []


def test_a_class_inherits_from_one_of_kotlin_and_overrides_its_functions() -> None:
    made = using("")
    name = made.repository.qualified_name
    links = made.repository.links
    assert {name(one): list(map(name, bases)) for one, bases in links.bases.items()} == {
        "Main": ["Water"],
        "Water": ["Measured"],
    }
    assert {name(one): name(other) for one, other in links.overrides.items()} == {
        "Main.flow": "Water.flow",
        "Water.metres": "Measured.metres",
    }


def test_of_declarations_for_several_platforms_that_of_java_is_meant() -> None:
    body = "package sea\n\n{}class Tide {{\n  {}fun rise() {{}}\n}}\n"
    sets = {"common": "expect", "jvm": "actual", "apple": "actual", "nonJvm": "actual"}
    files = {
        f"tide/src/{name}Main/kotlin/sea/Tide.kt": body.format(f"{word} ", f"{word} ")
        for name, word in sets.items()
    }
    code = "package app;\nclass Main { void run(sea.Tide tide) { tide.rise(); } }\n"
    made = link_files({**files, MAIN: code})
    found = [one for one in made.references(MAIN) if made.text(MAIN, one) in ("Tide", "rise")]
    assert [(one.symbol.path, one.confidence) for one in found] == [
        ("tide/src/jvmMain/kotlin/sea/Tide.kt", "exact")
    ] * 2
