"""Bars: the shares of a whole as one stacked bar."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from mkdocs_repodoc.html.phrases import PhraseRenderer
from mkdocs_repodoc.model.blocks import Bars

_COLOURS = 8
_WIDTH = 1000


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of the table below the bar.

    Attributes:
        label: What the share is of.
        amount: How much it is.
        share: The same as a percentage.
        colour: Number of its colour.
        html: What to say beside it.
    """

    label: str
    amount: int
    share: str
    colour: int
    html: Markup


def bar_rows(bars: Bars, phrases: PhraseRenderer) -> list[BarRow]:
    """Return the table's rows; the colours go to the first ones, the rest share the last."""
    total = sum(amount for _label, amount, _said in bars.rows) or 1
    return [
        BarRow(
            label, amount, _percent(amount / total), min(index, _COLOURS - 1), phrases.render(said)
        )
        for index, (label, amount, said) in enumerate(bars.rows)
    ]


def bar_svg(bars: Bars, rows: list[BarRow]) -> Markup:
    """Draw the bar; the table says the same, so that a screen reader may skip it."""
    total = sum(row.amount for row in rows) or 1
    parts = []
    x = 0.0
    for row in rows:
        width = row.amount / total * _WIDTH
        said = f"{row.label}: {row.amount:,} {bars.unit}, {row.share}"
        parts.append(
            f'<rect class="rd-c{row.colour}" x="{x:.1f}" y="0" width="{width:.1f}" height="10">'
            f"<title>{escape(said)}</title></rect>"
        )
        x += width
    return Markup(
        f'<svg class="rd-bar" viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" '
        f'aria-hidden="true">{"".join(parts)}</svg>'
    )


def _percent(share: float) -> str:
    if 0 < share < 0.001:  # noqa: PLR2004  # below what one decimal can show
        return "< 0.1 %"
    return f"{share:.1%}".replace("%", " %")
