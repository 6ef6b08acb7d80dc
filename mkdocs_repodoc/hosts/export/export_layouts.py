"""The conventions of the programs that an export is made for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from mkdocs_repodoc.hosts.export.mdbook_text import without_instructions
from mkdocs_repodoc.hosts.export.template_text import title_without_templates, without_templates


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of pages that a program takes.

    Attributes:
        index: Name of the file that stands for its folder.
        front_matter: What stands before a page: nothing, what all programs read, or what one has of
            its own.
        has_title: Whether a page begins with its title; the program puts it there otherwise.
        links: Whether links between pages name files, or addresses as they are once published.
        navigation: Files with the order of the pages.
        hides_underscores: Whether the program leaves out what begins with an underscore; a page has
            its address from elsewhere then, and its file another name.
        shields_md: Whether the program takes `.md` for the end of a page's name wherever it stands
            in an address, and puts `.html` in place of it and of all that follows.
        as_shown: What makes of a page's text one that the program shows as it is, where that
            carries out what the text says.
        title_as_shown: The same for titles in front matter and navigation.
    """

    index: str = "index.md"
    front_matter: Literal["", "plain", "docusaurus", "starlight"] = "plain"
    has_title: bool = True
    links: Literal["files", "addresses"] = "files"
    navigation: tuple[Literal["SUMMARY.md", ".nav.yml", "zensical-nav.toml"], ...] = ()
    hides_underscores: bool = False
    shields_md: bool = False
    as_shown: Callable[[str], str] = str
    title_as_shown: Callable[[str], str] = str


LAYOUTS: Mapping[str, Layout] = {
    "zensical": Layout(
        navigation=("SUMMARY.md", "zensical-nav.toml"),
        as_shown=partial(without_templates, has_indented_fences=True),
        title_as_shown=title_without_templates,
    ),
    "mkdocs": Layout(
        navigation=("SUMMARY.md", ".nav.yml"),
        as_shown=partial(without_templates, has_indented_fences=False),
        title_as_shown=title_without_templates,
    ),
    "mdbook": Layout(
        front_matter="",
        navigation=("SUMMARY.md",),
        shields_md=True,
        as_shown=without_instructions,
    ),
    "docusaurus": Layout(front_matter="docusaurus"),
    "starlight": Layout(
        front_matter="starlight", has_title=False, links="addresses", hides_underscores=True
    ),
    "github": Layout(index="README.md", front_matter=""),
}
"""Name of a program → its conventions; MkDocs' are ProperDocs' too."""
