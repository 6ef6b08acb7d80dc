"""What code opens, prints, starts and sends."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

import pytest

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.text.code_reading.outside_effects import WRITES, outside_effects


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        (
            "python",
            '''
            def save(path):
                """Call open(path)."""
                # print("no")
                say("print(1)")
                with open(path, "w") as file:
                    file.write(text)
                target.write_text(text)
                subprocess.run(  # no shell
                    ["git", "push"],
                    check=True,
                )
                answer = self.session.send(request)
                session.get("user")
            ''',
            [
                (5, 'open(path, "w")'),
                (7, "target.write_text(text)"),
                (8, 'subprocess.run(["git", "push"], check=True)'),
                (12, "self.session.send(request)"),
            ],
        ),
        (
            "rust",
            """
            fn run() -> Result<()> {
                let file = File::open(name)?;
                writeln!(out, "No content")?;
                writeln!(out, "{l}{r}")?;
            }
            """,
            [(2, "File::open(name)"), (3, 'writeln!(out, "No content")')],
        ),
        (
            "go",
            """
            func run() {
            \tos.WriteFile(name, data, 0o644)
            \tresponse, err := s.httpClient.Do(request)
            \tos.Exit(1)
            }
            """,
            [(2, "os.WriteFile(name, data, 0o644)"), (3, "httpClient.Do(request)")],
        ),
        (
            "javascript",
            """
            async function push() {
              await execa('git', ['push', '--follow-tags']);
              await registry.fetch(name);
              console.log(`${name} published`);
            }
            """,
            [
                (2, "execa('git', ['push', '--follow-tags'])"),
                (4, "console.log(`${name} published`)"),
            ],
        ),
        ("java", "void run() {\n  Files.delete(path);\n}\n", [(2, "Files.delete(path)")]),
        ("kotlin", 'fun run() {\n    println("Done")\n}\n', [(2, 'println("Done")')]),
        ("c#", "void Run() {\n  File.ReadAllText(path);\n}\n", [(2, "File.ReadAllText(path)")]),
        ("php", "{\n  $x->header(1);\n  unlink($path);\n}\n", [(3, "unlink($path)")]),
        ("ruby", "def run\n  File.write(path, text)\nend\n", [(2, "File.write(path, text)")]),
        ("c", 'void run() {\n  FILE *f = fopen(path, "r");\n}\n', [(2, 'fopen(path, "r")')]),
    ],
)  # fmt: skip
def test_what_reaches_outside_is_found(
    language: str, code: str, expected: list[tuple[int, str]]
) -> None:
    spec = language_named(language)
    starts = spec.reaches_out
    assert not isinstance(starts, Absent)
    lines = dedent(code).lstrip("\n").split("\n")

    found = outside_effects(lines, 1, len(lines), starts, spec.comments)

    assert [(each.line, each.said) for each in found] == expected


def test_a_long_call_is_cut() -> None:
    words = ", ".join(["word"] * 30)
    (found,) = _told("python", ["def f():", f"    print({words})"])

    assert found.startswith("print(word, word")
    assert found.endswith("word …")
    assert len(found) < 100


def test_what_an_inner_function_does_is_left_out() -> None:
    code = """
        fn main() {
            set_handler(move || {
                println!("Aborting");
            });
            println!("Done");
        }
        """
    lines = dedent(code).strip("\n").split("\n")

    assert _told("rust", lines) == ['println!("Done")']


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        (
            "javascript",
            ['console.log("see // comment");', "other(1);"],
            ['console.log("see // comment")'],
        ),
        (
            "python",
            ['print("issue # 5 is open")', "y = compute(a, b)", "z = 2"],
            ['print("issue # 5 is open")'],
        ),
        ("python", ['print("1) first")'], ['print("1) first")']),
        ("python", ['print("a  ( b ,) \\" c)", 7 // 2)'], ['print("a  ( b ,) \\" c)", 7 // 2)']),
        ("python", ["print((1,))"], ["print((1,))"]),
        ("python", ["print(  # why (not", "    1,", ")"], ["print(1)"]),
        ("python", ["x = 1  # print(1)", "x = 2  #print(2)"], []),
        ("python", [r'say("\"print(1)\""); print(2)'], ["print(2)"]),
        ("python", ['say("""', "print(1)", '""")', "print(2)"], ["print(2)"]),
        ("python", ['print("""one', "    two)", '    """, 3)'], ['print("""one …']),
        ("rust", ['println!("one', '    two)", 3);'], ['println!("one …']),
        ("rust", ["println!(\"{}\", f::<'a>(')'));"], ["println!(\"{}\", f::<'a>(')'))"]),
        ("javascript", ["/*", "console.log(1)", "*/", "console.log(2)"], ["console.log(2)"]),
        ("javascript", [r"console.log(a(/\//g, 1))"], [r"console.log(a(/\//g, 1))"]),
    ],
)  # fmt: skip
def test_signs_in_texts_and_comments_are_no_code(
    language: str, code: list[str], expected: list[str]
) -> None:
    assert _told(language, ["{", *(f"  {line}" for line in code)]) == expected


def _told(language: str, lines: Sequence[str]) -> list[str]:
    spec = language_named(language)
    assert not isinstance(spec.reaches_out, Absent)
    found = outside_effects(lines, 1, len(lines), spec.reaches_out, spec.comments)
    return [each.said for each in found]


def test_what_by_its_name_writes_is_told_whoever_it_belongs_to() -> None:
    lines = [
        "func run() {",
        "  err = doc.WriteToFile(name)",
        "  frame.to_csv(name)",
        "  this.page.saveAs(name)",
        "  doc.Write(name)",
        "  // doc.WriteToFile(name)",
        "}",
    ]
    found = outside_effects(lines, 1, len(lines), WRITES, language_named("go").comments)
    assert [each.said for each in found] == ["doc.WriteToFile(name)", "this.page.saveAs(name)"]
