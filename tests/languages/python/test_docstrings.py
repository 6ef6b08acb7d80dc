from __future__ import annotations

import logging

import pytest
from support.python_records import detail, record, symbols

from mkdocs_repodoc.languages.python.outline.docstring_summaries import summarise, without_summary
from mkdocs_repodoc.languages.python.outline.docstrings import markup_of
from mkdocs_repodoc.languages.python.outline.epytext import from_epytext
from mkdocs_repodoc.model.records import DocField
from mkdocs_repodoc.settings import DocstringStyle

GOOGLE = '''
def scale(image: Image, factor: float = 2.0) -> Image:
    """Scale an image.

    It keeps the proportions.

    Args:
        image: What to scale.
        factor (int): By how much.

    Returns:
        The larger image.

    Raises:
        ValueError: If the factor is negative.

    Examples:
        >>> scale(a)
        b
    """
'''
NUMPY = '''
def scale(image: Image, factor=2.0) -> Image:
    """Scale an image.

    Parameters
    ----------
    image
        What to scale.
    factor : int
        By how much.

    Returns
    -------
    Image
        The larger image.
    """
'''
SPHINX = '''
def scale(image: Image, factor=2.0):
    """Scale an image.

    :param image: What to scale.
    :param factor: By how much.
    :type factor: int
    :raises ValueError: If the factor is negative.
    :returns: The larger image."""
'''


@pytest.mark.parametrize("code", [GOOGLE, NUMPY, SPHINX])
def test_styles_are_told_apart(code: str) -> None:
    made = detail(code, "scale")
    sections = {section.kind: section for section in made.documentation}
    assert sections["text"].text.startswith("Scale an image.")
    fields = sections["parameters"].fields
    assert [(field.name, field.annotation) for field in fields] == [
        ("image", "Image"),
        ("factor", "int"),
    ]
    assert [field.description for field in fields] == ["What to scale.", "By how much."]
    assert sections["returns"].fields[0].description == "The larger image."


def test_sections_of_google_style() -> None:
    sections = {section.kind: section for section in detail(GOOGLE, "scale").documentation}
    assert sections["parameters"].fields[1] == DocField("factor", "int", "By how much.", "2.0")
    assert sections["returns"].fields[0].annotation == "Image"
    assert sections["raises"].fields == (DocField("", "ValueError", "If the factor is negative."),)
    assert sections["examples"].text == ">>> scale(a)\nb"


@pytest.mark.parametrize("style", ["google", "numpy", "sphinx"])
def test_a_given_style_is_the_only_one_tried(style: DocstringStyle) -> None:
    kinds = {
        name: "parameters"
        in {section.kind for section in detail(code, "scale", style).documentation}
        for name, code in (("google", GOOGLE), ("numpy", NUMPY), ("sphinx", SPHINX))
    }
    assert kinds == {name: name == style for name in kinds}


def test_nothing_is_logged_about_odd_docstrings(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        code = '''
            def f(a):
                """Do.

                Args:
                    nobody (await x): Unknown.
                    no colon here
                      odd indentation

                Returns:
                    (lambda: x for): y
                """
            '''
        assert len(detail(code, "f").documentation) > 1
    assert not caplog.records


def test_documentation_of_attributes() -> None:
    code = '''
        LIMIT = 3
        """How many there may be."""
        other = 4

        class C:
            size: int
            """Its size.

            More about it."""
            def __init__(self):
                self.name = "x"
                """Its name."""
        """Nobody's."""
        '''
    found = symbols(code)
    assert found["LIMIT"].summary == "How many there may be."
    assert found["C.size"].summary == "Its size."
    assert found["C.name"].summary == "Its name."
    assert found["other"].summary == ""
    assert detail(code, "C.size").documentation[0].text == "Its size.\n\nMore about it."


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            '!!! abstract "Usage Documentation"\n    [Models](models.md)\n\nBase of models.',
            "Base of models.",
        ),
        ("??? note\n    One.\n\n    Two.\n\nThe rest.", "The rest."),
        ("!!! warning\n    Gone soon.", ""),
        ("One sentence. Another.", "One sentence."),
        ("Spans\ntwo lines\n\nMore.", "Spans two lines"),
        ("Takes e.g. a list. Then more.", "Takes e.g. a list."),
        ("Title\n=====\n\nText.", "Title"),
        ("=====\nTitle\n=====\nText.", "Title"),
        ("mill.stones\n~~~~~~~~~~~\n\nThe stones. More.", "The stones."),
        ("mill\n----", "mill"),
        ("add(a, b) -> int\n\nAdd numbers.", "Add numbers."),
        ("add(a, b) adds numbers.", "add(a, b) adds numbers."),
        ("Args:\n    x: y", ""),
        (":param x: y", ""),
        ("Do it.\n:param x: y", "Do it."),
        ("Do it\nArgs:\n    x: y", "Do it"),
        ("Has:\n- one\n- two", "Has:"),
        ("Has\n1. one", "Has"),
        ("Is - in short\n* this", "Is - in short"),
        (">>> f()\n1", ""),
        ("", ""),
        ('url = URL("a.b")\n\nassert url.scheme == "b"\n\nThe parts of it:', "The parts of it:"),
        ("from one place to another.", "from one place to another."),
        ("x = the number of rows", "x = the number of rows"),
        ("Setting self.a = 1 stops it.\n\nA channel.", "A channel."),
        ("Setting self.a = 1 stops it.", ""),
    ],
)
def test_summaries(text: str, summary: str) -> None:
    assert summarise(text, "add") == summary


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("One.", ""),
        ("One. Two.", "Two."),
        ("One\nline.\n\nTwo.", "Two."),
        ("Title\n=====\n\nText.", "Text."),
        ("mill.stones\n~~~~~~~~~~~\n\nThe stones. More.", "More."),
    ],
)
def test_what_follows_the_summary(text: str, rest: str) -> None:
    assert without_summary(text, summarise(text)) == rest


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Plain text.", "markdown"),
        ("See `name` and *this*.", "markdown"),
        ("See :class:`Name`.", "rst"),
        ("See :py:func:`name`.", "rst"),
        ("Text\n\n.. note::\n\n    So.", "rst"),
        ("Like this::\n\n    code", "rst"),
        (":param x: y", "rst"),
        ("# Title\n\n```python\nx\n```\n[a](b)\nUse `x` like ``this``", "markdown"),
    ],
)
def test_markup_is_told_by_its_marks(text: str, markup: str) -> None:
    assert markup_of([text]) == markup


def test_module_docstring_is_split_into_summary_and_rest() -> None:
    made = record('#!/usr/bin/env python\n"""\nServe files.\n\nThey are sent as they are.\n"""\n')
    outline = made.outline
    assert (outline.summary, outline.summary_line) == ("Serve files.", 3)
    assert outline.summary_origin == "module docstring"
    assert made.detail.documentation[0].text == "They are sent as they are."
    assert outline.main_line == 1


def test_leading_comment_stands_in_for_a_docstring() -> None:
    made = record(
        """
        #!/usr/bin/env python
        # -*- coding: utf-8 -*-
        # Copyright 2020 Somebody. Licensed under the MIT License.

        # Converts pictures to text.
        import os
        # Not this one about the code.
        """
    )
    outline = made.outline
    assert (outline.summary, outline.summary_line) == ("Converts pictures to text.", 5)
    assert outline.summary_origin == "leading comment"


def test_a_file_without_words_has_no_summary() -> None:
    outline = record("x = 1\n").outline
    assert (outline.summary, outline.summary_line, outline.summary_origin) == ("", 0, "")


def test_fields_of_sphinx_end_where_the_text_goes_on() -> None:
    code = '''
def redirect(location, code=303):
    """Make a redirect.

    :param location: Where to go,
        over two lines.

        And a second paragraph.
    :param code: The status
    of the answer.

    .. versionchanged:: 3.2
        ``code`` is 303.

    :raises ValueError: Never.
    """
'''
    sections = detail(code, "redirect").documentation
    parameters = next(section for section in sections if section.kind == "parameters")

    assert [field.description for field in parameters.fields] == [
        "Where to go,\nover two lines.\n\nAnd a second paragraph.",
        "The status\nof the answer.",
    ]
    assert [section.kind for section in sections] == ["text", "parameters", "raises", "text"]
    assert sections[-1].text == ".. versionchanged:: 3.2\n    ``code`` is 303."


def test_blank_line_below_a_heading_hides_no_section() -> None:
    code = '''
def evolve(inst, **changes):
    """Make another.

    Args:

        inst:
            What to copy.

        changes:
            What differs.

    Returns:
        A copy.
    """
'''
    text, parameters, returns = detail(code, "evolve").documentation

    assert text.text == "Make another."
    assert [field.name for field in parameters.fields] == ["inst", "changes"]
    assert [field.description for field in parameters.fields] == ["What to copy.", "What differs."]
    assert returns.fields[0].description == "A copy."


def test_see_also_of_numpy_is_a_list() -> None:
    code = '''
def average(a):
    """Average.

    Returns
    -------
    retval, [sum_of_weights] : array_type or double
        The average.

    See Also
    --------
    mean

    ma.average : for masked arrays, useful
                 with "missing" values
    take, choose :
        Others.
    """
'''
    sections = {each.title or each.kind: each for each in detail(code, "average").documentation}

    assert sections["See also"].text.split("\n") == [
        "- `mean`",
        '- `ma.average`: for masked arrays, useful with "missing" values',
        "- `take`, `choose`: Others.",
    ]
    (returned,) = sections["returns"].fields
    assert (returned.name, returned.annotation) == (
        "retval, [sum_of_weights]",
        "array_type or double",
    )


def test_see_also_alone_tells_numpys_style() -> None:
    code = '''
def average(a):
    """Average.

    See Also
    --------
    mean : why
    """

def other(a):
    """See also

    What `average` does.
    """
'''
    first, second = detail(code, "average").documentation
    assert (first.text, second.title, second.text) == ("Average.", "See also", "- `mean`: why")
    assert [each.kind for each in detail(code, "other").documentation] == ["text"]


def test_see_also_in_words_is_left_alone() -> None:
    rows = (
        "Do.",
        "",
        "Returns",
        "-------",
        "int",
        "",
        "See Also",
        "--------",
        "The guide, and more.",
    )
    text = "\n    ".join(rows)
    section = detail(f'def f():\n    """{text}\n    """\n', "f").documentation[-1]

    assert section.text == "The guide, and more."


@pytest.mark.parametrize(
    ("epytext", "restructured"),
    [
        ("Convert L{pydoctor.epydoc} markup.", "Convert :obj:`pydoctor.epydoc` markup."),
        ("See L{the host <app.Host>}.", "See :obj:`the host <app.Host>`."),
        ("See U{the page <https://a.b/c>}.", "See `the page <https://a.b/c>`_."),
        ("A C{dict} of I{new} names.", "A ``dict`` of *new* names."),
        (
            "@param name: What it is.\n@rtype: L{str}",
            ":param name: What it is.\n:rtype: :obj:`str`",
        ),
        ("A set {1, 2} by @dataclass and CL{x}.", "A set {1, 2} by @dataclass and CL{x}."),
    ],
)
def test_epytext_becomes_restructuredtext(epytext: str, restructured: str) -> None:
    assert from_epytext(epytext) == restructured


def test_what_a_parameter_is_for_is_no_summary() -> None:
    assert summarise("is_shared -- Shares the libraries (default False)", "create") == ""
    assert summarise("mill_tools -- What mills share") == "mill_tools -- What mills share"
    assert summarise("grind_all -- Grinds.", "grind_all") == "grind_all -- Grinds."
