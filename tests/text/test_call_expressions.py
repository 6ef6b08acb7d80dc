"""Calls in code that documents show, in whatever language."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.call_expressions import call_events
from mkdocs_repodoc.text.code_reading.code_events import (
    CallExpression,
    Derived,
    ElementExpression,
    Event,
    Iterated,
    Kept,
    MemberExpression,
    NameExpression,
    Value,
)


def read(code: str) -> list[Event]:
    lines = dedent(code).strip("\n").split("\n")
    return list(call_events([CodeLine(number, 0, line) for number, line in enumerate(lines, 1)]))


def written(value: Value | None) -> str:
    if value is None:
        return "?"
    if isinstance(value, NameExpression):
        return value.name
    if isinstance(value, MemberExpression):
        return f"{written(value.of)}.{value.name}"
    if isinstance(value, ElementExpression):
        return f"{written(value.of)}[]"
    return f"{written(value.of)}({value.arguments})"


def calls(code: str) -> list[tuple[str, int]]:
    found = [event for event in read(code) if isinstance(event, CallExpression)]
    return [(written(each), each.line) for each in found]


def kept(code: str) -> list[tuple[str, str, str]]:
    found = [event for event in read(code) if isinstance(event, Kept)]
    return [(each.name, written(each.value), written(each.declared)) for each in found]


def test_a_chain_of_calls_over_lines() -> None:
    code = """
        client.get("a, b") // not (this)
            .header('x', 1)
            .send();
        """

    assert calls(code) == [
        ("client.get(1)", 1),
        ("client.get(1).header(2)", 2),
        ("client.get(1).header(2).send(0)", 3),
    ]


def test_what_a_value_holds_is_called_on() -> None:
    code = """
        db["dogs"].insert([{"id": 1}], key=ids["x"])
        rows = db["dogs"]
        [1, 2].map(x)
        """

    assert calls(code) == [("db[].insert(2)", 1)]
    assert kept(code)[-1] == ("rows", "db[]", "?")


def test_arguments_are_called_first() -> None:
    assert calls("outer(first(1), second());") == [
        ("first(1)", 1),
        ("second(0)", 1),
        ("outer(2)", 1),
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("const app = new App(1);", ("app", "App(1)", "?")),
        ("app := kit.New()", ("app", "kit.New(0)", "?")),
        ("app, err := kit.New()", ("app", "kit.New(0)", "?")),
        ("let mut app = kit::App::new();", ("app", "kit.App.new(0)", "?")),
        ("let app: App = make();", ("app", "make(0)", "App")),
        ("App app = App.builder().build();", ("app", "App.builder(0).build(0)", "App")),
        ("kit::App app(1, 2);", ("app", "kit.App(2)", "kit.App")),
        ("List<String> found = app.find();", ("found", "app.find(0)", "List")),
        ("app = App()", ("app", "App(0)", "?")),
        ("with App(1) as app:", ("app", "App(1)", "?")),
        ("app := kit.App{Port: 1}", ("app", "kit.App(1)", "?")),
    ],
)
def test_variables_of_many_languages(code: str, expected: tuple[str, str, str]) -> None:
    assert kept(code)[0] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("for each in Bar(range(3)):\n    go(each)", ["Bar(1)"]),
        ("async for key, each in bars.all():\n    pass", ["bars.all(0)"]),
        ("for each in bars:\n    pass", []),
        ("if key in Bar(1):\n    pass", []),
        ("x = {each: 1 for each in Bar(1)}\ny: int = Bar(2)", []),
    ],
)
def test_a_loop_goes_through_what_a_call_gives(code: str, expected: list[str]) -> None:
    found = [event for event in read(code) if isinstance(event, Iterated)]
    assert [written(each.value) for each in found] == expected


def test_the_head_of_a_function_calls_nothing() -> None:
    assert calls("int main(int argc, char** argv) {\n  run();\n}") == [("run(0)", 2)]
    assert calls("fn main() {\n    run();\n}") == [("run(0)", 2)]
    assert calls("def main(x):\n    run()") == [("run(0)", 2)]


def test_decorators_and_templates_are_called() -> None:
    assert calls("@app.route('/')\ndef index(): ...") == [("app.route(1)", 1)]
    assert calls("@checked\ndef index(): ...") == [("checked(1)", 1)]
    assert calls("await run`npm test`;") == [("run(1)", 1)]


def test_type_arguments_are_no_comparison() -> None:
    assert calls("app.add<Foo, Bar>(1); a < b(2);") == [("app.add(1)", 1), ("b(1)", 1)]


@pytest.mark.parametrize(
    "code",
    [
        "class Mine(Base, other=1):\n    pass",
        "class Mine extends Base {\n}",
        "public class Mine : Base {\n}",
        "class Mine : public kit::Base {\n};",
    ],
)
def test_a_class_is_made_from_others(code: str) -> None:
    (derived,) = [event for event in read(code) if isinstance(event, Derived)]

    assert derived.name == "Mine"
    assert "Base" in derived.bases


@pytest.mark.parametrize(
    "code", ["((((", "))))", "a.b.", "new", "x =", "class", "f(`", "<<<>>>", "@"]
)
def test_broken_code_ends(code: str) -> None:
    read(code)
