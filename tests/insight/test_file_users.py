"""Who uses a file, counted once for all pages."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.file_users import FileUsers, file_users


def test_users_import_a_file_or_name_something_of_it_and_tests_stand_apart() -> None:
    repository = link_files(
        {
            "src/Cart.cs": "namespace Shop;\npublic interface ICart { void Add(); }\n",
            "src/Till.cs": "namespace Shop;\npublic class Till : ICart { public void Add() {} }\n",
            "src/Shop.cs": "namespace Shop;\nclass Shop { ICart cart; }\n",
            "test/CartTests.cs": "using Xunit;\nnamespace Shop;\n"
            "public class CartTests { ICart cart; [Fact] public void Adds() { cart.Add(); } }\n",
        }
    ).repository
    assert file_users(repository, "src/Cart.cs") == FileUsers(
        ("src/Shop.cs", "src/Till.cs"), ("test/CartTests.cs",)
    )
    assert file_users(repository, "test/CartTests.cs") == FileUsers((), ())


def test_documents_use_nothing() -> None:
    repository = link_files(
        {
            "README.md": "# Shop\n\n```python\nfrom cart import Cart\n\nCart()\n```\n",
            "cart.py": "class Cart:\n    pass\n",
            "till.py": "from cart import Cart\n",
        }
    ).repository
    assert file_users(repository, "cart.py").others == ("till.py",)
