"""Classes that do something whenever a subclass of them is defined."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.registering_functions import recording_collection
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        hook = owner.methods.get("__init_subclass__")
        if hook is not None and not recording_collection(hook):
            message = (
                f"`{owner.name}` prepares subclasses when they are defined, in `__init_subclass__`."
            )
            yield Match(hook, message, owner.name)


RULE = PythonRule(
    id="subclass-hook",
    name="Subclass hook",
    area="design",
    says=(
        "A class defines `__init_subclass__`. One that only collects its subclasses is a "
        "`registry` instead."
    ),
    why=(
        "Code here runs for every subclass, at the moment when its module is imported. It may "
        "change the subclass, check it, or take keyword arguments from its `class` statement."
    ),
    example="""\
class Model:
    def __init_subclass__(cls, *, table="", **options):
        super().__init_subclass__(**options)
        cls.table = table or cls.__name__.lower()
""",
    counterexample="""\
class Model:
    def __init__(self, table=""):
        self.table = table
""",
    reference=FurtherReading(
        "Python: object.__init_subclass__",
        "https://docs.python.org/3/reference/datamodel.html#object.__init_subclass__",
    ),
    since="0.1.0",
    check=_check,
)
