"""Scripts inside a generated page, which run before its script files are there.

Material's pages come in the first palette of the configuration. An inline script puts the palette
of the last visit in its place before anything is on the screen; on the first visit there is none,
and the choice is made at the end of the page, when a light frame has been seen. Until then our
script makes the same choice.

A page can be read, and its buttons be seen, seconds before a slow machine has run the scripts. What
a reader presses meanwhile is kept for them. What follows a press that opens the palette is meant
for its field: the theme, whose own script may be there, must not take a letter of it as a key.
"""

from __future__ import annotations

_FORM = 'data-md-component="palette"'
_END = "</form>"
_CHOICE = """\
<script>(body => {
if (body.dataset.mdColorMedia) return;
const all = [...document.querySelectorAll("input[data-md-color-media]")];
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const system = `(prefers-color-scheme: ${dark ? "dark" : "light"})`;
const first = all.find(each => matchMedia(each.dataset.mdColorMedia).matches);
const automatic = first && first.dataset.mdColorMedia === "(prefers-color-scheme)";
const chosen = automatic ? all.find(each => each.dataset.mdColorMedia === system) : first;
for (const part of chosen ? ["scheme", "primary", "accent"] : [])
body.setAttribute(`data-md-color-${part}`, chosen.getAttribute(`data-md-color-${part}`));
})(document.body)</script>"""
_HEAD = "</head>"
_NOTE = """\
<script>(early => {
let asked = -Infinity;
const note = event => {
early.push(event);
const { key = "", target, timeStamp, type } = event;
if (type === "click") asked = target.closest("[data-rd-open=palette]") ? timeStamp : -Infinity;
else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
&& !target.closest("input, textarea, select, [contenteditable]")) {
if (timeStamp - asked < 5000) {
event.preventDefault();
event.stopImmediatePropagation();
} else if (key === "t") asked = timeStamp;
}
};
const types = ["keydown", "click"];
types.forEach(type => addEventListener(type, note));
early.end = () => types.forEach(type => removeEventListener(type, note));
})(window.repodocEarly = [])</script>
"""


def with_early_scripts(output: str) -> str:
    """Return a page that is in its palette and notes what is pressed before its scripts are there.

    Args:
        output: The page as the theme has made it. One without Material's choice of palettes
            keeps its colours.
    """
    return _with_palette(output.replace(_HEAD, _NOTE + _HEAD, 1))


def _with_palette(output: str) -> str:
    start = output.find(_FORM)
    end = output.find(_END, start) if start >= 0 else -1
    if end < 0:
        return output
    end += len(_END)
    return f"{output[:end]}\n{_CHOICE}{output[end:]}"
