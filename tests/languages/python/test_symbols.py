from __future__ import annotations

from itertools import pairwise

import pytest
from support.python_records import detail, record, symbols


def test_kinds_of_definitions() -> None:
    found = symbols(
        """
        from enum import Enum
        from typing import Callable, Final, NewType, TypeAlias, TypeVar

        LIMIT = 3
        ready: Final = True
        count = 0
        Names: TypeAlias = list[str]
        Handler = Callable[[int], None]
        UserId = NewType("UserId", int)
        T = TypeVar("T")

        def run(): ...

        class Color(Enum):
            red = 1
            @property
            def warm(self): ...
            def mix(self): ...
        """
    )
    kinds = {name: symbol.kind for name, symbol in found.items()}
    assert kinds == {
        "LIMIT": "constant",
        "ready": "constant",
        "count": "attribute",
        "Names": "type alias",
        "Handler": "type alias",
        "UserId": "type alias",
        "T": "attribute",
        "run": "function",
        "Color": "class",
        "Color.red": "constant",
        "Color.warm": "property",
        "Color.mix": "method",
    }
    assert "type variable" in found["T"].labels
    assert "enum member" in found["Color.red"].labels


def test_nested_definitions_have_dotted_names() -> None:
    found = symbols(
        """
        def outer():
            def inner():
                class Local:
                    def method(self): ...
            x = 1
        """
    )
    assert {name: symbol.kind for name, symbol in found.items()} == {
        "outer": "function",
        "outer.inner": "function",
        "outer.inner.Local": "class",
        "outer.inner.Local.method": "method",
    }
    assert not found["outer.inner"].public


def test_every_definition_of_a_function_is_kept() -> None:
    made = record(
        """
        from typing import overload

        @overload
        def get(key: int) -> int: ...
        @overload
        def get(key: str) -> str: ...
        def get(key):
            return key

        if True:
            def pick(): ...
        else:
            def pick(): ...
        """
    )
    places = [(symbol.name, symbol.line, symbol.name_line) for symbol in made.outline.symbols]
    assert places == [
        ("get", 3, 4),
        ("get", 5, 6),
        ("get", 7, 7),
        ("pick", 11, 11),
        ("pick", 13, 13),
    ]
    labels = [symbol.labels for symbol in made.outline.symbols]
    assert labels == [("overload",), ("overload",), (), ("conditional",), ("conditional",)]


def test_variables_are_kept_once_and_once_for_each_alternative() -> None:
    made = record(
        """
        total = 0
        total = 1
        if total:
            total = 2
        try:
            import fast
            FAST = True
        except ImportError:
            FAST = False
        """
    )
    places = [(symbol.name, symbol.line) for symbol in made.outline.symbols]
    assert places == [("total", 1), ("FAST", 7), ("FAST", 9)]


def test_targets_that_are_unpacked() -> None:
    made = record("a, (b, *c) = d = values()\nx.y = z[0] = 1\n")
    assert [symbol.name for symbol in made.outline.symbols] == ["a", "b", "c", "d"]
    assert [symbol.signature for symbol in made.outline.symbols] == ["", "", "", " = values()"]


def test_attributes_of_instances() -> None:
    found = symbols(
        """
        class Reader:
            limit: int = 3
            def reset(this):
                this.place = 0
                this.extra = None
                this.limit = 4
                other.place = 1
            def __init__(self):
                if self:
                    self.place: int = 1
                self.name
            @property
            def value(self): ...
            @value.setter
            def value(self, new):
                self.value = new
        def plain(self):
            self.lost = 1
        """
    )
    assert found["Reader.place"].line == 10  # `__init__` comes first
    assert found["Reader.place"].signature == ": int = 1"
    assert found["Reader.extra"].line == 5
    assert found["Reader.limit"].line == 2
    assert "instance" in found["Reader.place"].labels
    assert found["Reader.value"].kind == "property"
    assert "Reader.name" not in found
    assert not any("lost" in name for name in found)


def test_parts_of_a_property() -> None:
    made = record(
        """
        class C:
            @property
            def size(self) -> int: ...
            @size.setter
            def size(self, new: int) -> None: ...
            @size.deleter
            def size(self): ...
        """
    )
    parts = [(symbol.signature, symbol.labels) for symbol in made.outline.symbols[1:]]
    assert parts == [
        (": int", ("property", "writable", "deletable")),
        ("(new: int) -> None", ("property", "setter")),
        ("()", ("property", "deleter")),
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def f(a, /, b: int, *, c=1, d: str = 'x') -> bool: ...", None),
        ("def f(*args: int, **kwargs): ...", None),
        ("def f(a, *, b): ...", None),
        ("def f(a=lambda x: x, b=(1, 2)): ...", None),
        ("def f(a: 'Later' = None) -> 'Later': ...", None),
        (
            "def f(\n    a,  # first\n    b: dict[\n        str, int\n    ] = {},\n): ...",
            "(a, b: dict[str, int] = {})",
        ),
        ("def f(a='é'*3, b='ü'): ...", None),
        (f"def f(a={'1' * 50}): ...", f"(a={'1' * 39}…)"),
    ],
)
def test_signatures_are_as_written_on_one_line(code: str, expected: str | None) -> None:
    written = code.removeprefix("def f").removesuffix(": ...")
    assert symbols(code)["f"].signature == (expected or written)


def test_receivers_are_no_parameters() -> None:
    code = """
        class C:
            def __init__(self, size: int, *rest): ...
            @classmethod
            def make(cls, size): ...
            @staticmethod
            def join(self, other): ...
            def compare(a, b): ...
        """
    found = symbols(code)
    assert found["C"].signature == "(size: int, *rest)"
    assert found["C.__init__"].signature == "(size: int, *rest)"
    assert found["C.make"].signature == "(size)"
    assert found["C.join"].signature == "(self, other)"
    assert found["C.compare"].signature == "(a, b)"
    assert [p.name for p in detail(code, "C").parameters] == ["size", "*rest"]
    assert [p.kind for p in detail(code, "C").parameters] == [
        "positional or keyword",
        "variadic positional",
    ]


def test_constructors_of_data_classes() -> None:
    found = symbols(
        """
        from dataclasses import dataclass, field
        from typing import ClassVar, NamedTuple

        @dataclass
        class Point:
            x: int
            names: list[str] = field(default_factory=list)
            y: int = 2
            count: ClassVar[int] = 0

        class Pair(NamedTuple):
            left: str
            right: str = ""

        @dataclass
        class Child(Point):
            z: int
        """
    )
    assert found["Point"].signature == "(x: int, names: list[str] = …, y: int = 2)"
    assert found["Pair"].signature == '(left: str, right: str = "")'
    assert found["Child"].signature == ""  # the inherited fields are not in this file


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("async def f(): ...", ("async",)),
        ("def f():\n    yield 1", ("generator",)),
        ("def f():\n    def g():\n        yield 1", ()),
        ("def f():\n    return [x for x in (yield)]", ("generator",)),
        ("from functools import lru_cache as memo\n@memo(maxsize=3)\ndef f(): ...", ("cached",)),
        ("import functools\n@functools.cache\ndef f(): ...", ("cached",)),
        ("from mine import cache\n@cache\ndef f(): ...", ()),
        ("import warnings\n@warnings.deprecated('x')\ndef f(): ...", ("deprecated",)),
        ('def f():\n    """.. deprecated:: 2.0"""', ("deprecated",)),
        ('def f():\n    """Not a word about deprecated things."""', ()),
        ('def f():\n    """Do.\n\n    Deprecated since 2."""', ("deprecated",)),
        (
            'def f():\n    """Do.\n\n    .. deprecated:: 2.0\n        Use g.\n    """',
            ("deprecated",),
        ),
        ('def f():\n    """Do.\n\n    .. deprecated:: 17.4.0 *convert*\n    """', ()),
        ('def f():\n    """Do.\n\n    .. deprecated:: 1\n       The `x` is gone.\n    """', ()),
        ('def f(x):\n    """Do.\n\n    x : int\n        .. deprecated:: 1\n    """', ()),
        ('def f():\n    """Do.\n\n    .. deprecated:: 1\n       It is now deprecated to x."""', ()),
        ('def f():\n    """Warn of\n    deprecated names."""', ()),
        ("from typing_extensions import final\n@final\nclass f: ...", ("final",)),
        ("import abc\nclass f(metaclass=abc.ABCMeta): ...", ("abstract",)),
        ("class f(ValueError): ...", ("exception",)),
        ("import typing as t\nclass f(t.Protocol[int]): ...", ("protocol",)),
        (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    class f: ...",
            ("type checking only",),
        ),
        (
            "from contextlib import contextmanager\n@contextmanager\ndef f():\n    yield",
            ("context manager",),
        ),
    ],
)
def test_labels(code: str, labels: tuple[str, ...]) -> None:
    assert symbols(code)["f"].labels == labels


def test_what_is_public() -> None:
    found = symbols(
        """
        class Open:
            def _hidden(self): ...
            def __len__(self): ...
        class _Closed:
            def method(self): ...
        __version__ = "1"
        if __name__ == "__main__":
            result = 1
        """
    )
    assert [name for name, symbol in found.items() if symbol.public] == [
        "Open",
        "Open.__len__",
        "__version__",
    ]


def test_exports_decide_what_is_public() -> None:
    found = symbols("__all__ = ['a', '_b']\ndef a(): ...\ndef _b(): ...\nclass C:\n    x = 1\n")
    assert {name for name, symbol in found.items() if symbol.public} == {"__all__", "a"}


def test_places_count_bytes() -> None:
    made = record("é = 'ü'; ñame = 1\nclass Ä:\n    def ö(self): self.ß = 'é'; self.x = 1\n")
    places = [
        (symbol.name, symbol.name_line, symbol.column, symbol.end_column)
        for symbol in made.outline.symbols
    ]
    assert places == [
        ("é", 1, 0, 2),
        ("ñame", 1, 11, 16),
        ("Ä", 2, 6, 8),
        ("Ä.ö", 3, 8, 10),
        ("Ä.ß", 3, 23, 25),
        ("Ä.x", 3, 39, 40),
    ]


def test_names_behind_line_continuations_and_in_other_unicode_forms() -> None:
    made = record("async  def \\\n   run(): ...\nclass ﬁle: ...\n")
    places = [
        (symbol.name, symbol.name_line, symbol.column, symbol.end_column)
        for symbol in made.outline.symbols
    ]
    assert places == [("run", 2, 3, 6), ("file", 3, 6, 11)]


def test_decorators_belong_to_the_definition() -> None:
    found = symbols("@first\n@second(\n    1,\n)\nclass C(Base, metaclass=Meta): ...\n")["C"]
    assert (found.line, found.name_line, found.end_line) == (1, 5, 5)
    assert found.decorators == ("first", "second(1)")
    assert found.bases == ("Base",)


@pytest.mark.parametrize(
    ("body", "complexity"),
    [
        ("pass", 1),
        ("if a: pass\n    elif b: pass\n    else: pass", 3),
        ("for x in y:\n        while z: pass", 3),
        ("try: pass\n    except A: pass\n    except B: pass\n    finally: pass", 3),
        ("return a and b and c or d", 4),
        ("return [x for x in y if x if z]", 4),
        ("return a if b else c", 2),
        ("match a:\n        case 1: pass\n        case [x]: pass\n        case _: pass", 3),
        ("def g():\n        if a: pass", 1),
    ],
)
def test_complexity_counts_decisions(body: str, complexity: int) -> None:
    assert detail(f"def f():\n    {body}\n", "f").complexity == complexity


def test_raised_exceptions_without_those_passed_on() -> None:
    code = """
        def f(error):
            raise ValueError("x")
            raise socket.timeout() from None
            raise KeyError
            raise TypeError("y").with_traceback(tb)
            try: ...
            except OSError as E:
                raise
            except RuntimeError as E2:
                raise E2
            raise error
            def g():
                raise LookupError
        """
    assert detail(code, "f").raises == (
        ("ValueError", 2),
        ("socket.timeout", 3),
        ("KeyError", 4),
        ("TypeError", 5),
    )


def test_values_are_shortened() -> None:
    made = detail("data = [" + "1, " * 200 + "]\n", "data")
    assert 190 < len(made.value) <= 200
    assert made.value.endswith("…")
    long = "table = {\n" + "    'a': 1,\n" * 100 + "}\n"
    assert detail(long, "table").value == "{…}"


def test_thousands_of_branches_are_no_recursion() -> None:
    code = "if x == 0:\n    a = 0\n" + "".join(f"elif x == {n}:\n    a = {n}\n" for n in range(500))
    made = record(code)
    assert [symbol.line for symbol in made.outline.symbols] == [2, 4, 6, 8, 10]
    assert not made.outline.diagnostics


def test_symbols_are_in_source_order() -> None:
    made = record("class A:\n    def f(self):\n        self.x = 1\n    y = 2\nz = 3\n")
    places = [(symbol.name_line, symbol.column) for symbol in made.outline.symbols]
    assert all(first < second for first, second in pairwise(places))
    assert len(made.detail.symbols) == len(made.outline.symbols)


def test_docstrings_that_are_assigned() -> None:
    code = '''
__doc__ = "What this module is for."
class Conv:
    __doc__ = (
        r"""Applies a convolution to {{x}}.

        {note}

        Note:
            {more}
        """.format(**notes)
        + f"""
        Args:
            size (int): How {much}.
        """
        + tail
    )
def step(): ...
step.__doc__ = "Do %s step." % "a"
def own():
    """Own words."""
own.__doc__ = "Others."
class Computed:
    __doc__ = Conv.__doc__
'''
    found = symbols(code)

    assert found["Conv"].summary == "Applies a convolution to {x}."
    assert found["step"].summary == "Do  step.".replace("  ", " ")
    assert found["own"].summary == "Own words."
    assert found["Computed"].summary == ""
    assert "Conv.__doc__" not in found
    assert record(code).outline.summary == "What this module is for."
    (text, parameters) = detail(code, "Conv").documentation
    assert parameters.fields[0].name == "size"
    assert "Note" not in text.text
