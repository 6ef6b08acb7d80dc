"""Waits for a page in a browser to come to rest: what a test measures before is soon out of date.

Sections that come near the window get their real heights a few frames later, and the browser
scrolls along, so that a reader sees nothing of it; a test that has read an offset does.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page

_REST = """
async () => {
  const STILL = 10, MOST = 1500; // frames, of which a busy machine has fewer a second
  const frame = () => new Promise(requestAnimationFrame);
  const isNear = (each) => each.checkVisibility() && each.getBoundingClientRect().top < innerHeight;
  const isMoving = (each) =>
    each.playState === "running" && Number.isFinite(each.effect.getComputedTiming().endTime);
  const seen = () => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const boxes = [0.05, 0.3, 0.6, 0.95].flatMap((x) => [0.1, 0.5, 0.9].map((y) => {
      const box = document.elementFromPoint(innerWidth * x, innerHeight * y);
      return box && Object.values(box.getBoundingClientRect().toJSON());
    }));
    return JSON.stringify([scrollX, scrollY, scrollWidth, scrollHeight, boxes]);
  };
  await document.fonts.ready;
  let before = "";
  for (let frames = 0, still = 0; still < STILL; frames += 1) {
    if (frames === MOST) throw new Error(`The page does not come to rest: ${before}`);
    await frame();
    const now = seen();
    const isReady = [...document.images].every((each) => each.complete || !isNear(each))
      && !document.getAnimations().some(isMoving);
    still = now === before && isReady ? still + 1 : 0;
    before = now;
  }
}
"""


def rest(page: Page) -> None:
    """Wait until fonts and visible images are there and nothing has moved for ten frames.

    Raises:
        Error: The page still moves after 1,500 frames (Playwright's error).
    """
    page.evaluate(_REST)


def rest_at(target: Locator, block: str = "center") -> None:
    """Scroll an element into the window and wait until the page is at rest around it.

    Args:
        target: The element.
        block: Where in the window, as `Element.scrollIntoView` takes it.
    """
    # Again, for it is no longer there once sections on the way to it have got their real heights.
    for _ in range(2):
        target.evaluate("(each, block) => each.scrollIntoView({ block })", block)
        rest(target.page)
