"""Members under symbols: what is set under a constant key is what a look-up by it leads to."""

from __future__ import annotations

from textwrap import dedent

import pytest
from support.linked import Linked, link_files

SYMBOLS = """
    const writeKey = Symbol('write')
    const sizeKey = Symbol.for('size')
    const plain = 'plain'
    module.exports = { writeKey, sizeKey, plain }
"""
WRITER = """
    const { writeKey, sizeKey, plain } = require('./symbols')
    const prototype = { [writeKey]: write, [sizeKey]: 3, [plain]: write }
    function write (line) { return line }
    module.exports = prototype
"""


def linked(code: str, **files: str) -> Linked:
    return link_files({"symbols.js": SYMBOLS, "writer.js": WRITER, "use.js": code, **files})


def keyed(found: Linked, path: str = "use.js") -> list[tuple[int, str]]:
    """Line and target of each look-up by a key, which stand at the bracket."""
    return found.links(path, "[")


def test_a_call_by_a_symbol_leads_to_the_function_that_is_kept_under_it() -> None:
    found = linked("""
        const { writeKey } = require('./symbols')
        function log (line) { this[writeKey](line) }
        const take = (logger) => logger[writeKey]
    """)
    assert keyed(found) == [(2, "write"), (3, "write")]
    assert set(found.confidences("use.js", "[")) == {"inferred"}
    assert _kinds(found) == ["call", "name"]
    assert (2, "writeKey") in found.links("use.js", "writeKey")


def _kinds(found: Linked) -> list[str]:
    return [
        reference.kind
        for reference in found.references("use.js")
        if found.text("use.js", reference) == "["
    ]


def test_a_key_may_be_taken_out_of_a_module_as_a_whole() -> None:
    found = linked("""
        const symbols = require('./symbols')
        const { writeKey } = symbols
        function log (line) { this[writeKey](line) }
    """)
    assert keyed(found) == [(3, "write")]


def test_methods_and_assignments_are_kept_as_well() -> None:
    found = linked("""
        const openKey = Symbol('open'), closeKey = Symbol('close')
        class Door { [openKey] () { this[closeKey]() } }
        function shut () {}
        Door.prototype[closeKey] = shut
        function use (door) { door[openKey]() }
    """)
    assert keyed(found) == [(2, "shut"), (5, "Door.[openKey]")]


def test_of_several_members_of_one_key_the_own_class_decides() -> None:
    found = linked("""
        const openKey = Symbol('open')
        class Door { [openKey] () {} }
        class Gate { [openKey] () {} swing () { this[openKey]() } }
        function use (door) { door[openKey](); new Door()[openKey]() }
    """)
    assert keyed(found) == [(3, "Gate.[openKey]"), (4, "Door.[openKey]")]


@pytest.mark.parametrize(
    "code",
    [
        # A key that is no symbol.
        "const { plain } = require('./symbols'); function f () { this[plain]() }",
        # A parameter of the same name.
        "const { writeKey } = require('./symbols'); function f (writeKey) { this[writeKey]() }",
        # What is kept is no definition.
        "const { sizeKey } = require('./symbols'); function f () { this[sizeKey]() }",
        # Something that is not known is kept elsewhere.
        """
        const { writeKey } = require('./symbols')
        function f (other) { other[writeKey] = other.make(); this[writeKey]() }
        """,
        # A key of another project.
        "const { writeKey } = require('elsewhere'); function f () { this[writeKey]() }",
    ],
)
def test_other_keys_lead_nowhere(code: str) -> None:
    assert keyed(linked(dedent(code))) == []


def test_elements_by_a_constant_number_are_still_elements() -> None:
    found = link_files(
        {
            "use.ts": """
                const FIRST = 0
                class Item { cost() {} }
                function f(items: Item[]) { items[FIRST].cost() }
            """
        }
    )
    assert (3, "Item.cost") in found.links("use.ts", "cost")


def test_keys_that_lead_back_to_themselves_end_in_no_answer() -> None:
    found = linked("""
        const first = second[first], second = first[second]
        const held = { [first]: held, [second]: first }
        held[first]()
    """)
    assert keyed(found) == []
