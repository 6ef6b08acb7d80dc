"""Python code in documents: which blocks are read, and where their identifiers stand."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

SHOP = {
    "shop/__init__.py": "from shop.cart import Cart\n",
    "shop/cart.py": "class Cart:\n    def add(self, thing, count=1): ...\n",
}


def shown(name: str, text: str) -> list[tuple[int, str, str]]:
    """Line, identifier and target of each link in a document."""
    linked = link_files({name: text, **SHOP})
    return found(linked, name)


def found(linked: Linked, name: str) -> list[tuple[int, str, str]]:
    return [
        (link.line, linked.text(name, link), linked.repository.qualified_name(link.symbol))
        for link in linked.references(name)
    ]


def test_fences_share_names_and_sessions_show_what_was_typed() -> None:
    text = """
        # Shop

        ```python
        from shop import Cart
        ```

        Then, in a list:

        * Add to it.

            ```pycon
            >>> cart = Cart()
            >>> cart.add(
            ...     "é", count=2)
            Cart
            ```
    """
    assert shown("README.md", text) == [
        (4, "shop", "shop"),
        (4, "Cart", "shop.cart.Cart"),
        (12, "Cart", "shop.cart.Cart"),
        (13, "add", "shop.cart.Cart.add"),
    ]


@pytest.mark.parametrize(
    "info", ["python", "py", "Python", "{.python}", "python title='a.py'", "{code-block} python"]
)
def test_fences_that_say_that_they_are_python(info: str) -> None:
    assert shown("a.md", f"```{info}\nimport shop\n```\n") == [(2, "shop", "shop")]


@pytest.mark.parametrize("info", ["", "bash", "python-traceback", "text"])
def test_other_fences_are_not_read(info: str) -> None:
    assert shown("a.md", f"```{info}\nimport shop\n```\n") == []


@pytest.mark.parametrize(
    "text",
    [
        ".. code-block:: python\n   :linenos:\n\n   import shop\n   shop.Cart\n\nThe end.\n",
        ".. code:: python3\n\n    import shop\n\n    shop.Cart",
        ".. doctest::\n\n   >>> import shop\n   >>> shop.Cart\n   Cart\n",
        "Try it:\n\n>>> import shop\n>>> shop.Cart\nCart\n\nThe end.\n",
    ],
)
def test_code_in_restructuredtext(text: str) -> None:
    assert [entry[1:] for entry in shown("a.rst", text)] == [
        ("shop", "shop"),
        ("shop", "shop"),
        ("Cart", "shop.cart.Cart"),
    ]


def test_literal_blocks_and_other_directives_are_not_read() -> None:
    text = "::\n\n    import shop\n\n.. code-block:: bash\n\n   import shop\n\nimport shop\n"
    assert shown("a.rst", text) == []


def test_a_block_that_is_no_python_leaves_the_others() -> None:
    text = "```python\nimport shop\n```\n```python\nshop.Cart(<thing>)\n```\n```python\nshop\n```\n"
    assert [line for line, *_ in shown("a.md", text)] == [2, 8]


def test_names_of_the_document_itself_are_no_links() -> None:
    text = """
        ```python
        class Cart:
            def add(self): ...
            def run(self): self.add()
        def shop(): ...
        Cart().add()
        shop()
        add()
        ```
    """
    assert shown("a.md", text) == []


def test_a_document_that_imports_nothing_has_no_links() -> None:
    assert shown("a.md", "```python\nCart().add(1)\nprint(len('a'))\n```\n") == []


def test_all_names_of_a_module_are_there_where_a_document_takes_all() -> None:
    text = """
Shop
====

.. testsetup:: *

   from shop import *

.. testcode::

   cart = Cart()
   cart.add(len("a"), other())
   _Cart()
"""
    assert shown("a.rst", text) == [
        (6, "shop", "shop"),
        (10, "Cart", "shop.cart.Cart"),
        (11, "add", "shop.cart.Cart.add"),
    ]
    assert [line for line, *_ in shown("a.rst", text.replace("shop", "math"))] == []
    several = text.replace("from shop", "from other import *\n   from shop")
    assert [line for line, *_ in shown("a.rst", several)] == [7]


def test_a_use_in_a_document_stands_under_its_heading() -> None:
    text = "# Shop\n\n## Add\n\n```python\nimport shop\n\nshop.Cart()\n```\n"
    linked = link_files({"README.md": text, **SHOP})
    use = linked.repository.links.uses.of(linked.symbol("shop/cart.py", "Cart"))[0]
    heading = linked.repository.files[use.path].outline.symbols[use.scope]
    assert (use.path, use.line, use.kind, heading.name) == ("README.md", 8, "call", "Add")


def test_documents_do_not_weigh_on_what_depends_on_what() -> None:
    text = "```python\nimport shop\nshop.Cart()\n```\n"
    without, having = link_files(SHOP), link_files({"README.md": text, **SHOP})
    ranks = having.repository.links.ranks
    order = sorted(SHOP, key=without.repository.links.ranks.__getitem__)
    assert sorted(SHOP, key=ranks.__getitem__) == order


def test_code_nested_too_deeply_costs_the_document_its_links_only() -> None:
    deep = "x" + " if x else x" * 3000
    linked = link_files({"a.md": f"# Shop\n\n```python\nimport shop\n{deep}\n```\n", **SHOP})
    assert [symbol.name for symbol in linked.repository.files["a.md"].outline.symbols] == ["Shop"]
    assert linked.repository.files["a.md"].outline.diagnostics == ()
