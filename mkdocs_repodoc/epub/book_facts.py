"""A book's own facts, for where it is no page of a site, and the page on which it does."""

from __future__ import annotations

from html import escape
from typing import NamedTuple


class BookFacts(NamedTuple):
    """What a book says of itself.

    Attributes:
        title: Plain text.
        summary: Of the repository; may be empty.
        revision: Hash of the commit; empty outside git.
        modified: Date of the last commit, ISO 8601; likewise.
        repo_url: Address of the repository; empty if unknown.
        site_url: Address of the published site, to which links to other pages lead; empty if
            there is none, and they lead to the source then.
    """

    title: str
    summary: str
    revision: str
    modified: str
    repo_url: str
    site_url: str


def title_html(facts: BookFacts) -> str:
    """Return the content of the title page."""
    lines = [f"<h1>{escape(facts.title)}</h1>"]
    if facts.summary:
        lines.append(f"<p>{escape(facts.summary)}</p>")
    if facts.repo_url:
        lines.append(f'<p><a href="{escape(facts.repo_url)}">{escape(facts.repo_url)}</a></p>')
    if facts.revision:
        date = f", {facts.modified}" if facts.modified else ""
        lines.append(f"<p>Commit <code>{escape(facts.revision[:12])}</code>{date}</p>")
    return "\n".join(lines)
