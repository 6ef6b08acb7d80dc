"""Classes that leave methods to their subclasses."""

from __future__ import annotations

import builtins
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.abstract_methods import (
    abstract_methods,
    inherited_abstract_methods,
)
from mkdocs_repodoc.languages.python.findings.ancestors import ancestors
from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import METACLASSES, ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        own = abstract_methods(owner, module)
        if not own:
            continue
        names = [*own, *inherited_abstract_methods(owner, module)]
        others = [
            base.rpartition(".")[2]
            for base in ancestors(owner, module)[1]
            if not hasattr(builtins, base) and base not in METACLASSES
        ]
        more = f", and whatever else {listed(others)} may leave abstract" if others else ""
        message = (
            f"`{owner.name}` is an abstract class: subclasses must define {listed(names)}{more}."
        )
        yield Match(owner.node, message, owner.name)


RULE = PythonRule(
    id="abstract-class",
    name="Abstract class",
    area="design",
    says=(
        "A class marks methods of its own as abstract. The methods that subclasses must define "
        "are listed, with those that it inherits from classes of the same file."
    ),
    why=(
        "It is the interface that its subclasses share. If it is made with `ABCMeta`, neither it "
        "nor a subclass that leaves one of these methods out can be instantiated."
    ),
    example="""\
from abc import ABC, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self): ...
""",
    counterexample="""\
class Shape:
    def area(self):
        raise NotImplementedError
""",
    reference=FurtherReading("Python: abc", "https://docs.python.org/3/library/abc.html"),
    since="0.1.0",
    check=_check,
)
