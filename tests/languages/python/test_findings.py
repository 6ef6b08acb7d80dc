from __future__ import annotations

import pytest
from support.python_records import record

from mkdocs_repodoc.model.records import Finding


def findings(code: str) -> list[Finding]:
    return list(record(code).outline.findings)


@pytest.mark.parametrize(
    ("rule", "line", "code"),
    [
        (
            "context-manager",
            2,
            "class C:\n    def __enter__(self): ...\n    def __exit__(self, *a): ...",
        ),
        (
            "context-manager",
            2,
            "import contextlib\n@contextlib.contextmanager\ndef f():\n    yield",
        ),
        ("iterator", 2, "class C:\n    def __iter__(self): ...\n    def __next__(self): ..."),
        ("iterable", 2, "class C:\n    def __iter__(self):\n        yield 1"),
        ("descriptor", 2, "class C:\n    def __get__(self, o, t): ..."),
        (
            "container",
            3,
            "class C:\n    def __len__(self): ...\n    def __getitem__(self, k): ...",
        ),
        ("data-class", 2, "from dataclasses import dataclass\n@dataclass\nclass C:\n    x: int"),
        ("named-tuple", 2, "from typing import NamedTuple\nclass C(NamedTuple):\n    x: int"),
        ("enumeration", 2, "import enum\nclass C(enum.Enum):\n    A = 1"),
        ("protocol", 2, "from typing import Protocol\nclass C(Protocol):\n    def f(self): ..."),
        (
            "abstract-class",
            2,
            (
                "from abc import *; from abc import abstractmethod\n"
                "class C:\n    @abstractmethod\n    def f(self): ..."
            ),
        ),
        (
            "template-method",
            3,
            (
                "from abc import abstractmethod\nclass C:\n    def run(self):\n        self.a()\n"
                "        self.b()\n    @abstractmethod\n    def a(self): ...\n"
                "    @abstractmethod\n    def b(self): ..."
            ),
        ),
        ("metaclass", 1, "class C(type): ..."),
        ("subclass-hook", 2, "class C:\n    def __init_subclass__(cls): cls.x = 1"),
        (
            "registry",
            3,
            "class C:\n    all = []\n    def __init_subclass__(cls):\n        C.all.append(cls)",
        ),
        ("registry", 2, "TABLE = {}\ndef add(f):\n    TABLE[f.__name__] = f\n    return f"),
        (
            "registry",
            2,
            (
                "TABLE = {}\ndef add(name):\n    def inner(f):\n        TABLE[name] = f\n"
                "        return f\n    return inner"
            ),
        ),
        (
            "singleton",
            3,
            (
                "class C:\n    one = None\n    def __new__(cls):\n        if cls.one is None:\n"
                "            cls.one = super().__new__(cls)\n        return cls.one"
            ),
        ),
        (
            "visitor",
            2,
            (
                "import ast\nclass C(ast.NodeVisitor):\n    def visit_Name(self, n): ...\n"
                "    def visit_Call(self, n): ..."
            ),
        ),
        (
            "factory-method",
            2,
            "class C:\n    @classmethod\n    def make(cls):\n        return cls()",
        ),
        ("operator-overloading", 2, "class C:\n    def __add__(self, o): ..."),
        ("callable-object", 2, "class C:\n    def __call__(self): ..."),
        (
            "delegation",
            2,
            "class C:\n    def __getattr__(self, name):\n        return getattr(self.it, name)",
        ),
        ("dynamic-attributes", 2, "class C:\n    def __getattr__(self, name): return 1"),
        (
            "decorator",
            2,
            (
                "import functools\ndef deco(f):\n    @functools.wraps(f)\n"
                "    def inner(*a): return f(*a)\n    return inner"
            ),
        ),
        (
            "decorator-factory",
            2,
            (
                "from functools import wraps\ndef deco(x):\n    def outer(f):\n        @wraps(f)\n"
                "        def inner(*a): return f(*a)\n        return inner\n    return outer"
            ),
        ),
        ("single-dispatch", 2, "import functools\n@functools.singledispatch\ndef f(x): ..."),
        ("module-getattr", 1, "def __getattr__(name):\n    import x\n    return x"),
        ("coroutine", 1, "async def f(): ..."),
        (
            "pattern-matching",
            1,
            "match x:\n    case 1: pass\n    case [a]: pass\n    case _: pass",
        ),
        ("dynamic-class", 1, "C = type('C', (Base,), {})"),
    ],
)
def test_patterns_and_the_line_that_shows_them(rule: str, line: int, code: str) -> None:
    found = {(finding.rule, _shown(finding, code)) for finding in findings(code + "\n")}
    assert (rule, line) in found


def _shown(finding: Finding, code: str) -> int:
    """The finding's line; the definition's first decorator counts for it in these samples."""
    assert finding.area == "pattern"
    rows = code.split("\n")
    line = finding.line
    while line > 1 and rows[line - 2].lstrip().startswith("@"):
        line -= 1
    return line


@pytest.mark.parametrize(
    "code",
    [
        '"""A singleton registry factory visitor with __enter__ and __slots__."""\n',
        "class Singleton: ...\nclass Registry: ...\nclass Factory: ...\n",
        "class C:\n    def __enter__(self): ...\n",  # no way out
        "class Visitor:\n    def visit_a(self): ...\n    def visit_b(self): ...\n",
        "def decorator(f):\n    return f\n",
        "async def each():\n    yield 1\n",
        "def f(items):\n    table = {}\n    table[0] = items\n    return items\n",
        "from mine import dataclass, contextmanager\n@dataclass\nclass C: ...\n",
        "class C:\n    @classmethod\n    def count(cls):\n        return len(cls.all)\n",
        "class C:\n    def __new__(cls):\n        return object.__new__(cls)\n",
        "type(x)\nx.type('a', 'b', 'c')\n",
        "match x:\n    case 1: pass\n",
        "for a in b:\n    for c in d:\n        pass\n",
        "for a in b:\n    for c in d:\n        def f():\n            for e in g: pass\n",
    ],
)
def test_words_and_halves_of_patterns_are_no_findings(code: str) -> None:
    assert findings(code) == []


def test_caches_say_how_much_they_keep() -> None:
    found = findings(
        """
        import functools
        from functools import lru_cache, cache, cached_property
        @functools.lru_cache(maxsize=None)
        def a(): ...
        @lru_cache
        def b(): ...
        @lru_cache(SIZE)
        def c(): ...
        @cache
        def d(): ...
        class C:
            @cached_property
            def e(self): ...
        """
    )
    assert [(finding.area, finding.line, finding.symbol) for finding in found] == [
        ("performance", 3, "a"),
        ("performance", 5, "b"),
        ("performance", 7, "c"),
        ("performance", 9, "d"),
        ("performance", 12, "C.e"),
    ]
    assert "without a limit" in found[0].message
    assert "128" in found[1].message
    assert "`SIZE`" in found[2].message


def test_slots_pools_and_deep_loops() -> None:
    found = findings(
        """
        from concurrent.futures import ThreadPoolExecutor
        from dataclasses import dataclass
        class A:
            __slots__ = ("x",)
        @dataclass(slots=True)
        class B:
            x: int
        def work():
            with ThreadPoolExecutor() as pool:
                for a in b:
                    while c:
                        for d in e:
                            for f in g:
                                pass
        """
    )
    places = [(finding.rule, finding.line) for finding in found if finding.area == "performance"]
    assert places == [("slots", 4), ("slots", 5), ("worker-pool", 9), ("nested-loops", 12)]


def test_findings_name_what_they_found() -> None:
    (found,) = findings("class Box:\n    def __lt__(self, o): ...\n    def __add__(self, o): ...\n")
    assert found.message == "`Box` gives a meaning of its own to the operators `<` and `+`."
    assert found.symbol == "Box"
    (other,) = findings("class Sum:\n    def __add__(self, o): ...\n")
    assert other.message == "`Sum` gives a meaning of its own to the operator `+`."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import warnings\n    warnings.warn('old')\n    return _Old", "warns of names"),
        ("from .core import Old\n    return Old", "imports names only when"),
        ("import it\n    return it.Old", "imports names only when"),
        ("return {}[name]", "computes attributes"),
    ],
)
def test_module_getattr_says_what_it_does(body: str, said: str) -> None:
    (found,) = findings(f"def __getattr__(name):\n    {body}\n")
    assert said in found.message


def test_fields_of_data_classes_are_those_of_their_constructors() -> None:
    found = findings(
        """
        import attr
        from dataclasses import dataclass, KW_ONLY
        from typing import ClassVar
        @dataclass
        class A:
            kind: ClassVar[str] = "a"
            x: int
            _: KW_ONLY
            y: int = 0
        @attr.s
        class B:
            z = attr.ib()
            count = 0
        """
    )
    assert [each.message for each in found] == [
        "`A` is a data class of `x` and `y`.",
        "`B` is a data class of `z`.",
    ]
