"""Members of values whose types depend on what a call, or a type, puts in for type parameters."""

from __future__ import annotations

import time

import pytest
from support.linked import Linked, link_files

SHELF = {
    "src/shelf.ts": """
        export interface Shelf<T> { put(item: T): void; first: () => T; size: number }
        export interface Layers<S, A> {}
        export type Layer = keyof Layers<unknown, unknown>;
        export type Layered<S, Ls> = number extends Ls['length' & keyof Ls] ? S
          : Ls extends [] ? S
          : Ls extends [[infer L, infer A], ...infer Rest]
            ? Layered<Layers<S, A>[L & Layer], Rest> : never;
        export type Maker<T, Ls extends [Layer, unknown][] = []> =
          ((put: Get<Layered<Shelf<T>, []>, 'put', never>, all: Layered<Shelf<T>, []>) => T)
          & { $layers?: Ls };
        type Get<T, K, F> = K extends keyof T ? T[K] : F;
        type Make = {
          <T, Ls extends [Layer, unknown][] = []>(maker: Maker<T, Ls>): Layered<Shelf<T>, Ls>;
          <T>(): <Ls extends [Layer, unknown][] = []>(maker: Maker<T, Ls>) => Layered<Shelf<T>, Ls>;
        };
        export type Content<S> = S extends { first: () => infer T } ? T : never;
        export const make = ((maker?: any) => maker) as Make;
        declare function taken<S>(shelf: S, pick: (item: Content<S>) => void): Content<S>;
    """,
    "src/locked.ts": """
        import type { Maker, Layer } from './shelf';
        type Write<T, U> = Omit<T, keyof U> & U;
        type Lock = { put: (key: string) => void; unlock(): void };
        type Locking = <T, Ls extends [Layer, unknown][] = []>(
          maker: Maker<T, Ls>) => Maker<T, [['locked', never], ...Ls]>;
        declare module './shelf' {
          interface Layers<S, A> { locked: Write<S, Lock> }
        }
        export const locked = ((maker: any) => maker) as unknown as Locking;
    """,
    "src/page.ts": "export interface Page { title: string }",
}


def linked(code: str) -> Linked:
    head = (
        "import { make } from './src/shelf'; import { locked } from './src/locked';"
        "import type { Page } from './src/page'; declare const page: Page;"
    )
    return link_files({**SHELF, "use.ts": f"{head}\n{code}"})


@pytest.mark.parametrize(
    ("code", "name", "target"),
    [
        ("make(() => page).first();", "first", "Shelf.first"),
        ("make(() => page).put(page);", "put", "Shelf.put"),
        ("const s = make(locked(() => page)); s.size;", "size", "Shelf.size"),
        ("const s = make(locked(() => page)); s.unlock();", "unlock", "Lock.unlock"),
        ("const s = make(locked(() => page)); s.put('key');", "put", "Lock.put"),
        ("make(locked(locked(locked(locked(() => page))))).put('key');", "put", "Lock.put"),
        ("make<Page>()(() => page).first().title;", "title", "Page.title"),
        ("make<Page>()(locked(() => page)).first().title;", "title", "Page.title"),
        ("make<Page>((put, all) => all.first());", "first", "Shelf.first"),
        ("make<Page>()((put, all) => { all.first().title; return page });", "title", "Page.title"),
    ],
)
def test_a_member_is_found_where_the_type_is_worked_out(code: str, name: str, target: str) -> None:
    found = linked(code)
    assert (2, target) in found.links("use.ts", name)
    assert set(found.confidences("use.ts", name)) == {"inferred"}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        # What the layers are is not known: the members that they may replace are not decided.
        ("declare const any: any; make(any).put(page);", "put"),
        ("declare const any: any; make(any()).put(page);", "put"),
        ("declare const any: any; make(locked(any)).unlock();", "unlock"),
        ("make(() => page).unlock();", "unlock"),
        ("make().first();", "first"),
        ("make(() => page).first().title;", "title"),
    ],
)
def test_nothing_is_said_where_it_is_not_decided(code: str, name: str) -> None:
    assert linked(code).links("use.ts", name) == []


def test_what_all_layers_leave_is_found_without_knowing_them() -> None:
    found = linked("declare const any: any; make(any).size;")
    assert found.links("use.ts", "size") == [(2, "Shelf.size")]


def test_types_that_lead_back_to_themselves_end() -> None:
    began = time.process_time()
    found = link_files(
        {
            "loop.ts": """
                interface Held<T> { inner: T }
                type Twice<T> = T extends Held<infer U> ? Twice<Held<U> & Held<T>> | Twice<U> : T;
                type Deep<T> = Deep<Held<Deep<T>>> | Twice<Deep<T>>;
                declare function deep<T>(of: T): Deep<T>;
                deep(deep(deep(1))).inner.inner;
            """
        }
    )
    assert found.links("loop.ts", "inner") == []
    assert time.process_time() - began < 5
