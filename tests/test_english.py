"""Plain English in all that users read, as docs/style.md has it. Spelling is left to typos."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.product import SOURCE, modules, strings_of

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if path.name != "style.md"),
]

# A pattern, and what to write instead.
PHRASES = {
    r"\bstands? (in(?! for\b)|on|at|there|here|behind|before|below|above)\b": "be, contain",
    r"\bl(ie|ies|ay) (in|there|here|below)\b": "is in",
    r"(?<!there )(?<!There )\b(is|are) no (?!longer\b|more\b)": "is not",
    r"\banew\b": "again, re-",
    r"\bbegun\b": "started",
    r"\bcircles?\b": "cycle",
    r"\bat its host\b": "on GitHub, on the forge",
    r"\bsimply\b|\bobviously\b|\bof course\b": "leave it out",
    r"\b[Pp]lease\b": "leave it out",
    r"\bclick here\b": "say where the link leads",
    r"\b[Ii]llegal\b": "say what would be valid",
    r"\b[Aa]ll in all\b": "Total",
    r"\bpass(es|ed) over\b": "skip, ignore",
    r"\bfor want of\b": "because … is missing",
    r"\bwhence\b": "from which",
    r"\bhangs? together\b": "are related",
    r"\btakes? part\b": "be connected, be used",
    r"\b(file|page|record|log|note|message|name)s? (says?|tells?|knows?)\b": "contain, show",
}


def shown_strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string of several words that code can show to somebody."""
    for line, text in strings_of(path):
        # What begins with a line break is a list of words: keywords, stop words.
        if " " in text.strip() and "\\" not in text and not text.startswith("\n"):
            yield line, text


def prose_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of a document's prose: without code."""
    fenced = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield number, re.sub(r"`[^`]*`", "``", line)


def faults(lines: Iterator[tuple[int, str]]) -> Iterator[str]:
    for number, text in lines:
        for pattern, remedy in PHRASES.items():
            if found := re.search(pattern, text):
                yield f"line {number}: {found[0]!r}; better: {remedy}: {text.strip()[:80]!r}"


@pytest.mark.parametrize("room", sorted(path.name for path in SOURCE.iterdir() if path.is_dir()))
def test_what_code_shows_is_plain_english(room: str) -> None:
    found = {
        str(path.relative_to(SOURCE)): problems
        for path in modules()
        if path.is_relative_to(SOURCE / room)
        if (problems := list(faults(shown_strings(path))))
    }
    assert found == {}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_is_plain_english(path: Path) -> None:
    assert list(faults(prose_of(path))) == []


@pytest.mark.parametrize(
    "text",
    ["The file says so.", "It lies in docs/.", "The name is no number.", "Written anew."],
)
def test_a_phrase_of_the_list_is_found(text: str) -> None:
    assert list(faults(iter([(1, text)])))


@pytest.mark.parametrize(
    "text", ["There is no folder a/.", "It is no longer used.", "It stands for a name."]
)
def test_plain_english_is_let_through(text: str) -> None:
    assert not list(faults(iter([(1, text)])))
