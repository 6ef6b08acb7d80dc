"""Names of Kotlin lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_files
from mkdocs_repodoc.model.records import Import

FILES = {
    "src/main/kotlin/harbour/Buoy.kt": """\
        package harbour

        import harbour.lights.Lamp
        import harbour.lights.shine as glow

        interface Floating {
            fun sink(): Int
            val depth: Int
        }

        fun interface Bell { fun ring(buoy: Buoy): Lamp }

        abstract class Body(name: String) : Floating {
            override fun sink() = 1
            protected open fun drift(by: Int = 2): Body = this
        }

        data class Buoy(val lamp: Lamp, var number: Int = 1, size: Long = 2) : Body("buoy") {
            constructor(first: Lamp, second: Lamp) : this(first, size = 3)

            override val depth: Int get() = number
            val volume = size
            private val bells = mutableListOf<Bell>()
            val lamps: List<Lamp> = listOf(lamp)
            val byName: Map<String, Lamp> by lazy { mapOf("a" to lamp) }

            init {
                val local = lamp
                local.shine()
            }

            fun lamp(): Lamp = glow(lamp)
            fun own(): Buoy = this@Buoy
            fun maybe(): Buoy? = null
            override fun drift(by: Int): Buoy = super.drift(by) as Buoy
            operator fun plus(other: Buoy): Lamp = lamp
            fun onRing(bell: Bell) { bells.add(bell) }
            fun build(block: Lamp.() -> Unit): Buoy = apply { lamp.block() }

            companion object {
                const val LIMIT = 3
                fun make(): Buoy = Buoy(Lamp(), LIMIT)
            }

            class Chain { val links = 1 }
        }

        enum class Colour(val code: Int) {
            RED(1),
            GREEN(2) {
                override fun mixed() = RED
            };

            open fun mixed(): Colour = this
        }

        sealed class Sign
        class Cross(val arms: Int) : Sign()
        object Sphere : Sign() {
            val radius = 1
        }

        fun over(text: String): Cross = Cross(1)
        fun over(count: Int): Buoy = Buoy.make()
        private fun hidden() = 1
        fun many(vararg buoys: Buoy): Int = buoys.size
        typealias Lamps = List<Lamp>
        """,
    "src/main/kotlin/harbour/Extensions.kt": """\
        package harbour

        import harbour.lights.Lamp

        fun Buoy.lit(): Lamp = lamp
        fun <T> T.twice(action: (T) -> Unit): T = this
        """,
    "src/main/kotlin/harbour/lights/Lamp.kt": """\
        package harbour.lights

        open class Lamp {
            fun shine(): Int = 1
            var bulb: Bulb? = null
        }
        class Bulb(val watts: Int)
        fun shine(lamp: Lamp): Lamp = lamp
        fun Lamp.dim(): Lamp = this
        fun String.dim(): Int = 1
        fun kotlin.reflect.KClass<*>.named(): Int = 1
        """,
}
MAIN = "src/main/kotlin/harbour/uses/Main.kt"
_USES = """\
package harbour.uses

import harbour.*
import harbour.Colour.GREEN
import harbour.lights.Lamp
import harbour.lights.dim
import harbour.lights.named
import foreign.Thing
import foreign.unknown

class Uses(val own: Buoy) {
fun use(given: Buoy, any: Thing, sign: Sign, text: String) {
"""


def using(body: str) -> Linked:
    return link_files({**FILES, MAIN: f"{_USES}{body}\n}}\n}}\n"})


@pytest.mark.parametrize(
    ("body", "name", "target", "confidence"),
    [
        # names
        ("Lamp()", "Lamp", "Lamp", "exact"),
        ("Buoy(Lamp(), Lamp())", "Buoy", "Buoy.constructor", "inferred"),
        ("Buoy(Lamp())", "Buoy", "Buoy", "exact"),
        ("harbour.Buoy.make()", "make", "Buoy.make", "exact"),
        ("Buoy.make()", "make", "Buoy.make", "exact"),
        ("Buoy.LIMIT", "LIMIT", "Buoy.LIMIT", "exact"),
        ("Buoy.Companion.LIMIT", "LIMIT", "Buoy.LIMIT", "exact"),
        ("Buoy.Chain().links", "links", "Buoy.Chain.links", "inferred"),
        ("Colour.RED", "RED", "Colour.RED", "exact"),
        ("GREEN.mixed()", "mixed", "Colour.mixed", "exact"),
        ("Sphere.radius", "radius", "Sphere.radius", "exact"),
        ("own.number", "own", "Uses.own", "exact"),
        ('print("$own")', "own", "Uses.own", "exact"),
        ('print("${own.number}")', "number", "Buoy.number", "exact"),
        ("many(given)", "many", "many", "exact"),
        ("Buoy(lamp = Lamp(), number = 2)", "number", "Buoy.number", "exact"),
        # members
        ("given.number", "number", "Buoy.number", "exact"),
        ("given.lamp()", "lamp", "Buoy.lamp", "exact"),
        ("given.lamp.shine()", "shine", "Lamp.shine", "exact"),
        ("given.lamp.bulb?.watts", "watts", "Bulb.watts", "exact"),
        ("given.maybe()?.number", "number", "Buoy.number", "inferred"),
        ("given.maybe()!!.number", "number", "Buoy.number", "inferred"),
        ("(given.maybe() ?: Buoy.make()).number", "number", "Buoy.number", "inferred"),
        ("(given.maybe() ?: return).number", "number", "Buoy.number", "inferred"),
        ("given.sink()", "sink", "Body.sink", "exact"),
        ("given.volume", "volume", "Buoy.volume", "exact"),
        ("given.lamps.first().shine()", "shine", "Lamp.shine", "inferred"),
        ("given.lamps[0].shine()", "shine", "Lamp.shine", "inferred"),
        ('given.byName["a"]?.shine()', "shine", "Lamp.shine", "inferred"),
        ("(given + given).shine()", "shine", "Lamp.shine", "inferred"),
        ("given.copy(number = 2).number", "number", "Buoy.number", "inferred"),
        ("val (a, b) = given\n a.shine()", "shine", "Lamp.shine", "inferred"),
        ("Colour.RED.code", "code", "Colour.code", "exact"),
        ("Colour.RED.name", "name", None, ""),
        # extensions
        ("given.lit().shine()", "lit", "Buoy.lit", "exact"),
        ("given.lit().shine()", "shine", "Lamp.shine", "inferred"),
        ("given.lamp.dim().shine()", "dim", "Lamp.dim", "exact"),
        ("text.dim()", "dim", "String.dim", "exact"),
        ("given.twice { it.number }", "number", "Buoy.number", "inferred"),
        # types that the source tells
        ("val x = Lamp()\n x.shine()", "shine", "Lamp.shine", "inferred"),
        ("val x: Lamp = unknown()\n x.shine()", "shine", "Lamp.shine", "exact"),
        ('val x = if (text == "") Lamp() else Lamp()\n x.shine()', "shine", "Lamp.shine",
         "inferred"),
        ("for (x in given.lamps) x.shine()", "shine", "Lamp.shine", "inferred"),
        ("for ((k, v) in given.byName) { v.shine() }", "shine", "Lamp.shine", "inferred"),
        ('over("a").arms', "arms", "Cross.arms", "inferred"),
        ("over(2).number", "number", "Buoy.number", "inferred"),
        ("if (sign is Cross) { sign.arms }", "arms", "Cross.arms", "exact"),
        ("if (sign !is Cross) return\n sign.arms", "arms", "Cross.arms", "exact"),
        ("if (sign is Cross && sign.arms > 1) { }", "arms", "Cross.arms", "exact"),
        ("when (sign) {\n is Cross -> sign.arms\n else -> 1 }", "arms", "Cross.arms", "exact"),
        ("when (val x = sign) {\n is Cross -> x.arms\n else -> 1 }", "arms", "Cross.arms", "exact"),
        ("(sign as Cross).arms", "arms", "Cross.arms", "exact"),
        ("(sign as? Cross)?.arms", "arms", "Cross.arms", "exact"),
        ("require(sign is Cross)\n sign.arms", "arms", "Cross.arms", "exact"),
        ("fun local(): Lamp = unknown()\n local().shine()", "shine", "Lamp.shine", "inferred"),
        ("val x: Lamps = unknown()\n x.single().shine()", "shine", "Lamp.shine", "inferred"),
        # lambdas
        ("Buoy::class.named()", "named", "kotlin.reflect.KClass.named", "exact"),
        ("given.let { it.number }", "number", "Buoy.number", "inferred"),
        ("given.let { x -> x.number }", "number", "Buoy.number", "inferred"),
        ("given.also { it.lamp }.number", "number", "Buoy.number", "inferred"),
        ("given.apply { number = 2 }", "number", "Buoy.number", "inferred"),
        ("with(given) { lamp.shine() }", "shine", "Lamp.shine", "inferred"),
        ("given.run { lamp }.shine()", "shine", "Lamp.shine", "inferred"),
        ("given.lamps.map { it.bulb!! }.first().watts", "watts", "Bulb.watts", "inferred"),
        ("given.lamps.forEach { run { it.shine() } }", "shine", "Lamp.shine", "inferred"),
        ("given.build { bulb = null }", "bulb", "Lamp.bulb", "inferred"),
        ("given.onRing { it.lit() }", "lit", "Buoy.lit", "inferred"),
        ("unknown { own.number }", "own", "Uses.own", "inferred"),
        ("object : Bell { override fun ring(buoy: Buoy) = buoy.lit() }", "lit", "Buoy.lit",
         "exact"),
        # what nothing tells
        ("any.number", "number", None, ""),
        ("unknown().shine()", "shine", None, ""),
        ("unknown { it.shine() }", "shine", None, ""),
        ("val number = 1\n print(number)", "number", None, ""),
        ("hidden()", "hidden", None, ""),
        ("shine(given.lamp)", "shine", None, ""),
        ("sign.arms", "arms", None, ""),
        ("given.arms", "arms", None, ""),
        ("any.lit()", "lit", None, ""),
    ],
)  # fmt: skip
def test_a_name_in_a_function(body: str, name: str, target: str | None, confidence: str) -> None:
    linked = using(body)
    found = [link for line, link in linked.links(MAIN, name) if line > _USES.count("\n")]
    if target is None:
        assert not found
        return
    assert found[-1:] == [target]
    assert linked.confidences(MAIN, name)[-1] == confidence


BUOY = "src/main/kotlin/harbour/Buoy.kt"


def test_members_of_the_class_around() -> None:
    linked = link_files(FILES)

    def targets(name: str) -> list[str]:
        return [target for _, target in linked.links(BUOY, name)]

    assert targets("drift") == ["Body.drift"]
    assert set(targets("Floating")) == {"Floating"}
    assert targets("glow") == ["shine", "shine"]
    assert targets("LIMIT") == ["Buoy.LIMIT"]
    assert targets("bells") == ["Buoy.bells"]
    assert targets("RED") == ["Colour.RED"]
    assert targets("size") == []


def test_what_classes_inherit_and_override() -> None:
    linked = link_files(FILES)
    links = linked.repository.links
    body, buoy = linked.symbol(BUOY, "Body"), linked.symbol(BUOY, "Buoy")
    assert links.bases[body] == (linked.symbol(BUOY, "Floating"),)
    assert links.subclasses[body] == (buoy,)
    overriding = linked.symbol(BUOY, "Buoy.drift")
    assert links.overrides[overriding] == linked.symbol(BUOY, "Body.drift")
    assert links.overrides[linked.symbol(BUOY, "Body.sink")] == linked.symbol(BUOY, "Floating.sink")
    depth = linked.symbol(BUOY, "Buoy.depth")
    assert links.overrides[depth] == linked.symbol(BUOY, "Floating.depth")


def test_imports_lead_to_files_and_folders() -> None:
    linked = using("")
    names = linked.index.names.of(MAIN)
    assert names is not None
    found = names.imported(MAIN, Import("harbour", "*", line=3))
    assert found is not None
    assert found.folder == "src/main/kotlin/harbour"
    found = names.imported(MAIN, Import("harbour.lights", "Lamp", line=3))
    assert found is not None
    assert found.path == "src/main/kotlin/harbour/lights/Lamp.kt"
    assert names.imported(MAIN, Import("foreign", "Thing", line=3)) is None
    assert names.needs_no_import(BUOY, BUOY)
    assert not names.needs_no_import(MAIN, BUOY)


def test_of_source_sets_the_own_one_is_meant() -> None:
    files = {
        "src/commonMain/kotlin/Clock.kt": "package a\n\nexpect fun now(): Long\n",
        "src/jvmMain/kotlin/Clock.kt": "package a\n\nactual fun now(): Long = 1\n",
        "src/commonMain/kotlin/Use.kt": "package a\n\nfun use() = now()\n",
        "src/jvmTest/kotlin/Test.kt": "package a\n\nfun test() = now()\n",
    }
    linked = link_files(files)
    for user, meant in (("commonMain/kotlin/Use.kt", "common"), ("jvmTest/kotlin/Test.kt", "jvm")):
        found = [one for one in linked.references(f"src/{user}") if one.kind == "call"]
        assert [one.symbol.path for one in found] == [f"src/{meant}Main/kotlin/Clock.kt"]


def test_a_lambda_of_an_unknown_call_may_have_the_name_by_its_receiver() -> None:
    files = {
        "A.kt": """\
            package a
            import foreign.Flow
            import foreign.flowOf
            interface Turbine { fun awaitItem(): Int }
            fun Flow.test(check: Turbine.() -> Unit) { }
            class FlowTest {
                fun awaitItem() = flowOf(1).test { awaitItem() }
            }
            """
    }
    assert link_files(files).links("A.kt", "awaitItem") == []


def test_classes_on_one_line_are_read() -> None:
    files = {
        "Sea.kt": """\
package sea

class Wave(val height: Int) { fun crash() = height }
object Pier { val wave = Wave(1) }
fun Wave.first() = crash()

fun Wave.second() = "a { b }"
""",
        "Use.kt": """\
package sea

fun use(wave: Wave) = wave.crash() + Wave(2).first() + Pier.wave.height
""",
    }
    linked = link_files(files)
    assert linked.links("Use.kt", "crash") == [(3, "Wave.crash")]
    assert [line for line, _ in linked.links("Use.kt", "first")] == [3]
    assert linked.links("Use.kt", "Pier") == [(3, "Pier")]
    assert [line for line, _ in linked.links("Sea.kt", "height")] == [3]


_FLOWS = """\
package sea
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.channels.ReceiveChannel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.runBlocking
class Wave(val height: Int) {
    fun crash() = 1
}
class Watch {
    fun awaitItem(): Wave = Wave(1)
}
fun <T> Flow<T>.watch(block: Watch.() -> Unit) {}
fun <T> Flow<T>.watchIn(scope: CoroutineScope): Watch = Watch()
fun <T> ReceiveChannel<T>.take(): T = receive()
"""


def test_flows_and_channels_of_coroutines_are_known() -> None:
    files = {
        "src/Sea.kt": _FLOWS,
        "src/Use.kt": """\
package sea
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.*
import kotlinx.coroutines.runBlocking
fun use(waves: Channel<Wave>) = runBlocking {
    flow { emit(1) }.watch { awaitItem().crash() }
    flowOf(Wave(1)).map { it.height }.watch { awaitItem() }
    flowOf(2).watchIn(this).awaitItem()
    waves.take().crash()
    waves.tryReceive().getOrNull().height
}
""",
    }
    linked = link_files(files)
    places = {name: linked.links("src/Use.kt", name) for name in ("watch", "awaitItem", "watchIn")}
    assert [line for line, _ in places["watch"]] == [6, 7]
    assert [line for line, _ in places["awaitItem"]] == [6, 7, 8]
    assert [line for line, _ in places["watchIn"]] == [8]
    assert [line for line, _ in linked.links("src/Use.kt", "crash")] == [6, 9]
    assert [line for line, _ in linked.links("src/Use.kt", "height")] == [7, 10]
    assert [line for line, _ in linked.links("src/Use.kt", "take")] == [9]


def test_a_library_that_the_repository_contains_is_described_by_its_own_source() -> None:
    files = {
        "flow/Flow.kt": """\
package kotlinx.coroutines.flow
class Flow<T> { fun collect() {} }
fun <T> flowOf(value: T): Flow<T> = Flow()
""",
        "use/Use.kt": """\
package use
import kotlinx.coroutines.flow.flowOf
fun use() { flowOf(1).collect() }
""",
    }
    linked = link_files(files)
    assert linked.links("use/Use.kt", "flowOf") == [(2, "flowOf"), (3, "flowOf")]
    assert linked.links("use/Use.kt", "collect") == [(3, "Flow.collect")]


def test_declarations_of_the_library_are_read() -> None:
    for package in (
        "kotlin",
        "kotlin.collections",
        "kotlin.coroutines",
        "kotlin.sequences",
        "kotlin.test",
        "kotlin.text",
        "kotlin.time",
        "kotlinx.coroutines",
        "kotlinx.coroutines.channels",
        "kotlinx.coroutines.flow",
        "kotlinx.coroutines.test",
    ):
        library = kotlin_files._library(package)
        assert library is not None
        assert library.package == package
        assert library.members[-1]
