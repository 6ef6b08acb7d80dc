"""Comments in the middle of code that say what the next lines are for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.text.code_reading.masked_code import OPEN_TEXT, masked
from mkdocs_repodoc.text.code_reading.put_aside_code import is_put_aside
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.tool_comments import FOR_OTHERS

_COMMENT = re.compile(r"\s*(?://+!?|#+(?![\w\[({])|--|\*+|/\*+)\s?(?P<said>.*?)\s*(?:\*/)?\s*$")
_NOT_SAID = re.compile(rf"NOTE\b.*:|{FOR_OTHERS}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b\d\.)\s+(?=[A-Z])")
_MOST_LINES = 4
_LEAST_WORDS = 3
_LONGEST = 140


def comment_above(lines: Sequence[str], line: int, most_lines: int = _MOST_LINES) -> str:
    """Return what a comment directly above a line says, its first sentence; empty if there is none.

    Args:
        lines: The lines of a file.
        line: A line of code, from 1 on; one that the lines don't have has no comment.
        most_lines: Lines of a comment that is read; a longer one says nothing in a few words.
    """
    if line > len(lines):
        return ""
    depth = _indent(lines[line - 1])
    said: list[str] = []
    for number in range(line - 1, 0, -1):
        text = lines[number - 1]
        match = _COMMENT.match(text) if text.strip() else None
        if match is None or _indent(text) != depth or len(said) > most_lines:
            break
        said.insert(0, match["said"])
    words = " ".join(said).strip()
    is_said = len(words.split()) >= _LEAST_WORDS and not _NOT_SAID.match(words)
    if len(said) > most_lines or not is_said or any(map(is_put_aside, said)):
        return ""
    sentence = _SENTENCE_END.split(words)[0].rstrip(".:")
    return sentence if len(sentence) <= _LONGEST else ""


def comment_at(lines: Sequence[str], line: int) -> str:
    """Return what the comment of which a line is a part says, its first sentence.

    Args:
        lines: The lines of a file.
        line: A line, from 1 on.

    Returns:
        The sentence; empty where the line is no comment above code, or one that is too long.
    """
    end = line
    while end <= min(len(lines), line + _MOST_LINES) and _COMMENT.match(lines[end - 1]):
        end += 1
    return comment_above(lines, end) if end > line else ""


def comments_in(
    lines: Sequence[str], first: int, last: int, syntax: CommentSyntax
) -> Iterator[tuple[int, str]]:
    """Yield what comments in a stretch of code say, each with the line of code below it.

    Args:
        lines: The lines of a file.
        first: The first line of the stretch, from 1 on; no text goes on in it.
        last: Its last line.
        syntax: How the language writes comments.
    """
    code = masked("\n".join(lines[first - 1 : last]), syntax).split("\n")
    for number in range(first + 1, min(last, len(lines)) + 1):
        above, text = lines[number - 2], lines[number - 1]
        if code[number - 1 - first].startswith(OPEN_TEXT):  # an example in a help text, say
            continue
        is_code = bool(text.strip()) and not _COMMENT.match(text)
        if is_code and _COMMENT.match(above) and (said := comment_above(lines, number)):
            yield number, said


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
