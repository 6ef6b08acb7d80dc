"""Members of what promises give, through chains of calls and unions with what is no promise."""

from __future__ import annotations

import pytest
from support.linked import link_files

MILL = """
    export interface Flour { weight: number; note: string }
    export type Grind = (grain: string) => Flour | Promise<Flour> | null;
    export declare function grind(grain: string): Promise<Flour>;
    export declare const mills: Record<string, Grind>;
"""


def uses(code: str) -> list[int]:
    """Return the lines at which the code of a file uses the fields of what is ground."""
    head = "import { grind, mills, type Grind, type Flour } from './mill';\n"
    linked = link_files({"src/mill.ts": MILL, "src/shop.ts": head + code})
    fields = (linked.symbol("src/mill.ts", name) for name in ("Flour.weight", "Flour.note"))
    found = (use for ref in fields for use in linked.repository.links.uses.of(ref))
    return [use.line for use in found if use.path == "src/shop.ts"]


@pytest.mark.parametrize(
    "code",
    [
        "async function f(g: Grind) { const sack = await g(''); sack.weight; }",
        "async function f(k: string) { const g = mills[k]; (await g('')).weight; }",
        "grind('').then((sack) => sack).then((sack) => sack.weight);",
        "grind('').catch(() => { throw new Error('no'); }).then((sack) => sack.weight);",
        "grind('').finally(() => close()).then((sack) => sack.weight);",
        "Promise.resolve().then(() => grind('')).then((sack) => sack.weight);",
        "Promise.resolve().then((): Flour => made()).then((sack) => sack.weight);",
        "async function f(g: Grind) { const a = await wait().then(() => g('')); a.weight; }",
    ],
)
def test_members_of_what_is_promised_are_links(code: str) -> None:
    assert len(uses(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "grind('').catch(() => ({ weight: 1 })).then((sack) => sack.weight);",
        "grind('').then(() => 3).then((sack) => sack.weight);",
        "grind('').then(named).then((sack) => sack.weight);",
        "async function f(g: () => Flour | Promise<string>) { (await g()).weight; }",
    ],
)
def test_what_may_be_something_else_is_no_link(code: str) -> None:
    assert uses(code) == []
