"""Words of languages that say nothing of calls in code that a document shows."""

from __future__ import annotations

PASSED_OVER = frozenset(
    word
    for words in (
        "and async auto await break case catch const continue default defer delete do elif else",
        "except export final finally for foreach from go goto if import in is lambda let loop",
        "match mut new not null or out override package private protected public raise readonly",
        "ref return select static super switch throw throws try typeof unsafe use using val var",
        "virtual void volatile where while with yield",
    )
    for word in words.split()
)
