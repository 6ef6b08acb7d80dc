"""One line that says what was documented, and one for each thing that was wrong with it."""

from __future__ import annotations

import logging
from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from mkdocs_repodoc.analysis.secret_rules import masked
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pipeline.checks.found_secrets import REMEDY, named
from mkdocs_repodoc.pipeline.writing.page_making import lost_level, lost_page, unsaid_part
from mkdocs_repodoc.processes.containment import REPORT_IT
from mkdocs_repodoc.text.english import and_more, with_rest
from mkdocs_repodoc.text.printable_text import terminal_line, terminal_text

if TYPE_CHECKING:
    from mkdocs_repodoc.pipeline.site import Site

Log = logging.Logger | logging.LoggerAdapter[logging.Logger]
"""Whatever takes lines."""

_MOST_TRACEBACKS = 3
_LISTED = 10
"""How many problems are logged one by one; each page tells its own in any case."""


def tell(diagnostics: Iterable[Diagnostic], log: Log) -> None:
    """Log one line for each diagnostic."""
    for diagnostic in diagnostics:
        place = f"{diagnostic.path}:{diagnostic.line}" if diagnostic.line else diagnostic.path
        said = f"{place}: {diagnostic.message}" if place else diagnostic.message
        log.info(_line(said))


def report(site: Site, log: Log) -> None:
    """Log what a build has found.

    A broken file in the documented repository is no fault of the site: it is logged as
    information, so that strict builds pass unless the user wants it otherwise; it is the file's
    page that says what is wrong.
    """
    tell(site.diagnostics[:_LISTED], log)
    if more := and_more(len(site.diagnostics) - _LISTED, "problem"):
        log.info(f"… {more}, shown on their pages")
    repository = site.repository
    symbols = sum(len(file.outline.symbols) for file in repository.files.values())
    troubled = len({diagnostic.path for diagnostic in site.diagnostics if diagnostic.path})
    summary = (
        f"{len(repository.files):,} files ({site.analysed:,} analysed now), "
        f"{symbols:,} symbols, {len(site.plan.pages):,} pages"
    )
    if troubled:
        summary += f"; {troubled:,} file{'s' if troubled > 1 else ''} with problems"
    log.info(summary)
    if failed := sorted({one.path for one in site.diagnostics if one.severity == "error"}):
        named = ", ".join(failed[:_LISTED]) + (", …" if len(failed) > _LISTED else "")
        count = f"{len(failed):,} file{'s' if len(failed) > 1 else ''}"
        log.log(
            lost_level(site.context.settings),
            _line(f"{count} could not be analysed: {named}"),
        )
    tell_secrets(site, log)
    tell_bugs(site.diagnostics, log)


def tell_lost_pages(site: Site, log: Log) -> None:
    """Log which pages about the whole repository could not be made, what is on none, and why."""
    tell_unsaid(site, log)
    for uri, reason in site.losses.items():
        log.log(lost_level(site.context.settings), _line(lost_page(uri, reason)))


def tell_unsaid(site: Site, log: Log, told: Container[str] = ()) -> None:
    """Log what could not be worked out, and is on no page.

    Args:
        site: The site.
        log: Told it.
        told: What was told before.
    """
    unsaid = {part: why for part, why in site.unsaid.items() if part not in told}
    for part, failure in unsaid.items():
        log.log(lost_level(site.context.settings), unsaid_part(part, failure.reason))
    _tell_tracebacks(((part, one.traceback) for part, one in unsaid.items()), log)


def tell_gone(path: str, log: Log) -> None:
    """Log that an image has gone while the site was made; what a text shows is said on its page."""
    log.info(
        f"{_line(path)} has changed since the files were looked through, and is not "
        "published; the next build shows what is there"
    )


def tell_secrets(site: Site, log: Log) -> None:
    """Warn of secrets in what is published; those in tests are most likely made for them."""
    left_out, in_tests, published = {}, {}, {}
    for path, secrets in site.secrets.items():
        if path not in site.repository.files:
            left_out[path] = secrets
        elif site.repository.files[path].role in TEST_ROLES:
            in_tests[path] = secrets
        else:
            published[path] = secrets
    if left_out:
        log.info(f"Files that seem to hold secrets are left out: {named(left_out)}")
    if in_tests:
        log.info(f"Tests seem to hold secrets, which are published: {named(in_tests)}")
    if published:
        log.warning(
            f"Files that are about to be published seem to hold secrets: {named(published)}. "
            f"{REMEDY}, or name the files in the option 'allowed_secrets'; with "
            "'secrets: leave out' such files are not published"
        )


def tell_bugs(diagnostics: Iterable[Diagnostic], log: Log) -> None:
    """Log each traceback once, with the first file that met it.

    It is information, too: nobody who documents a repository can mend it, so that it must not
    fail their strict build; but it is there without a second run.
    """
    _tell_tracebacks(((one.path or one.message, one.traceback) for one in diagnostics), log)


def _tell_tracebacks(bugs: Iterable[tuple[str, str]], log: Log) -> None:
    """Log each traceback once, with the first of what has met it; without one there is no bug."""
    found: dict[str, list[str]] = {}
    for met, traceback in bugs:
        if traceback:
            found.setdefault(traceback, []).append(met)
    for traceback, all_met in list(found.items())[:_MOST_TRACEBACKS]:
        where = with_rest(_line(all_met[0]), len(all_met) - 1)
        log.info(f"{REPORT_IT} ({where})\n{terminal_text(traceback)}")


def _line(text: str) -> str:
    """Return a text as a line of the log, which shows no token that a name holds."""
    return terminal_line(masked(text))
