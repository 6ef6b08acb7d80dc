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
            "registry",
            2,
            (
                "class C:\n    def add(self, kind, key=None):\n        made = kind(self)\n"
                "        self.kinds[made.key] = made"
            ),
        ),
        ("web-application", 2, "class C:\n    def __call__(self, environ, start_response): ..."),
        ("web-application", 1, "async def app(scope, receive, send): ..."),
        (
            "singleton",
            3,
            (
                "class C:\n    one = None\n    def __new__(cls):\n        if cls.one is None:\n"
                "            cls.one = super().__new__(cls)\n        return cls.one"
            ),
        ),
        (
            "singleton",
            2,
            (
                "class Single(type):\n    def __call__(cls, *args):\n        if not cls.__one:\n"
                "            cls.__one = super().__call__(*args)\n        return cls.__one"
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
        ("dynamic-class", 1, "C = type('C', (Base,), {})"),
    ],
)
def test_patterns_and_the_line_that_shows_them(rule: str, line: int, code: str) -> None:
    found = {(finding.rule, _shown(finding, code)) for finding in findings(code + "\n")}
    assert (rule, line) in found


def _shown(finding: Finding, code: str) -> int:
    """The finding's line; the definition's first decorator counts for it in these samples."""
    assert finding.area in {"design", "idiom"}
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
        "match x:\n    case 1: pass\n    case [a]: pass\n    case _: pass\n",
        "for a in b:\n    for c in d:\n        for e in f: pass\n",
        "async def f(): ...\n",
        "class C:\n    def __call__(self): ...\n",
        "class C:\n    def __call__(self):\n        self.one = 1\n        return self.one\n",
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
        def a(x): ...
        @lru_cache
        def b(x): ...
        @lru_cache(SIZE)
        def c(x): ...
        @cache
        def d(*x): ...
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
        ("performance", 12, "C"),
    ]
    assert "without a limit" in found[0].message
    assert "128" in found[1].message
    assert "`SIZE`" in found[2].message


def test_slots_and_pools() -> None:
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
                pass
        """
    )
    places = [(finding.rule, finding.line) for finding in found if finding.area == "performance"]
    assert places == [("slots", 4), ("slots", 5), ("worker-pool", 9)]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            """
            class A:
                __slots__ = ()
            class B:
                __slots__ = ("x",)
            """,
            (
                "Instances of `A` and `B` have no `__dict__` of their own where the bases have "
                "none: `__slots__` fixes their attributes."
            ),
        ),
        (
            """
            import attrs
            @attrs.define(slots=True)
            class A: ...
            @attrs.define(slots=True)
            class B: ...
            """,
            "The data classes `A` and `B` keep their fields in slots.",
        ),
        (
            """
            from functools import cached_property
            class C:
                @cached_property
                def a(self): ...
                @cached_property
                def b(self): ...
            """,
            "`C` computes `a` and `b` once for each instance.",
        ),
    ],
)
def test_what_is_often_done_in_a_file_is_said_once(code: str, said: str) -> None:
    assert [message for message in messages(code) if "is a data class" not in message] == [said]


def test_a_generator_that_says_it_is_a_context_manager_is_no_finding() -> None:
    code = "from contextlib import contextmanager\n@contextmanager\ndef a():\n    yield\n"
    assert findings(code) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("it = self.it\n        return getattr(it, name)", "delegation"),
        ("it = __import__(name)\n        return getattr(it, name)", "dynamic-attributes"),
    ],
)
def test_what_is_computed_for_the_name_is_nothing_to_delegate_to(body: str, rule: str) -> None:
    code = f"class C:\n    def __getattr__(self, name):\n        {body}\n"
    assert [finding.rule for finding in findings(code)] == [rule]


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


def messages(code: str) -> list[str]:
    return [finding.message for finding in findings(code)]


def test_a_cached_function_without_parameters_is_computed_once() -> None:
    assert messages("import functools\n@functools.lru_cache\ndef root(): ...\n") == [
        "`root` is computed once: its result is kept."
    ]


def test_fields_of_data_classes_include_inherited_ones() -> None:
    code = """
        from dataclasses import dataclass
        from mine import Base
        @dataclass(frozen=True)
        class Error:
            status: str
        @dataclass(frozen=True)
        class KeyError(Error):
            key: str
        @dataclass(frozen=True)
        class Empty(Error): ...
        @dataclass
        class Other(Base):
            x: int
        @dataclass
        class Same(Base): ...
        @dataclass
        class Cache(dict): ...
        def local():
            @dataclass
            class Outer:
                y: int
            @dataclass
            class Inner(Outer):
                z: int
        """
    assert messages(code) == [
        "`Error` is a frozen data class of `status`.",
        "`KeyError` is a frozen data class of `status` and `key`.",
        "`Empty` is a frozen data class of `status`.",
        "`Other` is a data class of `x`, and any fields of `Base`.",
        "`Same` is a data class with any fields of `Base`.",
        "`Cache` is a data class.",
        "`local.Outer` is a data class of `y`.",
        "`local.Inner` is a data class of `y` and `z`.",
    ]


def test_subclasses_must_define_what_is_inherited_abstract_as_well() -> None:
    code = """
        from abc import ABC, abstractmethod
        from mine import Metric
        class Splitter(ABC):
            @abstractmethod
            def match(self): ...
            @abstractmethod
            def transform(self): ...
        class Matched(Splitter):
            def match(self): ...
            @abstractmethod
            def split(self): ...
        class Regression(Metric):
            @abstractmethod
            def update(self): ...
        """
    assert [message.partition(": ")[2] for message in messages(code)] == [
        "subclasses must define `match` and `transform`.",
        "subclasses must define `split` and `transform`.",
        "subclasses must define `update`, and whatever else `Metric` may leave abstract.",
    ]


def test_a_metaclass_leaves_nothing_abstract() -> None:
    code = """
        from abc import ABCMeta, abstractmethod
        class Parser(ABCMeta):
            @abstractmethod
            def parse(self): ...
        """
    assert "`Parser` is an abstract class: subclasses must define `parse`." in messages(code)


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        ("self.b(); self.a()", "`b` and `a`"),
        ("x = self.a(); return self.b(x)", "`a` and `b`"),
        ("x = self.a(); return self.b(key=x)", "`a` and `b`"),
        ("x = self.a(); y = self.b(); return x + y", ""),  # two values, in whatever order
        ("x = self.a(); z = x.y\n        for c in self.b(z): pass", "`a` and `b`"),
        ("for c in self.a(): print(c)\n        for d in self.b(): print(d)", ""),
        ("if self.a(): self.b()", ""),
        ("if x: self.a()\n        if y: self.b()", ""),
        ("for x in y:\n            self.a(x)\n            self.b(x)", "`a` and `b`"),
    ],
)
def test_steps_of_a_template_method_have_an_order(body: str, steps: str) -> None:
    code = (
        "from abc import ABC, abstractmethod\nclass C(ABC):\n"
        f"    def run(self):\n        {body}\n"
        "    @abstractmethod\n    def a(self): ...\n    @abstractmethod\n    def b(self): ...\n"
    )
    found = [each.message for each in findings(code) if each.rule == "template-method"]
    expected = (
        f"`C.run` is a template method: it fixes the order of {steps}, which subclasses define."
    )
    assert found == ([expected] if steps else [])


def test_asynchronous_steps() -> None:
    code = (
        "from abc import ABC, abstractmethod\nclass C(ABC):\n"
        "    async def run(self):\n        await self.a()\n        await self.b()\n"
        "    @abstractmethod\n    async def a(self): ...\n"
        "    @abstractmethod\n    async def b(self): ...\n"
    )
    assert "template-method" in {finding.rule for finding in findings(code)}


def test_an_inherited_setter_makes_a_data_descriptor() -> None:
    code = """
        class Attribute:
            def __set__(self, instance, value): ...
        class Field(Attribute):
            def __get__(self, instance, owner=None): ...
        """
    assert messages(code)[1] == (
        "`Field` is a data descriptor: as a class attribute it takes over access to itself with "
        "`__get__` and `__set__`."
    )


@pytest.mark.parametrize(
    ("parameters", "given", "said"),
    [
        ("handler, key=None", "handler", "it returns `inner` around `handler`."),
        ("alpha=print, beta=None", "beta", "it returns `inner` around `beta`."),
        ("*functions", "functions[0]", "it returns `inner`."),
        ("handler, event", "handler", ""),
        ("handler, *, event", "handler", ""),
        ("", "print", ""),
    ],
)
def test_a_decorator_takes_what_it_wraps(parameters: str, given: str, said: str) -> None:
    code = (
        f"import functools\ndef outer({parameters}):\n    @functools.wraps({given})\n"
        "    def inner(*values):\n        alpha()\n    return inner\n"
    )
    assert messages(code) == ([f"`outer` is a decorator: {said}"] if said else [])


def test_a_method_decorates_with_its_second_parameter() -> None:
    code = (
        "import functools\nclass C:\n    def on(self, handler):\n"
        "        @functools.wraps(handler)\n        def inner(): ...\n        return inner\n"
    )
    assert messages(code) == ["`C.on` is a decorator: it returns `inner` around `handler`."]


@pytest.mark.parametrize(
    "returned", ["update_wrapper(inner, f)", "t.cast(F, update_wrapper(inner, f))"]
)
def test_a_wrapper_may_be_made_to_look_alike_when_it_is_returned(returned: str) -> None:
    code = (
        "import typing as t\nfrom functools import update_wrapper\ndef deco(f):\n"
        f"    def inner(): ...\n    return {returned}\n"
    )
    assert messages(code) == ["`deco` is a decorator: it returns `inner` around `f`."]


@pytest.mark.parametrize(
    ("call", "pool"),
    [
        ("ThreadPoolExecutor(max_workers=1)", "makes a pool of a single thread."),
        ("ThreadPoolExecutor(1)", "makes a pool of a single thread."),
        ("ThreadPoolExecutor(2)", "makes a pool of threads."),
        ("ProcessPoolExecutor(max_workers=1)", "makes a pool of a single process."),
    ],
)
def test_a_pool_of_one_spreads_nothing(call: str, pool: str) -> None:
    assert messages(
        f"from concurrent.futures import *\nimport concurrent.futures as c\nc.{call}\n"
    ) == [f"The module {pool}"]


def test_all_wrappers_that_may_be_returned_are_named() -> None:
    code = """
        import functools
        def requires(scopes):
            def decorate(function):
                if scopes:
                    @functools.wraps(function)
                    def waiting(): ...
                    return waiting
                @functools.wraps(function)
                def at_once(): ...
                return at_once
            return decorate
        """
    (message,) = messages(code)
    assert message.endswith(" whose wrapper is `waiting` or `at_once`.")


@pytest.mark.parametrize(
    "code",
    [
        "LIMIT = [0]\ndef set_limit(limit):\n    LIMIT[0] = limit\n    return limit\n",
        "class C:\n    if FAST:\n        __slots__ = ('x',)\n",
        "class C:\n    __slots__ = ('x', '__dict__')\n",
        "def __getattr__(name: str) -> object: ...\n",
        "class C:\n    def __enter__(self):\n        raise E\n    def __exit__(self, *e): ...\n",
        (
            "if __name__ == '__main__':\n    class C:\n        def __enter__(self): ...\n"
            "        def __exit__(self, *e): ...\n        def run(self):\n"
            "            class D(type): ...\n"
        ),
    ],
)
def test_half_truths_are_no_findings(code: str) -> None:
    assert findings(code) == []


def test_a_dictionary_need_not_have_the_keys_of_a_class_that_is_not_total() -> None:
    whole = "import typing\nclass Tide(typing.TypedDict):\n    at: int\n    high: bool\n"
    (found,) = findings(whole)
    assert found.message == "`Tide` describes a dictionary with the keys `at` and `high`."
    (found,) = findings(whole.replace("TypedDict)", "TypedDict, total=False)"))
    assert found.message == "`Tide` describes a dictionary that may have the keys `at` and `high`."
