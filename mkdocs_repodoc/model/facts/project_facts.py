"""Facts about the project itself: its name, what it needs, its commands and tasks."""

from __future__ import annotations

from mkdocs_repodoc.model.facts.fact import FactBase


class ProjectMetadata(FactBase, frozen=True):
    """Texts that describe the project; each empty where the file does not give it."""

    name: str = ""
    version: str = ""
    description: str = ""
    licence: str = ""


class ProjectUrl(FactBase, frozen=True):
    """An address of the project on the web."""

    label: str
    """What is there: `Homepage`, `Documentation`, or whatever the project calls it."""
    url: str


class Dependency(FactBase, frozen=True):
    """A package that the project needs."""

    name: str
    optional: bool = False
    """Whether it is there only for those who choose it."""
    only_if: str = ""
    """What has to hold for it to be needed, as the file writes it; empty if it always is."""


class Runtime(FactBase, frozen=True):
    """What the project runs on, and from which version on."""

    name: str
    """As its people write it: `Node.js`, `Rust`."""
    version: str
    """The version or range as the file states it."""


class ModuleFormat(FactBase, frozen=True):
    """The form of all of the project's modules, where it has but one."""

    name: str
    unless: tuple[str, ...] = ()
    """Ends of the names of files that have another form, whatever the project states."""


class InstalledCommand(FactBase, frozen=True):
    """A command that whoever installs the project gets: a console script, an entry of `bin`.

    It starts an object of a module, or a file.
    """

    name: str
    module: str = ""
    """Dotted name; empty where a file is named."""
    object: str = ""
    """Dotted path of a function within the module."""
    path: str = ""
    """From the folder of the file that states it; empty where a module is named."""
    line: int = 0
    """Line that states it; 0 where none does alone."""

    @property
    def target(self) -> str:
        """What it starts, as written: `module:function`, or a path."""
        return self.path or ":".join(filter(None, (self.module, self.object)))


class Plugin(FactBase, frozen=True):
    """An object that another program finds by an entry point of the project, and calls."""

    group: str
    """Name of the group of entry points that the other program looks up."""
    name: str
    module: str
    """Dotted name."""
    object: str = ""
    """Dotted path within the module; empty for the module itself."""
    line: int = 0
    """Line that states it; 0 where none does alone."""


class TestCollection(FactBase, frozen=True):
    """What a program that runs tests takes for tests, or where it looks for them."""

    program: str
    key: str
    """Name of the setting."""
    values: tuple[str, ...]
    line: int


class Task(FactBase, frozen=True):
    """A command for those who work on the project: a target of make, an environment of tox."""

    name: str
    command: str
    """Command line that starts it in the folder of the file: `make test`, `tox -e docs`."""
    runs: str
    """What it does, in words or as the command that it runs."""
    line: int = 0
    """Line that defines it; 0 where none does alone."""
    steps: tuple[str, ...] = ()
    """The command lines that it runs one after the other, as far as the file has them."""


class Hook(FactBase, frozen=True):
    """A check that runs before a commit."""

    name: str


class JobCommand(FactBase, frozen=True):
    """A command line of a job of the continuous integration."""

    job: str
    command: str
    """As written; what the job's matrix gives stands in it as `<name>`."""
    line: int = 0
    """Line that defines the job."""
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Such names, with the values that the matrix gives one after the other."""


class JobAction(FactBase, frozen=True):
    """An action that checks something, or a workflow of another repository, in a job."""

    job: str
    uses: str
    """Its address at the host, without the version."""
    line: int = 0
    """Line that defines the job."""
    given: tuple[tuple[str, str], ...] = ()
    """Inputs of a workflow, with what the job gives for them."""
