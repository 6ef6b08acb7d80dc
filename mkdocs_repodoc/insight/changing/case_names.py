"""Names of test cases, which some frameworks make of whole sentences."""

from __future__ import annotations


def inner_name(name: str) -> str:
    """Return the name of a test case, or of a helper, without what stands around it in its file.

    A sentence keeps its full stops: `help > when --help.txt is read` is named by what comes last.
    """
    if " " in name:
        return name.rpartition(" > ")[2]
    return name.rpartition("::")[2].rpartition(".")[2]
