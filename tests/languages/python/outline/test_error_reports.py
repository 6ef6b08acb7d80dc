"""Errors that a module reports, and its handlers."""

from __future__ import annotations

import ast
import time
from textwrap import dedent

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.languages.python.outline.errors.error_reports import read_errors
from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError
from mkdocs_repodoc.settings import AnalysisOptions


def reports(code: str) -> list[ReportedError]:
    record = analyse("a.py", "python", dedent(code).encode(), AnalysisOptions())
    return list(record.outline.facts_of(ReportedError))


def handlers(code: str) -> list[ErrorHandler]:
    record = analyse("a.py", "python", dedent(code).encode(), AnalysisOptions())
    return list(record.outline.facts_of(ErrorHandler))


@pytest.mark.parametrize(
    ("raised", "message"),
    [
        ("Bad('no grain')", "no grain"),
        ("Bad(f'no {kind!r} left')", "no {kind} left"),
        ("Bad('no ' + kind)", "no {kind}"),
        ("Bad('no %s' % kind)", "no %s"),
        ("Bad('no {}'.format(kind))", "no {}"),
        ("Bad(_('no grain'))", "no grain"),
        ("Bad(3, detail='no grain')", "no grain"),
        ("Bad(text)", "no grain in sight"),
        ("Bad(404)", "404"),
        ("Bad(404, 'no grain')", "404 no grain"),
        ("Bad(kind)", ""),
        ("Bad", ""),
    ],
)
def test_the_message_is_the_text_as_the_code_has_it(raised: str, message: str) -> None:
    code = f"def f(kind):\n    text = 'no grain in sight'\n    raise {raised}\n"
    assert reports(code) == [ReportedError("Bad", message, 3)]


def test_an_error_that_is_chosen_is_one_of_two() -> None:
    found = reports(
        """
        def f(kind, **more):
            if more:
                raise (
                    Old("no longer")
                    if "nested" in more
                    else Bad(f"unknown {kind}") if kind else Worse)
        """
    )
    assert [(each.error, each.message, each.line, each.condition) for each in found] == [
        ("Old", "no longer", 5, '"nested" in more'),
        ("Bad", "unknown {kind}", 7, "kind"),
        ("Worse", "", 7, "not (kind)"),
    ]
    assert found[2].outer == ('not ("nested" in more)', "more")


def test_a_message_may_be_one_of_two() -> None:
    found = reports(
        """
        def f(kind):
            text = "one" if kind else f"two {kind}"
            log.error("three" if not kind else "four")
            raise Bad(404, text)
        """
    )
    assert [(each.error, each.message, each.condition) for each in found] == [
        ("log.error", "three", "not kind"),
        ("log.error", "four", "kind"),
        ("Bad", "404 one", "kind"),
        ("Bad", "404 two {kind}", "not (kind)"),
    ]


def test_what_a_variable_holds_is_what_is_raised() -> None:
    (found,) = reports(
        """
        def f(self):
            problem = self.made("dull")
            raise problem
        """
    )
    assert (found.error, found.message) == ("self.made", "dull")


def test_a_text_holds_until_its_variable_changes() -> None:
    found = reports(
        """
        def f(kind):
            if kind:
                text = "no %s"
                raise Bad(text % kind)
            text = "none"
            if other:
                text = make()
            raise Bad(text)
        """
    )
    assert [each.message for each in found] == ["no %s", ""]


def test_what_a_variable_held_last_is_raised() -> None:
    (found,) = reports("def f():\n    e = A('x')\n    e = B('y')\n    raise e\n")
    assert (found.error, found.message) == ("B", "y")
    assert not reports("def f():\n    e = A('x')\n    e = g[0]\n    raise e\n")


def test_a_text_may_be_unpacked_over() -> None:
    (found,) = reports("def f():\n    e = 'x'\n    e, n = g()\n    raise Bad(e)\n")
    assert found.message == ""


def test_a_function_sees_the_texts_of_its_module_and_not_those_of_another() -> None:
    found = reports(
        """
        SAID = "no grain"
        def f():
            other = "none"
            raise Bad(SAID)
        def g():
            raise Bad(other)
        """
    )
    assert [each.message for each in found] == ["no grain", ""]


def test_a_text_of_itself_is_cut() -> None:
    (found,) = reports("def f():\n    e = e + 'x'\n    raise Bad(e)\n")
    assert found.message == "{e}x"
    doubled = "".join(f"    t{each + 1} = t{each} + t{each}\n" for each in range(60))
    (found,) = reports(f"def f():\n    t0 = 'x'\n{doubled}    raise Bad(t60)\n")
    assert found.message == f"{'x' * 199}…"


@pytest.mark.parametrize(
    "code",
    [
        "SAID_{0} = 'none'\ndef f_{0}():\n    raise Bad(SAID_{0})\n",
        "said_{0} = 'none'\nfor each in f():\n    error(said_{0})\n",
    ],
)
def test_cost_is_linear_in_the_number_of_texts(code: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(code.format(each) for each in range(count))
        tree, source = ast.parse(text), SourceExcerpts(text)
        start = time.process_time()
        assert len(read_errors(tree, text, ImportAliases([]), source)) == count
        return time.process_time() - start

    seconds(10)
    assert seconds(4_000) < 24 * max(seconds(500), 0.005)


@pytest.mark.parametrize(
    ("body", "condition"),
    [
        ("if a:\n        raise Bad", "a"),
        ("if a:\n        pass\n    else:\n        raise Bad", "not (a)"),
        ("if a:\n        return\n    raise Bad", "not (a)"),
        ("if a:\n        g()\n    raise Bad", ""),
        ("if a:\n        pass\n    elif b:\n        raise Bad", "b"),
        ("for a in b:\n        if c:\n            continue\n        raise Bad", "not (c)"),
        ("if a:\n        try:\n            g()\n        except B:\n            raise Bad", ""),
        ("if a:\n        def g():\n            raise Bad", ""),
    ],
)
def test_the_condition_is_the_innermost_one_in_the_function(body: str, condition: str) -> None:
    assert [each.condition for each in reports(f"def f():\n    {body}\n")] == [condition]


@pytest.mark.parametrize(
    ("body", "conditions"),
    [
        ("if a:\n        if b:\n            raise Bad", ("b", "a")),
        ("if a:\n        if b:\n            return\n        raise Bad", ("not (b)", "a")),
        ("if a:\n        pass\n    elif b:\n        raise Bad", ("b", "not (a)")),
        ("if not a:\n        return\n    raise Bad", ("a",)),
        ("match a:\n        case 1 if b:\n            raise Bad", ("a: 1 if b",)),
    ],
)
def test_all_conditions_around_a_report_are_told(body: str, conditions: tuple[str, ...]) -> None:
    (found,) = reports(f"def f():\n    {body}\n")
    assert (found.condition, *found.outer) == conditions


@pytest.mark.parametrize(
    ("handler", "expected"),
    [
        ("except OSError:\n        raise Bad", ("", "OSError")),
        ("except OSError:\n        if a:\n            raise Bad", ("a", "OSError")),
        ("except:\n        raise Bad", ("", "any error")),
        ("except OSError:\n        def g():\n            raise Bad", ("", "")),
    ],
)
def test_a_report_tells_in_which_handler_it_stands(handler: str, expected: tuple[str, str]) -> None:
    (found,) = reports(f"def f():\n    try:\n        g()\n    {handler}\n")
    assert (found.condition, found.caught) == expected


@pytest.mark.parametrize(
    ("statement", "error", "form"),
    [
        ("log.warning('dull %s', x)", "log.warning", "log"),
        ("print('dull', file=sys.stderr)", "print", "log"),
        ("warnings.warn('dull', DeprecationWarning)", "DeprecationWarning", "warning"),
        ("warnings.warn('dull')", "UserWarning", "warning"),
        ("self.error = Bad('dull')", "Bad", "kept"),
        ("abort('dull')", "abort", "call"),
        ("report_error('dull')", "report_error", "call"),
        ("warn_about('dull')", "warn_about", "notice"),
    ],
)
def test_messages_are_told_by_where_they_go(statement: str, error: str, form: str) -> None:
    (found,) = reports(f"import sys, warnings\n{statement}\n")
    assert (found.error, found.form) == (error, form)
    assert found.message.startswith("dull")


@pytest.mark.parametrize(
    "code",
    ["print('raise')", "error('')", "warn(x)", "log.info('error')", "raise", "sys.exit('gone')"],
)
def test_what_reports_nothing_is_left_out(code: str) -> None:
    assert reports(f"import sys\n{code}\n") == []


def test_a_handler_has_all_errors_that_it_names() -> None:
    names = [f"VeryLongNameOfAnError{number}" for number in range(12)]
    (found,) = handlers(f"try:\n    grind()\nexcept ({', '.join(names)}):\n    raise\n")
    assert all(name in found.caught for name in names)


def test_a_handler_tells_its_statements() -> None:
    (found,) = handlers(
        """
        try:
            grind()
        except (Dull, OSError) as error:
            # Nobody can grind with it.
            print(
                error,
                file=log,
            )
            if loud:
                ring()
                raise
            return None
        """
    )
    steps = ("print(error, file=log)", "if loud: ring(); raise", "return None")
    assert found == ErrorHandler("(Dull, OSError)", steps, 4, guarded=(3, 3))


def test_a_handler_may_do_nothing_and_take_all() -> None:
    assert handlers("try:\n    f()\nexcept:\n    pass\n") == [
        ErrorHandler("", (), 3, guarded=(2, 2))
    ]
    suppressed = "import contextlib\nwith contextlib.suppress(KeyError):\n    f()\n"
    assert handlers(suppressed) == [ErrorHandler("KeyError", (), 2, guarded=(3, 3))]


def test_an_optional_import_is_no_failure() -> None:
    assert handlers("try:\n    import a\nexcept ImportError:\n    a = None\n") == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("def __init__(self, kind):\n    super().__init__(f'no {kind} left')", "no {kind} left"),
        ("def __init__(self, kind):\n    Exception.__init__(self, 'no %s' % kind)", "no %s"),
        (
            "def __init__(self, kind):\n    text = 'no ' + kind\n    super().__init__(text)",
            "no {kind}",
        ),
        ("def __init__(self):\n    self.message = 'no grain'", "no grain"),
        (
            "def __init__(self):\n    self.message = 'a'\n\n  def __str__(self):\n    return 'b'",
            "b",
        ),
        ("def __init__(self, message):\n    super().__init__(message)", ""),
        ("def __init__(self, message):\n    super().__init__(f'{message}')", ""),
        ("def __str__(self):\n    if self.wet:\n      return 'wet'\n    return 'dull'", ""),
    ],
)
def test_classes_of_errors_have_texts(body: str, text: str) -> None:
    found = reports(f"class Bad(ValueError):\n  {body}\n\n\nraise_it = Exception")
    assert [(each.error, each.message, each.form) for each in found] == [("Bad", text, "text")] * (
        text != ""
    )
    assert reports(f"class Sack(Base):\n  {body}\n\n\nraise_it = Exception") == []
