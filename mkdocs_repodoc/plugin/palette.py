"""The palette of Material that a reader's system asks for, from the first frame on.

Material's pages come in the first palette of the configuration. An inline script puts the palette
of the last visit in its place before anything is on the screen; on the first visit there is none,
and the choice is made at the end of the page, when a light frame has been seen. Until then this
script makes the same choice.
"""

from __future__ import annotations

_FORM = 'data-md-component="palette"'
_END = "</form>"
_CHOICE = """\
<script>(body => {
if (body.dataset.mdColorMedia) return;
const all = [...document.querySelectorAll("input[data-md-color-media]")];
const system = `(prefers-color-scheme: ${matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"})`;
const first = all.find(each => matchMedia(each.dataset.mdColorMedia).matches);
const automatic = first && first.dataset.mdColorMedia === "(prefers-color-scheme)";
const chosen = automatic ? all.find(each => each.dataset.mdColorMedia === system) : first;
for (const part of chosen ? ["scheme", "primary", "accent"] : [])
body.setAttribute(`data-md-color-${part}`, chosen.getAttribute(`data-md-color-${part}`));
})(document.body)</script>"""  # noqa: E501


def with_palette_at_once(output: str) -> str:
    """Return a page whose palette is chosen before anything is on the screen.

    Args:
        output: The page as the theme has made it. One without Material's choice of palettes
            stays as it is.
    """
    start = output.find(_FORM)
    end = output.find(_END, start) if start >= 0 else -1
    if end < 0:
        return output
    end += len(_END)
    return f"{output[:end]}\n{_CHOICE}{output[end:]}"
