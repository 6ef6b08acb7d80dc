"""The element by which programs find the Markdown of a page."""

from __future__ import annotations

from html import escape

from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.addresses import relative

_HEAD = "</head>"
_RELATION = "alternate nofollow"
"""Material takes what is `alternate` alone for the site in another language, and fetches the
sitemap that such a site would have."""


def with_twin_link(output: str, plan: PagePlan) -> str:
    """Return a page that names its twin, if it has one.

    Args:
        output: The page as the theme has made it.
        plan: The page's plan.
    """
    if not plan.twin_url:
        return output
    address = escape(relative(plan.url, plan.twin_url))
    element = f'<link rel="{_RELATION}" type="text/markdown" href="{address}">\n'
    return output.replace(_HEAD, element + _HEAD, 1)
