"""Effects of code that stay: files that it deletes or writes, what it pushes or publishes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkdocs_repodoc.insight.changing.delicate_names import Delicate
from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens

_CALLS = {
    "deletes files": (
        "rmtree unlinkSync rmdir rmdirSync removedirs rmSync rimraf remove_dir_all "
        "remove_file remove_dir RemoveAll deleteRecursively deleteIfExists rm_rf rm_r "
        "deleteAsync removeSync send2trash"
    ),
    "writes or moves files": (
        "write_text write_bytes writeFile writeFileSync appendFile appendFileSync WriteFile "
        "WriteAllText WriteAllBytes WriteAllLines write_all_text renameSync "
        "outputFile outputFileSync copyFileSync symlink_to copytree copyfile copy2"
    ),
}
"""What is called → names of functions that seldom have another sense on whatever object."""
_OWNED = {
    "deletes files": {
        ("os", "remove"),
        ("os", "unlink"),
        ("fs", "unlink"),
        ("fsp", "unlink"),
        ("File", "unlink"),
        ("os", "Remove"),
        ("fs", "rm"),
        ("fsp", "rm"),
        ("Files", "delete"),
        ("File", "delete"),
        ("File", "Delete"),
        ("Directory", "Delete"),
    },
    "writes or moves files": {
        ("os", "replace"),
        ("os", "rename"),
        ("os", "Rename"),
        ("os", "Create"),
        ("fs", "write"),
        ("fs", "rename"),
        ("fs", "copy"),
        ("File", "create"),
        ("Files", "write"),
        ("Files", "move"),
        ("File", "write"),
        ("shutil", "move"),
        ("shutil", "copy"),
    },
}
"""Likewise of names that tell only together with what they are called on."""
_BY_NAME = {name: topic for topic, names in _CALLS.items() for name in names.split()}
_BY_OWNER = {pair: topic for topic, pairs in _OWNED.items() for pair in pairs}
_PATH_ARGUMENT = "missing_ok"
"""Tells the `unlink` of a path from that of a list's node."""
_TOOLS = "(?:git|npm|pnpm|yarn|cargo|twine|docker|gem)"
_SENT = re.compile(
    rf"[\"']{_TOOLS}[\"']\s*,\s*\[?\s*[\"'](push|publish|upload)[\"']"
    r"|(?:\$|\b(?:exec\w*|spawn\w*|run|system|[Pp]open|call|check_call|check_output|sh|shell))"
    rf"\(?\s*f?[\"'`]{_TOOLS} (push|publish|upload)\b"
)
"""A command, as a list or as the text that a program is started by, that sends to others."""
_BEFORE_CALLS = {
    *("and", "await", "case", "defer", "do", "elif", "else", "if", "in", "match", "new"),
    *("not", "or", "return", "then", "throw", "unless", "until", "when", "while", "yield"),
}
"""Words before a call; any other word before a name and a bracket is a type or a keyword."""
_COMMENT = re.compile(r"\s*(?://|#|\*|/\*|--)")


def lasting_effects(lines: Sequence[str]) -> list[Delicate]:
    """Return what code calls that deletes or writes files, or sends something to others.

    Args:
        lines: The code; its comments are passed over.

    Returns:
        What is called, and how often; the most lines first.
    """
    found: dict[str, dict[int, list[str]]] = {}
    for topic, name, line in (*_called(lines), *_sent(lines)):
        found.setdefault(topic, {}).setdefault(line, []).append(name)
    told = [_effect(topic, by_line) for topic, by_line in found.items()]
    return sorted(told, key=lambda each: (-each.lines, each.topic))


def _called(lines: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    code = [CodeLine(number, 0, line) for number, line in enumerate(lines, 1)]
    tokens = list(code_tokens(code))
    for index, (token, behind) in enumerate(pairwise(tokens)):
        if token.is_word and behind.text == "(" and not _is_defined(tokens, index):
            topic = _BY_NAME.get(token.text) or _BY_OWNER.get((_owner(tokens, index), token.text))
            if token.text == "unlink" and tokens[index + 2 : index + 3]:
                is_path = tokens[index + 2].text == _PATH_ARGUMENT
                topic = topic or (_BY_NAME["rmtree"] if is_path else None)
            if topic is not None:
                yield topic, token.text, token.line


def _is_defined(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a name in front of a bracket is declared or defined there, not called."""
    before = tokens[index - 1] if index else None
    if before is not None and before.is_word and before.line == tokens[index].line:
        return before.text not in _BEFORE_CALLS
    is_statement = before is None or before.text in {"{", "}", ";", ",", "0"} or before.is_word
    return is_statement and _behind_brackets(tokens, index + 1) == "{"


def _behind_brackets(tokens: Sequence[Token], opening: int) -> str:
    """Return the token behind the bracket that closes what an opening one begins."""
    depth = 0
    for position in range(opening, len(tokens) - 1):
        depth += (tokens[position].text == "(") - (tokens[position].text == ")")
        if depth == 0:
            return tokens[position + 1].text
    return ""


def _owner(tokens: Sequence[Token], index: int) -> str:
    if index < 2 or tokens[index - 1].text not in {".", "::"}:  # noqa: PLR2004 - owner and dot
        return ""
    return tokens[index - 2].text


def _sent(lines: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    for number, line in enumerate(lines, 1):
        match = None if _COMMENT.match(line) else _SENT.search(line)
        if match is not None:
            yield "sends something to others", match[1] or match[2], number


def _effect(topic: str, by_line: dict[int, list[str]]) -> Delicate:
    counts = Counter(name for names in by_line.values() for name in set(names))
    name = max(counts, key=lambda each: (counts[each], each))
    line = min(number for number, names in by_line.items() if name in names)
    return Delicate(topic, len(by_line), name, line)
