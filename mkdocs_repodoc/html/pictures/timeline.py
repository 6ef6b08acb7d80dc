"""Timelines: amounts by month as columns, drawn as SVG that takes whatever width there is."""

from __future__ import annotations

from markupsafe import Markup, escape

from mkdocs_repodoc.model.blocks import Timeline

_FEWEST = 12
"""A shorter time leaves the right side empty, so that one month is no wall."""
_GAP = 0.25
_LEAST = 2.0
"""Height in percent of the smallest amount that is not zero: it must be seen."""


def timeline_svg(timeline: Timeline) -> Markup:
    """Draw the columns; the table beside them says the same."""
    step = 100 / max(len(timeline.rows), _FEWEST)
    most = max((amount for _, amount in timeline.rows), default=0) or 1
    parts = []
    for index, (label, amount) in enumerate(timeline.rows):
        if not amount:
            continue
        height = max(_LEAST, amount / most * 100)
        parts.append(
            f'<rect class="rd-c0" x="{index * step:.2f}%" y="{100 - height:.1f}%" '
            f'width="{step * (1 - _GAP):.2f}%" height="{height:.1f}%">'
            f"<title>{escape(label)}: {amount:,} {escape(timeline.unit)}</title></rect>"
        )
    label = escape(f"{timeline.title}, at most {most:,}")
    return Markup(
        f'<svg class="rd-timeline" role="img" aria-label="{label}">{"".join(parts)}</svg>'
    )
