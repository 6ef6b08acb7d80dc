"""The script that a generated page runs before anything of it is on the screen.

It is a file, not part of the page: a Content-Security-Policy can then refuse all scripts inside of
pages. The theme has no way to load a script that early, so that its element is put in here.
"""

from __future__ import annotations

from mkdocs.utils import get_relative_url

from mkdocs_repodoc.client.bundles import Around, early_script

_HEAD = "</head>"


def with_early_script(output: str, url: str, around: Around) -> str:
    """Return a page that is in its palette and notes what is pressed before its scripts are there.

    Args:
        output: The page as the theme has made it.
        url: Address of the page in the site.
        around: The theme.
    """
    element = f'<script src="{get_relative_url(early_script(around).uri, url)}"></script>\n'
    return output.replace(_HEAD, element + _HEAD, 1)
