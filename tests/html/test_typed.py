from __future__ import annotations

import re
from typing import Literal

import pytest
from markup import HOSTILE, dangers, elements, text_of
from sample_page import ITEM_PAGE, NAMES, answering

from mkdocs_repodoc.html.type_expressions import TypedRenderer
from mkdocs_repodoc.model.blocks import Typed, WebLink
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext


@pytest.fixture
def typed(context: RenderContext) -> TypedRenderer:
    return TypedRenderer(context, Addresses(context, ITEM_PAGE))


def linked(html: str) -> list[str]:
    return [attributes["href"] for tag, attributes in elements(html) if tag == "a"]


MONEY = "../money.py_docs/#shop.money.Money"


@pytest.mark.parametrize(
    "text", ["Money", "list[Money]", "shop.money.Money | None", "'Money'", 'dict[str, "Money"]']
)
def test_names_in_a_type_are_links(text: str, typed: TypedRenderer) -> None:
    html = typed.render(Typed(text, "shop/item.py"))
    assert linked(html) == [MONEY]
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("text", "form", "names"),
    [
        ("a list of tax numbers, or Money", "type", ["list", "of", "tax", "numbers", "Money"]),
        ("a list of tax numbers, or Money", "words", ["list", "Money"]),
        ("any type of item", "words", ["item"]),  # a class may be written in small letters
        ("any type of item", "type", ["any", "type", "of", "item"]),
        ("np.ndarray or round_up", "words", ["np.ndarray", "round_up"]),
    ],
)
def test_words_about_a_type_are_links_only_if_they_name_one(
    text: str, form: Literal["type", "words"], names: list[str], context: RenderContext
) -> None:
    known = {"tax": NAMES["TAX"], "numbers": NAMES["round_up"], "item": NAMES["Item"]}
    context = answering(
        context,
        look_up=lambda _path, _scope, name: (known | NAMES).get(name),
        look_up_external=lambda _path, _scope, name: (
            WebLink(name, f"https://x.example/{name}") if name not in {"a", "or"} else None
        ),
    )
    typed = TypedRenderer(context, Addresses(context, ITEM_PAGE))
    html = str(typed.render(Typed(text, "shop/item.py", form=form)))
    assert re.findall(r"<a [^>]*>([\w.]+)</a>", html) == names


def test_a_parameters_name_is_no_link(typed: TypedRenderer) -> None:
    html = typed.signature(
        Typed("(Money, TAX=TAX, *Item, round_up: Money = Money(1)) -> Item", "shop/item.py"),
        "f",
        "function",
    )
    assert linked(html) == ["#shop.item.TAX", MONEY, MONEY, "#shop.item.Item"]


@pytest.mark.parametrize(
    ("text", "linked_names"),
    [
        ('"Money"', ["Money"]),
        ('Optional["Money"] | "Item"', ["Money", "Item"]),
        ('("Money")', []),
        (
            '(x: "Money", *, y: Item | "Money" = "Item") -> "Item"',
            ["Money", "Item", "Money", "Item"],
        ),
        ('(how: str = "round_up", then="TAX", last: "Money" = TAX)', ["Money", "TAX"]),
        ('Callable[["Money"], "Item"]', ["Money", "Item"]),
        ('Literal["TAX", "Money"]', []),
        ('Annotated[Item, "Money"]', ["Item"]),
        ('dict[str, Literal["TAX"]]', []),
        (': TypeAlias = Union["Money", Item]', ["Money", "Item"]),
        (': str = "Money"', []),
        (' = ["Money", "Item"]', []),
        (' = {"Money": Money}', ["Money"]),
        (' = environ["TAX"]', []),
        (' = namedtuple("Money", "TAX")', []),
        ('register("Money", Money, {"TAX": TAX}, Item=round_up)', ["Money", "TAX", "round_up"]),
        ("register(Item == Money)", ["Item", "Money"]),
        ('b"Money"', []),
    ],
)
def test_a_string_is_a_link_only_where_a_type_is_expected(
    text: str, linked_names: list[str], typed: TypedRenderer
) -> None:
    html = str(typed.expression(Typed(text, "shop/item.py")))
    assert re.findall(r"<a [^>]*>(\w+)</a>", html) == linked_names
    assert text_of(html) == text


def test_a_value_is_no_type(typed: TypedRenderer) -> None:
    assert not linked(typed.expression(Typed('"Money"', "shop/item.py", form="value")))
    assert linked(typed.expression(Typed("Money", "shop/item.py", form="value")))


def test_arguments_of_a_decorator_are_links(typed: TypedRenderer) -> None:
    assert linked(typed.expression(Typed("register(Money)", "shop/item.py"))) == [MONEY]


def test_the_name_stands_in_front_of_a_signature_once(typed: TypedRenderer) -> None:
    for text in ("(x) -> int", "go(x) -> int"):
        assert text_of(typed.signature(Typed(text, ""), "go", "function")) == "go(x) -> int"
    assert text_of(typed.signature(Typed(": int = 3", ""), "n", "attribute")) == "n: int = 3"
    for text in ("<T>", "<T>(value: T) -> T"):
        assert text_of(typed.signature(Typed(text, ""), "Sum", "struct")) == f"Sum{text}"


def test_a_long_signature_has_a_parameter_on_each_line(typed: TypedRenderer) -> None:
    parameters = [f"parameter_{n}: dict[str, tuple[int, int]] = {{}}" for n in range(3)]
    text = text_of(
        typed.signature(Typed(f"({', '.join(parameters)}) -> None", ""), "f", "function")
    )
    assert text.splitlines() == [
        "f(",
        *(f"    {p}," for p in parameters[:2]),
        f"    {parameters[2]}",
        ") -> None",
    ]


@pytest.mark.parametrize(
    "text", ["(", ")", "(((", "a[", "'unclosed", "() -> (", "(,)", "é.ü", *HOSTILE]
)
def test_anything_is_shown_as_it_is(text: str, typed: TypedRenderer) -> None:
    html = typed.render(Typed(text, "shop/item.py"))
    assert not dangers(html)
    signature = typed.signature(Typed(text * 30, ""), "f", "function")
    assert not dangers(signature)
    if "\x00" not in text:
        assert text_of(html) == text


def test_names_of_other_projects_lead_there_quietly(context: RenderContext) -> None:
    def elsewhere(path: str, scope: int, name: str) -> WebLink | None:
        assert (path, scope) == ("shop/item.py", -1)
        known = {"np.ndarray": WebLink("numpy.ndarray", "https://np.example/a?b&c#d", 'An "array"')}
        return known.get(name)

    context = answering(context, look_up_external=elsewhere)
    typed = TypedRenderer(context, Addresses(context, ITEM_PAGE))
    html = typed.render(Typed("dict[Money, np.ndarray] | np.other", "shop/item.py"))
    assert linked(html) == [MONEY, "https://np.example/a?b&c#d"]
    (_, outside) = [attributes for tag, attributes in elements(html) if tag == "a"]
    assert outside["rel"] == "external"
    assert outside["title"] == 'An "array"'
    assert text_of(html) == "dict[Money, np.ndarray] | np.other"


@pytest.mark.parametrize("number", ["1e-3", "2.5E+10", "0xE", "1_000", "3j"])
def test_a_number_has_one_colour(number: str, typed: TypedRenderer) -> None:
    html = typed.signature(Typed(f"(eps={number}-1)", "shop/item.py"), "f", "function")
    assert f"<i class=mi>{number}</i>" in html
