"""Write the documentation's pages on rules, docs/rules/, from the rules themselves.

python tools/make_rule_pages.py
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from mkdocs_repodoc.languages.python.findings.ruff_rules import (
    DOCUMENTATION,
    PERFORMANCE_RULES,
    SECURITY_RULES,
)
from mkdocs_repodoc.languages.rule_catalogue import rules_by_id
from mkdocs_repodoc.model.rules import Rule

TARGET = Path(__file__).parents[1] / "docs" / "rules"
AREAS = {
    "design": ("Design patterns", "How classes work together; under *Architecture & Design*."),
    "idiom": ("Idioms", "Other ways of using the language; under *Code Patterns & Idioms*."),
    "performance": ("Performance", "What a module does about speed, and where its time may go."),
    "security": ("Security", "Calls and arguments that deserve a second look."),
}
"""Title and description of each area, in the order of the page of a file."""
INDEX = """\
# Rules

What a syntax tree proves is a finding: this class is a context manager, those loops are nested. A
rule asks for the parts that make a pattern work, such as the methods of a protocol, never for a
word in a name. A finding is not a verdict; most describe how the code is built.

On a generated page the name of a rule leads to its explanation, which is the text of its page here,
or to the documentation of ruff.
"""
RUFF = """\
The rules of [ruff](https://docs.astral.sh/ruff/) that are checked too. The ruff configuration of a
repository is not used, so that the same code gets the same findings everywhere; its `# noqa`
comments are. Where ruff's message claims more than the rule has seen, a finding has its own words.
"""


def rule_pages() -> dict[str, str]:
    """Return the text of each page by its file name."""
    rules = sorted(rules_by_id().values(), key=lambda rule: (list(AREAS).index(rule.area), rule.id))
    return {"index.md": _index(rules), **{f"{rule.id}.md": _page(rule) for rule in rules}}


def _index(rules: Iterable[Rule]) -> str:
    parts = [INDEX]
    for area, members in groupby(rules, key=lambda rule: rule.area):
        title, description = AREAS[area]
        rows = [
            f"| [`{rule.id}`]({rule.id}.md) | {_first_sentence(rule.says)} |" for rule in members
        ]
        parts += [f"## {title}\n", f"{description}\n", "| rule | what it finds |", "|---|---|"]
        parts += [*rows, ""]
    parts += ["## Rules of ruff\n", RUFF]
    parts += [
        *_ruff_table("Security", SECURITY_RULES),
        *_ruff_table("Performance", PERFORMANCE_RULES),
    ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _first_sentence(text: str) -> str:
    first, stop, _ = text.partition(". ")
    return f"{first}." if stop else text


def _ruff_table(title: str, rules: Mapping[str, str]) -> list[str]:
    rows = [f"| `{code}` | [{name}]({DOCUMENTATION}{name}/) |" for code, name in rules.items()]
    return [f"### {title}\n", "| rule | documentation |", "|---|---|", *rows, ""]


def _page(rule: Rule) -> str:
    return f"""\
# {rule.name} (`{rule.id}`)

Area: [{AREAS[rule.area][0]}](index.md#{AREAS[rule.area][0].lower().replace(" ", "-")}).
Language: {rule.language.capitalize()}. Since version {rule.since}.

## What it says

{rule.says}

## Why it matters

{rule.why}

## Example

This has the finding:

```{rule.language}
{rule.example.rstrip()}
```

This has not:

```{rule.language}
{rule.counterexample.rstrip()}
```

## Reference

[{_escaped(rule.reference.title)}]({rule.reference.url})
"""


def _escaped(text: str) -> str:
    return text.replace("_", r"\_")


def main() -> None:
    """Write the pages; those of rules that are no more go."""
    TARGET.mkdir(exist_ok=True)
    pages = rule_pages()
    for file in TARGET.glob("*.md"):
        if file.name not in pages:
            file.unlink()
    for name, text in pages.items():
        (TARGET / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
