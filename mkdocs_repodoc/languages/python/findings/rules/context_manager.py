"""Classes that a `with` statement enters and leaves."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts, only_raises
from mkdocs_repodoc.model.rules import FurtherReading

_METHODS = (("__enter__", "__exit__", "with"), ("__aenter__", "__aexit__", "async with"))


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        for enter, leave, statement in _METHODS:
            if (
                enter in owner.methods
                and leave in owner.methods
                and not only_raises(owner.methods[enter])
            ):
                message = (
                    f"`{owner.name}` is a context manager: `{statement}` enters and leaves it "
                    f"through `{enter}` and `{leave}`."
                )
                yield Match(owner.methods[enter], message, owner.name)


RULE = PythonRule(
    id="context-manager",
    name="Context manager",
    area="idiom",
    says=(
        "A class has both methods that a `with` or `async with` statement calls. Generators that "
        "`contextlib` makes into context managers say so themselves."
    ),
    why=(
        "What is set up on entry is undone on exit, also when an exception passes through. Use it "
        "in a `with` statement; without one, nothing is undone."
    ),
    example="""\
class Connection:
    def __enter__(self):
        self.open()
        return self

    def __exit__(self, *error):
        self.close()
""",
    counterexample="""\
class Connection:
    def __enter__(self):
        return self
""",
    reference=FurtherReading(
        "Python: Context Manager Types",
        "https://docs.python.org/3/library/stdtypes.html#context-manager-types",
    ),
    since="0.1.0",
    check=_check,
)
