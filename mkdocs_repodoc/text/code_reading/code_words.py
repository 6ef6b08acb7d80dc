r"""Words of code in all languages whose lines are read alike: control flow, definitions, objects.

A language writes some of them; the words that only it has for failures are in its record. A
pattern is to stand before `\b`.
"""

from __future__ import annotations

IF_WORD = r"(?:(?:else\s+)?if|elif|elsif|elseif)"
"""The head of a block that is run where a condition holds."""
CONDITION_WORD = rf"(?:{IF_WORD}|unless)"
"""Likewise, or where it doesn't hold."""
LOOP_WORD = r"(?:(?:async\s+|await\s+)?for|foreach|while|until|loop)"
"""The head of a block that is run again and again."""
HANDLER_WORD = r"(?:except|catch|rescue)"
"""The head of a block for an error."""
FINAL_WORD = r"(?:finally|ensure)"
"""The head of a block that is run whenever the one before it is left."""
RAISE_WORD = r"(?:raise|throw)"
"""A statement that reports an error."""
DECLARING_WORD = r"(?:let|mut|const|var|val|auto|final|local)"
"""In front of a variable that is made."""
FUNCTIONS = ("def", "fn", "func", "function", "fun")
FUNCTION_WORD = rf"(?:{'|'.join(FUNCTIONS)})"
"""In front of the name of a function."""
MODIFIER_WORD = r"(?:export|pub|local|private|static|inline|suspend|const|unsafe)"
"""In front of a function's definition."""
RECEIVERS = frozenset({"self", "cls", "this"})
"""Names of the object, or the class, that a method is called on."""
