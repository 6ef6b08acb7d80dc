"""Long stretches of a function by their longest statements."""

from __future__ import annotations

from mkdocs_repodoc.text.code_reading.long_stretches import long_stretches
from mkdocs_repodoc.text.comments import CommentSyntax

RUST = CommentSyntax(("//",), (("/*", "*/"),))
PYTHON = CommentSyntax(("#",))


def found(code: str, told: list[int], syntax: CommentSyntax) -> list[str]:
    lines = code.split("\n")
    numbers = long_stretches(lines, 1, len(lines), told, syntax)
    return [lines[number - 1].strip() for number in numbers]


def block(head: str, count: int) -> str:
    return f"    {head} {{\n" + "        step();\n" * count + "    }\n"


def test_the_longest_statements_of_a_long_stretch_are_found() -> None:
    code = "fn run() {\n" + block("if a", 9) + block("let request =", 30) + block("for b in c", 20)

    assert found(code + "}", [], RUST) == ["let request = {", "for b in c {"]


def test_a_stretch_with_a_told_line_is_none() -> None:
    code = "fn run() {\n" + block("if a", 30) + block("if b", 30)

    assert found(code + "}", [], RUST) == ["if a {", "if b {"]
    assert found(code + "}", [25, 50], RUST) == []


def test_texts_and_comments_are_no_statements() -> None:
    words = "    All of it.\n" * 50
    code = f'def run():\n    """Runs.\n\n{words}    """\n' + "    # one\n" * 20 + "    work()\n"

    assert found(code, [], PYTHON) == []


def test_parameters_and_arguments_are_no_statements() -> None:
    parameters = "    first,\n    second=None,\n" * 25
    words = '    """Runs.\n' + "    All of it.\n" * 20 + '    """\n'
    code = f"@option(\n    help='Try {{',\n)\ndef run(\n{parameters}):\n{words}    work()\n"

    assert found(code, [], PYTHON) == []


def test_a_function_that_is_an_argument_has_statements() -> None:
    code = "const run = wrap(async () => {\n" + block("if (a)", 9) + block("if (b)", 40)

    assert found(code + "})", [], RUST) == ["if (a) {", "if (b) {"]
