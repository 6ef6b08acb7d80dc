"""Files by which a language makes packages of folders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackageFiles:
    """The files of a package that have a name of their own.

    Attributes:
        opening: Base name of the file that makes a folder a package, and gives what it offers.
        export_list: What holds the names that it offers.
        program: Base name of the file that is run where the package is.
        runs: The command in front of a package that is run.
        marker: Base name of the file by which a package says that its code has types.
    """

    opening: str
    export_list: str
    program: str
    runs: str
    marker: str
