"""Results of functions as their signatures have them."""

from __future__ import annotations


def result_of(signature: str) -> str:
    """Return what a signature says of the result, whatever stands between it and the parameters."""
    depth = 0
    for index, character in enumerate(signature):
        depth += (character in "([{<") - (character in ")]}" or _closes(signature, index))
        if character == ")" and not depth:
            return signature[index + 1 :].partition(" where ")[0]
    return ""


def _closes(signature: str, index: int) -> bool:
    """Whether a character closes an angle bracket; that of an arrow does not."""
    return signature[index] == ">" and signature[index - 1 : index] not in ("-", "=")
