"""Functions beside the point of a flow: they deal with failures, report, or help everywhere."""

from __future__ import annotations

import re
from functools import cached_property

from mkdocs_repodoc.insight.architecture.key_abstractions import KeyAbstractions
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

_FAILING = re.compile(r"error|exception|fail|warn|abort|raise", re.IGNORECASE)
"""Names of functions for when something goes wrong: first one wants to know how it goes well."""
_ERROR = re.compile(r"(?:Error|Exception)s?$")
"""Names of types of errors."""
_LOGGING = re.compile(r"\blog(?:ger|ging)?\b|Logger", re.IGNORECASE)
"""Names of functions that report, which is beside the point but in a library for that."""

_EVERYWHERE = 20
"""Files of the software at least that use a function which helps everywhere."""
_SHARE = 25
"""Of so many files one uses it at least."""


class Asides:
    """Tells what is beside the point.

    Args:
        repository: The linked repository.
        abstractions: Its key abstractions.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self,
        repository: Repository,
        abstractions: KeyAbstractions,
        code_roles: frozenset[Role],
    ) -> None:
        self._repository = repository
        self._code_roles = code_roles
        self._abstractions = abstractions

    def __contains__(self, symbol: SymbolRef) -> bool:
        """Tell whether a function is named after failures, or after reports in other software."""
        name = self._repository.symbol(symbol).name
        return bool(_FAILING.search(name)) or self.is_report(symbol)

    def is_report(self, symbol: SymbolRef) -> bool:
        """Tell whether a function only reports what is done, in software that isn't for that."""
        name = self._repository.symbol(symbol).name
        return not self._is_for_logging and _LOGGING.search(name) is not None

    def is_of_error(self, symbol: SymbolRef) -> bool:
        """Tell whether a function is a member of an error: it only says what went wrong."""
        owner = split_name(self._repository.symbol(symbol).name)[0]
        return _ERROR.search(owner) is not None

    def is_everyday(self, symbol: SymbolRef) -> bool:
        """Tell whether a function helps all over the software, so that a call tells little."""
        if symbol.is_file or self._repository.symbol(symbol).kind not in CALLING:
            return False
        files = self._repository.files
        used = self._repository.links.uses.files(symbol)
        users = sum(files[path].role in self._code_roles for path in used)
        return users >= max(_EVERYWHERE, self._software // _SHARE)

    @cached_property
    def _software(self) -> int:
        """The number of files of the software."""
        return sum(file.role in self._code_roles for file in self._repository.files.values())

    @cached_property
    def _is_for_logging(self) -> bool:
        """Tell whether the repository turns on reporting."""
        names = (self._repository.symbol(ref).name for ref in self._abstractions.symbols)
        return any(_LOGGING.search(split_name(name)[1]) for name in names)
