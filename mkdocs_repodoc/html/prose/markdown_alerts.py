"""GitHub's alerts and tasks in Markdown: `> [!NOTE]`, `- [x]`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
_ALERTS = {"important": "info", "caution": "danger"}
_TASK = re.compile(r"\[([ xX])\] ")


def alerts_plugin(parser: MarkdownIt) -> None:
    """Have a parser read alerts and tasks."""
    parser.core.ruler.push("marks", _alerts_and_tasks)


def _alerts_and_tasks(state: StateCore) -> None:
    """Turn `> [!NOTE]` into an admonition and `[x]` at the start of an item into a box."""
    tokens = state.tokens
    index = 2
    while index < len(tokens):
        token, outer = tokens[index], tokens[index - 2].type
        if token.type == "inline" and token.children and token.children[0].type == "text":
            first = token.children[0]
            if outer == "list_item_open" and (task := _TASK.match(first.content)):
                box = "☐ " if task[1] == " " else "☑ "
                first.content = box + first.content[task.end() :]
            elif outer == "blockquote_open" and (alert := _ALERT.fullmatch(first.content)):
                _make_alert(tokens, index, alert[1].lower())
        index += 1


def _make_alert(tokens: list[Token], index: int, kind: str) -> None:
    opening = tokens[index - 2]
    depth = 0
    for token in tokens[index - 2 :]:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth == 0:
            token.tag = "div"
            break
    opening.tag = "div"
    opening.attrSet("class", f"admonition {_ALERTS.get(kind, kind)}")
    children = tokens[index].children or []
    rest = children[2:] if len(children) > 1 and children[1].type == "softbreak" else children[1:]
    title = Token("inline", "", 0, children=[Token("text", "", 0, content=kind.capitalize())])
    title.content = kind.capitalize()
    paragraph = Token("paragraph_open", "p", 1, block=True)
    paragraph.attrSet("class", "admonition-title")
    tokens[index].children = rest
    tokens[index - 1 : index - 1] = [
        paragraph,
        title,
        Token("paragraph_close", "p", -1, block=True),
    ]
