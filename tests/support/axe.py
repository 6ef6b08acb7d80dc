"""axe-core on an open page, and how it is asked so that it takes little time."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Literal

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""Of those, the rules that judge colours; they take most of the time."""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SHAPE = {"runOnly": RULES, "rules": {rule: {"enabled": False} for rule in COLOUR_RULES}}
"""All that is the same in every colour scheme."""
COLOURS = {"runOnly": {"type": "rule", "values": COLOUR_RULES}}
VIOLATIONS = """
async ([within, options]) => {
  const excused = (rule, element) =>
    // Small tiles of a map: the table below it has the same links (WCAG 2.5.8).
    (rule.id === 'target-size' && element.closest('.rd-map'))
    // Mere good practice of the theme's part is the theme's business, and so is the bar of buttons
    // on each block of code: landmarks that all have the same name.
    || (rule.tags.includes('best-practice')
      && (!element.closest('.repodoc, .rd-open, .rd-dialog') || element.closest('.md-code__nav')));
  const found = await axe.run(within, {...options, resultTypes: ['violations']});
  return found.violations.flatMap((rule) => rule.nodes
    .filter((node) => !excused(rule, document.querySelector(node.target[0]))).slice(0, 4)
    .map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
}
"""
SHOW_ALL = """
.rd-chunk, .rd-symbol__body { content-visibility: visible !important }
"""
"""What is left out of a window has no place on it that could be judged."""
CHANGE_AT_ONCE = """
() => {
  const style = document.createElement('style');
  style.dataset.atOnce = '';
  style.textContent = '*, ::before, ::after { transition: none !important }';
  document.head.append(style);
}
"""
SHOW_SCHEME = """
(scheme) => {
  const { body, documentElement: root } = document;
  const theme = document.querySelector('meta[name="theme-color"]');
  if (document.querySelector('[data-md-component="palette"]') && !theme?.content) return false;
  const before = [body.dataset.mdColorScheme, root.dataset.bsTheme].join();
  if (body.dataset.mdColorScheme) {
    const wanted = scheme === 'dark' ? 'slate' : 'default';
    const choices = [...document.querySelectorAll('[data-md-component="palette"] input')];
    const index = choices.findIndex((each) => each.dataset.mdColorScheme === wanted);
    if (index >= 0) __md_set('__palette', { index });
    body.dataset.mdColorScheme = wanted;
  }
  if (root.dataset.bsTheme) root.dataset.bsTheme = scheme;
  return before === [body.dataset.mdColorScheme, root.dataset.bsTheme].join();
}
"""
"""What the buttons of Material and of the frame do: neither follows the system on an open page.

It tells whether the page was so before: a script of its own that starts late may have set it back.
Material's says by the colour that it gives the browser's own bar that it has set what it sets. When
the system changes, however late it hears of that, it shows again what the reader has chosen.
"""
UNFOLD = """
document.querySelectorAll('details').forEach((each) => { each.open = true; });
"""
NOTE_LOOKS = """
() => {
  const looks = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight',
    'textDecorationLine', 'textShadow', 'position', 'display', 'visibility'];
  window.looks ||= new Map();
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    window.looks.set(element,
      [window.looks.get(element) ?? '', ...looks.map((each) => style[each])].join());
  }
}
"""
"""What an element looks like, in each scheme that this is asked in."""
LEAVE_ONE_OF_EACH = """
() => {
  const seen = new Map();  // from what an element looks like, and all around it, to a number
  const numbers = new Map();
  const kept = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const look = [numbers.get(element.parentElement), element.tagName, window.looks.get(element)]
      .join();
    if (!seen.has(look)) {
      seen.set(look, seen.size);
      for (let each = element; each && !kept.has(each); each = each.parentElement) kept.add(each);
    }
    numbers.set(element, seen.get(look));
  }
  document.body.querySelectorAll('*').forEach((each) => kept.has(each) || each.remove());
}
"""
"""A page has hundreds of names and lines that look alike: contrast of one is that of all."""


AROUND = {"exclude": [[".repodoc"]]}
"""All but what has the same shape in every theme."""
BEHIND = ".md-content, .md-sidebar"
"""What Material shows behind an open dialog: axe would go through all of it to judge the dialog."""
SET_DISPLAY = """
([css, display]) => document.querySelectorAll(css).forEach((each) => {
  each.style.display = display;
})
"""


def load_axe(page: Page) -> None:
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))


def violations(
    page: Page, options: Mapping[str, object], within: str | Mapping[str, object] = "html"
) -> list[str]:
    found: list[str] = page.evaluate(VIOLATIONS, [within, options])
    return found


def show_scheme(page: Page, scheme: Scheme) -> None:
    """Change an open page to the light or the dark, once its own scripts have set what it has."""
    if not page.locator("style[data-at-once]").count():  # each more has all styles computed anew
        page.evaluate(CHANGE_AT_ONCE)
    page.emulate_media(color_scheme=scheme)
    while not page.evaluate(SHOW_SCHEME, scheme):
        page.wait_for_timeout(50)


def dialog_violations(page: Page, dialog: str) -> list[str]:
    """Return what is wrong with an open dialog of a page in Material, the colours included."""
    page.evaluate(SET_DISPLAY, [BEHIND, "none"])
    assert page.locator(dialog).is_visible(), dialog
    found = violations(page, SHAPE, dialog) + colour_violations(page, dialog)
    page.evaluate(SET_DISPLAY, [BEHIND, ""])
    return found


def colour_violations(page: Page, within: str = "html") -> list[str]:
    """Return what is wrong with colours, in the light and in the dark, and leave the page light."""
    found = []
    for scheme in reversed(SCHEMES):
        show_scheme(page, scheme)
        found += [f"{scheme}: {each}" for each in violations(page, COLOURS, within)]
    return found


def leave_one_of_each(page: Page) -> None:
    """Remove what looks like something else on the page in both schemes, and leave it light."""
    for scheme in reversed(SCHEMES):
        show_scheme(page, scheme)
        page.evaluate(NOTE_LOOKS)
    page.evaluate(LEAVE_ONE_OF_EACH)
