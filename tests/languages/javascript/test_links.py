"""Names of JavaScript and TypeScript: each case has a link that the rules make, or none."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.model.linked_symbols import SymbolRef

SHOP = {
    "src/shop.ts": """
        export interface Priced { cost(): number; label?: string }
        export type Options = { deep: boolean; first: Priced } & Extra;
        interface Extra { extra: Priced }
        export abstract class Base implements Priced {
          constructor(protected readonly size: number, public options?: Options) {}
          static make(): Item { return new Item(1); }
          cost() { return this.size; }
          chain(): this { return this; }
        }
        export class Item extends Base {
          cost(): number { return super.cost() * this.size; }
        }
        export enum Colour { Red, Green }
        export default function build(options: Options): Promise<Item[]> { return load(options); }
        async function load(options: Options) { return [new Item(1)]; }
        export const price = (item: Priced) => item.cost();
    """,
    "src/index.ts": """
        export * from './shop';
        export { default as build, Colour as Color } from './shop.js';
        export * as all from './shop';
    """,
}


def linked(code: str, name: str = "app.ts", **files: str) -> Linked:
    return link_files({**SHOP, **files, name: code})


@pytest.mark.parametrize(
    ("code", "name", "target", "confidence"),
    [
        ("import { Item } from './src'; new Item(1);", "Item", "Item", "exact"),
        ("import { build as make } from './src'; make();", "make", "build", "exact"),
        ("import make from './src/shop'; make();", "make", "build", "exact"),
        ("import * as shop from './src'; shop.price(1);", "price", "price", "exact"),
        ("import { all } from './src'; all.Item.make();", "make", "Base.make", "exact"),
        ("import { Color } from './src'; Color.Red;", "Red", "Colour.Red", "exact"),
        ("import { type Priced } from './src'; let x: Priced;", "Priced", "Priced", "exact"),
        ("import { Item } from './src'; new Item(1).cost();", "cost", "Item.cost", "inferred"),
        (
            "import { Item } from './src'; const i = new Item(1); i.chain().size;",
            "size",
            "Base.size",
            "inferred",
        ),
        (
            "import { Priced } from './src'; (xs: Priced[]) => { for (const x of xs) x.cost(); }",
            "cost",
            "Priced.cost",
            "inferred",
        ),
        (
            "import { Priced } from './src'; const f = (xs: Priced[]) => xs.map(x => x.label);",
            "label",
            "Priced.label",
            "inferred",
        ),
        (
            "import { build } from './src'; async function f() { (await build(o))[0].cost(); }",
            "cost",
            "Item.cost",
            "inferred",
        ),
        (
            "import { Options } from './src'; const f = ({ first }: Options) => first.cost();",
            "cost",
            "Priced.cost",
            "inferred",
        ),
        (
            "import { Options } from './src'; const f = (o?: Options) => o!.extra;",
            "extra",
            "Extra.extra",
            "inferred",
        ),
        (
            "import { Item } from './src'; const m = new Map<string, Item>(); m.get('a')!.cost();",
            "cost",
            "Item.cost",
            "inferred",
        ),
        ("const { Item } = require('./src'); Item.make();", "make", "Base.make", "exact"),
    ],
)
def test_the_rules_and_declared_types_lead_to_definitions(
    code: str, name: str, target: str, confidence: str
) -> None:
    found = linked(code)
    assert {each for _, each in found.links("app.ts", name)} == {target}
    assert found.confidences("app.ts", name)[-1] == confidence


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("function f(item) { item.cost(); }", "cost"),  # no type
        ("import { Item } from 'elsewhere'; new Item(1);", "Item"),
        ("import { missing } from './src'; missing();", "missing"),
        ("import { Item } from './src'; function f(Item) { Item(); }", "Item()"),
        ("import { Item } from './src'; () => { let Item = 1; return Item; }", "Item;"),
        ("import shop from './src'; shop();", "shop"),  # stars pass no default on
        ("import { Item, Priced } from './src'; let x: Item | Options; x.cost();", "cost"),
    ],
)
def test_an_equal_name_is_no_link(code: str, name: str) -> None:
    found = linked(code)
    wanted = name.rstrip("();")
    last = code.rindex(wanted)
    assert all(link.column != last for link in found.references("app.ts"))


def test_what_a_file_uses_of_itself() -> None:
    found = linked("")
    assert (11, "Base.cost") in found.links("src/shop.ts", "cost")
    assert ("src/shop.ts", found.confidences("src/shop.ts", "size")[0]) == ("src/shop.ts", "exact")
    item, base = found.symbol("src/shop.ts", "Item"), found.symbol("src/shop.ts", "Base")
    priced = found.symbol("src/shop.ts", "Priced")
    links = found.repository.links
    assert links.bases[item] == (base,)
    assert links.subclasses[priced] == (base,)
    cost = found.symbol("src/shop.ts", "Item.cost")
    assert links.overrides[cost] == found.symbol("src/shop.ts", "Base.cost")


def test_components_are_calls_and_their_closing_tags_names() -> None:
    found = linked(
        "import { Box } from './box';\nexport const a = <Box wide><p>{Box}</p></Box>;\n",
        "app.tsx",
        **{"box.tsx": "export function Box(props: {}) { return <div/>; }\n"},
    )
    kinds = [link.kind for link in found.references("app.tsx") if link.symbol.path == "box.tsx"]
    assert kinds == ["import", "import", "call", "name", "name"]
    assert [use.scope for use in found.repository.links.uses.of(found.symbol("box.tsx", "Box"))]


def test_modules_of_node_give_what_is_assigned_to_exports() -> None:
    found = link_files(
        {
            "a.js": """
                const { run, Job } = require('./b');
                const all = require('./b');
                run(); all.run(); new Job().start();
            """,
            "b.js": """
                function run() {}
                class Job { start() {} }
                module.exports = { run, Job };
            """,
        }
    )
    assert found.links("a.js", "run") == [(1, "run"), (3, "run"), (3, "run")]
    assert found.links("a.js", "start") == [(3, "Job.start")]


def test_the_default_of_a_module_of_node_is_all_that_it_gives() -> None:
    found = link_files(
        {
            "run.cjs": "exports.handler = function () {};\n",
            "commands.js": "export { default as run } from './run.cjs';\n",
            "main.js": "import { run } from './commands.js';\nrun.handler();\n",
        }
    )
    assert found.links("main.js", "handler") == [(2, "handler")]


def test_an_import_that_is_erased_closes_no_cycle() -> None:
    code = {"b.ts": "import type { A } from './a'; export class B { a?: A }\n"}
    a = "import { B } from './b'; export class A { b = new B() }\n"
    types = link_files({"a.ts": a, **code})
    assert types.repository.links.cycles == ()
    values = link_files({"a.ts": a, "b.ts": code["b.ts"].replace("type ", "")})
    assert len(values.repository.links.cycles) == 1


def test_a_signature_and_a_comment_find_names_where_they_stand() -> None:
    found = linked("import { Item } from './src';\nexport function f(x: Item) {}\n")
    names = found.index.names.of("app.ts")
    assert names is not None
    item = found.symbol("src/shop.ts", "Item")
    assert names.look_up("app.ts", 0, "Item") == item
    assert names.look_up("app.ts", 0, "Item.cost") == found.symbol("src/shop.ts", "Item.cost")
    assert names.look_up("app.ts", 0, "Missing") is None
    assert names.mentioned("app.ts", 0, "Item", marked=True).symbol == item


def test_names_that_lead_back_to_themselves_end() -> None:
    found = link_files(
        {
            "a.ts": "export * from './b'; export const x = y; const y = x; x.go();\n",
            "b.ts": "export * from './a'; export class C extends C {}; new C().go();\n",
        }
    )
    assert found.links("a.ts", "go") == []
    assert found.links("b.ts", "go") == []


@pytest.mark.parametrize(
    "code",
    [
        "const o: Options = { deep: true };",
        "const o = { deep: true } satisfies Options;",
        "const o = flag ? undefined : ({ deep: true } as Options);",
        "function f(o: Options = { deep: true }) {}",
        "const f = (): Options => ({ deep: true });",
        "async function f(): Promise<Options> { return { deep: true }; }",
        "class A { options: Options = { deep: true }; }",
        "let all: Options[]; all = [{ deep: true }];",
        "const f = (deep: boolean): Options => ({ deep });",
    ],
)
def test_keys_of_object_literals_are_members_of_the_declared_type(code: str) -> None:
    found = linked(f"import type {{ Options }} from './src';\nlet flag;\n{code}")
    assert found.links("app.ts", "deep") == [(3, "Options.deep")]


def test_keys_of_literals_in_literals_are_members_of_the_members_type() -> None:
    code = "import type { Options } from './src';\nconst o: Options = { first: { label: '' } };"
    assert linked(code).links("app.ts", "label") == [(2, "Priced.label")]


@pytest.mark.parametrize(
    ("body", "name", "target"),
    [
        ("const { deep, ...others } = o; others.first;", "first", "Options.first"),
        ("const { deep, ...others } = o; others.first.cost();", "cost", "Priced.cost"),
        ("const { first: { label, ...more } } = o; more.cost();", "cost", "Priced.cost"),
        ("const [one, ...more] = [o.first]; more[0].cost();", "cost", "Priced.cost"),
        ("const copy = { a: 1, ...o }; copy.first;", "first", "Options.first"),
        ("const copy = { ...o, deep: true }; copy.first.cost();", "cost", "Priced.cost"),
        ("const copy = { ...o, first: other }; copy.first;", "first", ""),
        ("const copy = { ...o, [key]: other }; copy.first;", "first", ""),
        ("const copy = { ...o, ...other() }; copy.first;", "first", ""),
        ("const copy = { ...o, get first() { return other; } }; copy.first;", "first", ""),
        ("let copy = { ...copy }; copy.first;", "first", ""),
        ("other(({ deep, ...more }) => more.first);", "first", ""),
        ("const f = (deep, ...more) => more.first;", "first", ""),
    ],
)
def test_rests_and_copies_have_the_members_of_the_whole(body: str, name: str, target: str) -> None:
    code = f"import type {{ Options }} from './src';\nfunction f(o: Options) {{ {body} }}"
    found = linked(code).links("app.ts", name)
    assert (target in {meant for _, meant in found}) if target else not found


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("const f = ({ item }: { item: Priced }) => item.cost();", "Priced.cost"),
        ("const f = ({ item }: { item?: Priced; x: 1 } = {}) => item.cost();", "Priced.cost"),
        ("const f = (o: { a: { b: Priced } }) => o.a.b.cost();", "Priced.cost"),
        ("const f = ({ a: { b } }: { a: { b: Priced } }) => b.cost();", "Priced.cost"),
        ("const f = (o: Readonly<{ b: Priced }>) => o.c.cost();", ""),
        ("const f = (o: { all: Priced[] }) => o.all[0].cost();", "Priced.cost"),
        ("const f = (o: { get(): Priced }) => o.get().cost();", "Priced.cost"),
        ("const f = (o: { get: () => Priced }) => o.get().cost();", "Priced.cost"),
        (
            "(o as unknown as { each: (f: (p: Priced) => void) => 1 }).each((p) => p.cost());",
            "Priced.cost",
        ),
        ("const f = (o: { a(): Priced; a(n: 1): Item }) => o.a(1).cost();", ""),
        ("const f = (o: { a: Priced }) => o.b.cost();", ""),
        ("const f = (o: { [key: string]: Priced }) => o.key.cost();", ""),
        ("const f = <Priced>({ item }: { item: Priced }) => item.cost();", ""),
    ],
)
def test_members_of_types_that_are_written_in_place(code: str, target: str) -> None:
    found = linked(f"import type {{ Item, Priced }} from './src';\n{code}")
    assert found.links("app.ts", "cost") == ([(2, target)] if target else [])


@pytest.mark.parametrize("written", ["Options['first']", "Options['first'] | null", "typeof price"])
def test_a_member_of_a_type_in_place_is_not_what_its_type_names(written: str) -> None:
    code = f"""\
import {{ type Options, price }} from './src';
const f = ({{ first }}: {{ first: {written} }}) => first;
const g = (o: {{ first: {written} }}) => o.first;
"""
    assert linked(code).links("app.ts", "first") == []


def test_keys_of_other_object_literals_mean_nothing() -> None:
    code = "import { price } from './src';\nconst o: any = { deep: 1, price };\nother({ cost: 1 });"
    found = linked(code)
    assert not found.links("app.ts", "deep")
    assert not found.links("app.ts", "cost")
    assert found.links("app.ts", "price") == [(1, "price"), (2, "price")]


TAKES = """
    export interface Event { code: number }
    export interface Options { name: string; onEnd?: (event: Event) => Options; many: Options[] }
    export type Handler = (event: Event, options: Options) => Options;
    export interface Maker { (options: Options): Event; <T>(options: Options, more: T): Event }
    export function configure(this: Event, first: string, options: Options): Event;
    export class Client {
      constructor(options: Options) {}
      on(name: string, handler: Handler): void {}
    }
    export class Sub extends Client {}
    export const persist = load() as unknown as <T>(first: T, options: Options) => T;
    export declare const make: Maker;
    export function two(options: Options): void;
    export function two(event: Event): void;
    export function two(either: any) {}
    export function one(options: string): void;
    export function one(options: Options): void;
    export function one(either: any) {}
    export function rest(...all: Options[]) {}
    export function same<Options>(options: Options) {}
    export const View = (props: Options) => null;
"""


@pytest.mark.parametrize(
    ("code", "name", "target"),
    [
        ("configure('', { name: '' });", "name", "Options.name"),
        ("configure('', { many: [{ name: '' }] });", "name", "Options.name"),
        ("configure('', flag ? { name: '' } : other);", "name", "Options.name"),
        ("configure('', { onEnd: (event) => event.code });", "code", "Event.code"),
        ("configure('', { onEnd: () => ({ name: '' }) });", "name", "Options.name"),
        ("configure(...flag, { name: '' });", "name", ""),
        ("configure({ name: '' });", "name", ""),
        ("new Client({ name: '' });", "name", "Options.name"),
        ("new Sub({ name: '' });", "name", "Options.name"),
        ("new Sub(x).on('', (event, { name }) => event.code);", "code", "Event.code"),
        ("new Sub(x).on('', (event, { name }) => event.code);", "name", "Options.name"),
        ("const f: Handler = (event, options) => options.name;", "name", "Options.name"),
        ("const f: Handler = (event, options = {}) => options.name;", "name", "Options.name"),
        ("persist(1, { name: '' });", "name", "Options.name"),
        ("make({ name: '' });", "name", "Options.name"),
        ("make({ name: '' }).code;", "code", "Event.code"),
        ("two({ name: '' });", "name", ""),
        ("one({ name: '' });", "name", "Options.name"),
        ("rest({ name: '' });", "name", ""),
        ("same({ name: '' });", "name", ""),
        ("let v = <View name='' />;", "name", "Options.name"),
        ("let v = <View many={[{ name: '' }]} />;", "name", "Options.name"),
        ("let v = <view name='' />;", "name", ""),
    ],
)
def test_arguments_have_the_types_of_parameters(code: str, name: str, target: str) -> None:
    taken = "configure, Client, Sub, Handler, persist, make, two, one, rest, same, View"
    files = {"takes.ts": TAKES, "app.tsx": f"import {{ {taken} }} from './takes';\n{code}"}
    assert link_files(files).links("app.tsx", name) == ([(2, target)] if target else [])


def test_the_handler_of_a_failure_is_not_given_what_a_promise_holds() -> None:
    code = "import { build } from './src';\nbuild().then((x) => 1, (error) => error.length);"
    assert not linked(code).links("app.ts", "length")


def test_types_are_exported_as_the_default_after_their_declaration() -> None:
    files = {
        "token.ts": "type Token = { name: string };\nexport default Token;\n",
        "app.ts": "import Token from './token';\nlet t: Token = { name: '' };\n",
    }
    found = link_files(files)
    assert found.links("app.ts", "Token") == [(1, "Token"), (2, "Token")]
    assert found.links("app.ts", "name") == [(2, "Token.name")]


def test_a_script_has_the_types_that_the_declarations_beside_it_state() -> None:
    files = {
        "atom.js": "export let atom = (x) => wrap(x);\n",
        "atom.d.ts": "export interface Atom { get(): number }\nexport function atom(): Atom;",
        "app.js": "import { atom } from './atom.js';\natom(1).get();\n",
    }
    found = link_files(files)
    assert found.links("app.js", "get") == [(2, "Atom.get")]
    assert {each.symbol.path for each in found.references("app.js")} == {"atom.js", "atom.d.ts"}


def test_an_alias_of_the_repository_has_the_members_of_its_argument() -> None:
    code = """\
import type { Options, Priced } from './src';
type Sure<T, K = keyof T> = T & { [P in K]-?: T[P] };
type Inner = Sure<Omit<Options, 'extra'>, 'deep'> & { more: Sure<Priced> };
const f = (o: Inner) => { o.deep; o.more.cost(); };
"""
    found = linked(code)
    assert found.links("app.ts", "deep") == [(4, "Options.deep")]
    assert found.links("app.ts", "cost") == [(4, "Priced.cost")]


def test_what_may_also_be_a_number_or_a_text_has_the_members_of_the_type() -> None:
    code = (
        "import type { Options, Item } from './src';\n"
        "const f = (o: number | 'all' | Options, p: Item | Options) => { o.deep; p.deep; };"
    )
    assert linked(code).links("app.ts", "deep") == [(2, "Options.deep")]


def test_calls_in_the_file_of_an_overloaded_function_lead_to_its_implementation() -> None:
    code = """
        export function sell(): void
        export function sell(what?: string): void {}
        sell()
    """
    uses = link_files({"a.ts": code}).repository.links.uses
    assert [use.line for use in uses.of(SymbolRef("a.ts", 1))] == [3]
    assert not list(uses.of(SymbolRef("a.ts", 0)))


def test_the_implementation_of_overloads_implements() -> None:
    code = """
        export interface Shop { sell(): void; sell(what: string): void }
        export class Stall implements Shop {
          sell(): void;
          sell(what: string): void;
          sell(what?: string) {}
        }
    """
    overrides = link_files({"a.ts": code}).repository.links.overrides
    assert [overriding.position for overriding in overrides] == [6]


def test_an_object_that_is_made_like_a_class_is_no_class() -> None:
    """Declarations of browsers state a class as an interface and an object of one name."""
    types = """
        export interface Store { open(name: string): Shelf }
        declare const Store: { prototype: Store; new(): Store }
        export interface Shelf { count(): number }
        export declare const store: Store
    """
    app = "import { store } from './types'; const made = new store(); made.open('a').count();"
    found = linked(app, **{"types.d.ts": types})
    assert found.links("app.ts", "store") == [(1, "store"), (1, "store")]
    assert found.links("app.ts", "open") == []
