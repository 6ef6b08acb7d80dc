"""The mark by which styles know a generated page before a browser has read its body.

A generated page has its own layout around it: a wider grid, narrower sidebars. The navigation comes
before the body, and that of a large repository is long enough for a browser to show it first.
Styles that ask for something in the body would move it then.

The mark stands in the head, and not on the element `body`, for Material's instant navigation takes
the one along from page to page and leaves the other as it is.
"""

from __future__ import annotations

_HEAD_END = "</head>"
_BODY = '<div class="repodoc"'
_LONG = ' data-toc="long"'


def with_layout_mark(output: str) -> str:
    """Return a page with the mark in its head.

    Args:
        output: The page as the theme has made it; the body says itself whether its table of
            contents is a long one.
    """
    start = output.find(_BODY)
    is_long = _LONG in output[start : output.find(">", start)]
    mark = f'<meta name="repodoc-contents" content="{"long" if is_long else "short"}">\n'
    return output.replace(_HEAD_END, mark + _HEAD_END, 1)
