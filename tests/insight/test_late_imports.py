"""Imports that wait until their file is ready, since the other needs it."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.late_imports import late_import

FILES = {
    "shop/till.py": """
        from shop.parts import weigh

        class Till:
            def open(self):
                return weigh(1)

        from shop.late import Late
    """,
    "shop/parts.py": """
        def weigh(number):
            return number
    """,
    "shop/late.py": """
        from shop.till import Till

        class Late(Till):
            def run(self):
                from shop.parts import weigh
                return weigh(2)
    """,
}
PARTS = {path: Component(path, (path,), False, 10) for path in FILES}


def test_an_import_behind_the_definitions_is_late_where_the_other_needs_them() -> None:
    repository = link_files(FILES).repository

    late = late_import(repository, PARTS["shop/till.py"], PARTS["shop/late.py"])
    assert late is not None
    assert (late.path, late.line, late.function) == ("shop/till.py", 7, "")
    assert late_import(repository, PARTS["shop/late.py"], PARTS["shop/till.py"]) is None
    assert late_import(repository, PARTS["shop/late.py"], PARTS["shop/parts.py"]) is None


def test_imports_of_tests_beside_the_code_are_not_late() -> None:
    files = {
        "src/lib.rs": "mod a;\nmod b;\n",
        "src/a.rs": "use crate::b::B;\npub struct A;\n#[cfg(test)]\nmod tests {\n"
        "    use crate::b::make;\n    #[test]\n    fn makes() {\n        make();\n    }\n}\n",
        "src/b.rs": "use crate::a::A;\npub struct B;\npub fn make() -> B {\n    B\n}\n"
        "pub fn take(a: A) {}\n",
    }
    parts = {path: Component(path, (path,), False, 10) for path in files}

    found = late_import(link_files(files).repository, parts["src/a.rs"], parts["src/b.rs"])
    assert found is None
