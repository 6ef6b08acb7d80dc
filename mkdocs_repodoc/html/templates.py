"""The templates, and how a user's folder replaces them by name.

Each public template is one line that extends its namesake under `_base/`. A user's folder comes
first in the search, so that `blocks/table.html` in it takes the place of ours and can still extend
`_base/blocks/table.html`, whose head says what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    Template,
    pass_context,
)
from jinja2.exceptions import TemplateNotFound
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.html.template_problem import template_problem
from mkdocs_repodoc.rendering.addresses import quote_anchor
from mkdocs_repodoc.text.source_text import read_file

_SUFFIX = ".html"


class Templates:
    """Fills templates.

    Args:
        folder: The user's templates; `None` if there are none.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._environment = _environment(folder)
        # The environment keeps templates too, but looks at their origin each time it is asked.
        self._known: dict[str, Template] = {}

    def fill(self, name: str, values: Mapping[str, object]) -> Markup:
        """Return a template's HTML.

        Args:
            name: Path below the templates folder, without `.html`.
            values: Its context.

        Raises:
            SettingsError: A template in the user's folder has an error, or one that it takes in.
            TemplateError: A template of this package has one.
            MemoryError: There is not enough of it, which is for whoever has set a limit.
        """
        try:
            template = self._known.get(name)
            if template is None:
                template = self._known[name] = self._environment.get_template(name + _SUFFIX)
            return Markup(template.render(values))
        except (MemoryError, SettingsError):
            raise
        except Exception as error:
            if self._folder is None:
                raise
            problem = template_problem(error, self._folder, name + _SUFFIX)
            if not problem:
                raise
            raise SettingsError("templates", problem) from error


class _UsersTemplates(BaseLoader):
    """Finds templates in a user's folder, and nothing else that may be there or behind a link.

    The folder may have come with the repository, and be all of it: a template that includes what
    git doesn't track (`.git/config`, `.env`) would publish it.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - as Jinja calls it
        template: str,
    ) -> tuple[str, str, None]:
        """Return the text of a template, and its file.

        Raises:
            TemplateNotFound: There is none of this name.
            SettingsError: It can't be read, or is a link.
        """
        parts = template.split("/")
        strange = any(part.startswith(".") or "\\" in part or ":" in part for part in parts)
        if strange or not template.endswith(_SUFFIX):
            raise TemplateNotFound(template)
        try:
            content = read_file(self._folder, template)
            return content.decode(), str(self._folder / template), None
        except (FileNotFoundError, NotADirectoryError):
            raise TemplateNotFound(template) from None
        except (OSError, ValueError) as error:  # a link, a folder, a NUL, no UTF-8
            raise SettingsError("templates", f"{template} can't be read: {error}") from error


@pass_context
def _as_it_is(_: Context, value: object) -> object:
    """Return what a template shows: as it needs the context, Jinja takes nothing for a constant."""
    return value


@cache
def _environment(folder: Path | None) -> Environment:
    package = PackageLoader("mkdocs_repodoc.html", "templates")
    users = [_UsersTemplates(folder)] if folder is not None else []
    # A user's folder may have come with the repository, in which nothing is run.
    kind = Environment if folder is None else ImmutableSandboxedEnvironment
    environment = kind(
        loader=ChoiceLoader([*users, package]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        # Constants would be worked out where templates are read, which no limit of memory holds.
        optimized=folder is None,
        finalize=None if folder is None else _as_it_is,
    )
    environment.filters["count"] = count
    environment.filters["anchor"] = quote_anchor
    environment.filters["css"] = css_name
    environment.filters["breakable"] = breakable
    return environment


def count(number: int) -> str:
    """Write a number so that it can be read: with a comma after the thousands."""
    return f"{number:,}"


def breakable(text: str) -> Markup:
    """Return a text in which a line may end after each slash, as between the folders of a path."""
    return escape(text).replace("/", Markup("/<wbr>"))


@cache
def css_name(text: str) -> str:
    """Return a text as part of a CSS class."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
