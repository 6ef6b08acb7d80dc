"""Which names are linked and which are shadowed, rule by rule."""

from __future__ import annotations

import sys

import pytest
from support.linked import link_files, links

HELPER = "def helper(): ...\n"


def test_function_is_linked_from_function_below_and_above() -> None:
    code = """
        def before():
            helper()
        def helper(): ...
        helper()
    """
    assert links(code, "helper") == [(2, "app.helper"), (4, "app.helper")]


def test_parameter_shadows_function() -> None:
    code = """
        def helper(): ...
        def run(helper):
            helper()
        def star(*helper): helper()
        def double(**helper): helper()
        def only(*, helper): helper()
        def first(helper, /): helper()
    """
    assert links(code, "helper") == []


def test_default_and_decorator_and_annotation_are_outside_the_function() -> None:
    code = """
        def helper(): ...
        @helper
        def run(helper: helper = helper) -> helper: ...
    """
    assert links(code, "helper") == [(2, "app.helper")] + [(3, "app.helper")] * 3


def test_local_variable_shadows_in_the_whole_function_even_before_it_is_assigned() -> None:
    code = """
        def helper(): ...
        def run():
            helper()
            helper = 1
        def other():
            helper()
    """
    assert links(code, "helper") == [(6, "app.helper")]


@pytest.mark.parametrize(
    "binding",
    [
        "for helper in range(3): pass",
        "with open('f') as helper: pass",
        "with open('f') as (helper, b): pass",
        "helper += 1",
        "helper: int = 1",
        "helper, b = 1, 2",
        "[helper, *b] = 1, 2",
        "import helper",
        "from os import path as helper",
        "if (helper := 1): pass",
        "del helper",
        "print([(helper := x) for x in range(3)])",
    ],
)
def test_each_form_of_binding_makes_a_name_local(binding: str) -> None:
    code = f"def helper(): ...\ndef run():\n    {binding}\n    helper()\n"
    assert (4, "app.helper") not in links(code, "helper")


def test_exception_name_shadows() -> None:
    code = """
        def helper(): ...
        def run():
            try:
                pass
            except ValueError as helper:
                helper
    """
    assert links(code, "helper") == []


@pytest.mark.parametrize(
    "pattern",
    ["helper", "[1, *helper]", "{'a': 1, **helper}", "int() as helper", "int(real=helper)"],
)
def test_captures_of_match_shadow(pattern: str) -> None:
    code = f"{HELPER}def run(x):\n    match x:\n        case {pattern}:\n            helper\n"
    assert links(code, "helper") == []


def test_values_and_classes_in_patterns_are_linked() -> None:
    code = """
        class Point:
            x = 1
        class Kind:
            A = 1
        def run(value):
            match value:
                case Point(x=1): ...
                case Kind.A: ...
    """
    assert links(code, "Point") == [(7, "app.Point")]
    assert links(code, "A") == [(8, "app.Kind.A")]


def test_names_of_a_class_are_not_visible_in_its_methods() -> None:
    code = """
        class Shop:
            def helper(self): ...
            table = helper
            def run(self):
                helper()
            other = [helper for _ in range(3)]
    """
    assert links(code, "helper") == [(3, "app.Shop.helper")]


def test_methods_see_the_module_past_their_class() -> None:
    code = """
        def helper(): ...
        class Shop:
            def helper(self):
                return helper()
    """
    assert links(code, "helper") == [(4, "app.helper")]


def test_class_body_sees_what_is_bound_above_and_the_module_before_that() -> None:
    code = """
        def helper(): ...
        class Shop:
            first = helper
            def helper(self): ...
            second = helper
    """
    assert links(code, "helper") == [(3, "app.helper"), (5, "app.Shop.helper")]


def test_assignment_to_its_own_name_in_a_class_means_the_module() -> None:
    code = """
        class Item: ...
        class Shop:
            Item = Item
    """
    assert links(code, "Item") == [(3, "app.Item")]


def test_nested_class_does_not_see_names_of_the_outer_class() -> None:
    code = """
        class Outer:
            def helper(self): ...
            class Inner:
                table = helper
    """
    assert links(code, "helper") == []


def test_comprehension_variable_is_its_own_and_ends_with_it() -> None:
    code = """
        def helper(): ...
        def run():
            [helper for helper in range(3)]
            return helper()
    """
    assert links(code, "helper") == [(4, "app.helper")]


def test_first_iterable_of_a_comprehension_belongs_to_the_scope_around() -> None:
    code = """
        class Shop:
            items = [1]
            first = [x for x in items]
            second = [y for x in range(3) for y in items]
    """
    assert links(code, "items") == [(3, "app.Shop.items")]


@pytest.mark.parametrize(
    "comprehension",
    ["{helper for helper in x}", "{helper: 1 for helper in x}", "list(helper for helper in x)"],
)
def test_every_kind_of_comprehension_has_a_scope(comprehension: str) -> None:
    assert links(f"{HELPER}def run(x):\n    {comprehension}\n", "helper") == []


def test_lambda_parameter_shadows_but_its_default_does_not() -> None:
    code = """
        def helper(): ...
        a = lambda helper: helper()
        b = lambda x=helper: x
    """
    assert links(code, "helper") == [(3, "app.helper")]


def test_global_reaches_the_module_past_a_local_function() -> None:
    code = """
        total = 0
        def outer():
            total = 1
            def inner():
                global total
                total = 2
                return total
            return total
    """
    assert links(code, "total") == [(6, "app.total"), (7, "app.total")]


def test_nonlocal_means_the_function_around() -> None:
    code = """
        def total(): ...
        def outer():
            total = 1
            def inner():
                nonlocal total
                total = 2
                return total
    """
    assert links(code, "total") == []


def test_nested_function_is_linked_inside_its_function_only() -> None:
    code = """
        def outer():
            def inner(): ...
            return inner
        inner
    """
    assert links(code, "inner") == [(3, "app.outer.inner")]


def test_inner_function_hides_one_of_the_module() -> None:
    code = """
        def helper(): ...
        def outer():
            def helper(): ...
            return helper()
    """
    assert links(code, "helper") == [(4, "app.outer.helper")]


def test_dunder_class_means_the_class_around() -> None:
    code = """
        class Shop:
            def run(self):
                return __class__
        __class__
    """
    assert links(code, "__class__") == [(3, "app.Shop")]


def test_builtin_is_no_link_and_its_redefinition_is_one() -> None:
    assert links("print(len('a'))\n", "print") == []
    assert links("def print(): ...\nprint()\n", "print") == [(2, "app.print")]


def test_name_bound_to_different_things_in_a_function_is_no_link() -> None:
    code = """
        def one(): ...
        def run(flag):
            if flag:
                from a import thing
            else:
                from b import thing
            thing()
    """
    files = {"a.py": "def thing(): ...\n", "b.py": "def thing(): ...\n"}
    assert (7, "a.thing") not in links(code, "thing", files)
    assert (7, "b.thing") not in links(code, "thing", files)


def test_keyword_argument_and_attribute_names_are_no_uses_of_a_function() -> None:
    code = """
        def helper(): ...
        def run(x, y):
            x(helper=1)
            return y.helper
    """
    assert links(code, "helper") == []


def test_module_code_sees_the_last_binding_before_it_and_functions_the_last_of_all() -> None:
    linked = link_files(
        {
            "app.py": """
                def make(): ...
                first = make
                def make(): ...
                second = make
                def run(): make
            """
        }
    )
    found = [
        (reference.line, reference.symbol.position)
        for reference in linked.references("app.py")
        if linked.text("app.py", reference) == "make" and reference.kind != "definition"
    ]
    one, other = linked.symbol("app.py", "make"), linked.symbol("app.py", "make", 1)
    assert found == [(2, one.position), (4, other.position), (5, other.position)]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is Python 3.12's")
def test_type_parameter_shadows_in_signature_and_body() -> None:
    code = """
        class T: ...
        def run[T](x: T) -> T:
            return T
        class Box[T]:
            item: T
            def get(self) -> T: ...
        y: T
    """
    assert links(code, "T") == [(7, "app.T")]
