"""A file's description of itself, from text that people wrote in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.comments import Comment
from mkdocs_repodoc.text.english import one_line, shortened
from mkdocs_repodoc.text.tool_comments import IN_PROSE

LONGEST_SUMMARY = 300
"""Characters; what is longer is cut at a word."""

_SENTENCE_END = re.compile(r"(?<=[^\s.])(?:\.{2,}|[.!?。！？])[\"')\]*_`]*(?=\s|$)|(?<=[。！？])")
_ORDINAL = re.compile(r"\d+\.")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|al|approx|Dr|Mr|Ms|Mrs|Prof|St|No|Inc|Ltd|Jr|Sr|resp|fig|eq)"
    r"|\b[A-Z])\.$"
)
_ANNOUNCEMENT = re.compile(
    r"[\s,;:(–-]*\b(?:e\.g|i\.e|for example|for instance|such as|like this|as follows)[.,:]*$",
    re.IGNORECASE,
)
"""Words at the end of a paragraph that announce an example, which does not follow in a summary."""
_FOLLOWING = re.compile(
    r",?\s(?:according to|using|with|by|in|from|per|based on)\sthe following\b[^.!?]{0,80}[.:]?$",
    re.IGNORECASE,
)
"""The end of a sentence that announces what stands below it."""
_RUN_ON = re.compile(r"(?<=[a-z0-9)`])\n[ \t]*(?=(?:If|When|This|These|It|Returns?|Raises) [a-z])")
"""The end of a line behind which a sentence begins, though no full stop ends the one before."""
_LEAST_WORDS = 2
_BOILERPLATE = re.compile(
    r"copyright|\(c\)\s|©|licen[cs]e|spdx-|all rights reserved|warrant(?:y|ies)|redistribution|"
    r"permission is hereby|authors? of this (?:software|code|file|program|module|library)\b|"
    r"\bthis (?:software|code|file|program|module|library) (?:was|is|has been) (?:\w+ )?"
    r"(?:contributed|donated|written|developed) (?:to|by)\b|^please (?:send|report) bug|"
    r"authors? tag|^\s*(?:@?authors?|date|version|filename|file)\s*:|"
    r"coding[:=]|-\*-|\bvim?:|\bex:|"
    r"^\s*#\s*(?:pragma|(?:end)?region)\b|^\s*(?:end)?region\b[^.!?]*$|"
    r"this file is part of|@generated\b|do not edit\b|^\s*(?:see:?\s+)?https?://\S+$|"
    r"^\W*module (?:dependencies|exports|globals|variables)[.:]?\s*(?:@[\w\s]+)*$|"
    rf"!/|^\s*syntax\s*=|http-equiv|{IN_PROSE}",
    re.IGNORECASE,
)
_FILE_COMMAND = re.compile(r"^[@\\](?:file|filename)\b.*$", re.MULTILINE)
_BRIEF = re.compile(r"^[@\\](?:brief|fileoverview|description|summary|module|overview)\s+")
_FIELD = re.compile(r"^\s*@?[A-Z][A-Za-z ]{1,20}:\s+\S.*$", re.MULTILINE)
_WHO_OR_WHEN = re.compile(
    r"^\s*@?(?:authors?|maintainers?|created|version|last (?:change|modified))\s*:\s+\S",
    re.IGNORECASE | re.MULTILINE,
)
"""Rows of a header that says who wrote a file and when."""
_LABEL = re.compile(
    r"^(?:documentation|description|purpose|summary|synopsis)\s*:\s+", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[;{}=<>|\\]|\w\(\)?|^\s*(?:import|from|def|return|if)\b")
_SENTENCE = re.compile(r"[A-Z][a-z]+ [a-z].*\.$", re.DOTALL)
_RULE = re.compile(r"^\W*$")
_QUOTED = re.compile(r"`[^`']*'(?!\w)")
"""A word in quotes as typewriters have them: `` `so' ``."""
_SMILEY = re.compile(r"[:;]-?\((?!\S)")


class Summary(NamedTuple):
    """One sentence of a file about itself, and where it stands."""

    text: str
    line: int
    rest: str = ""
    """What follows the sentence in the same comment, as paragraphs."""


def first_sentence(paragraph: str) -> str:
    """Return the first sentence of a paragraph, on one line, shortened if it is very long."""
    text = one_line(_RUN_ON.split(paragraph[: 20 * LONGEST_SUMMARY], maxsplit=1)[0])
    for match in _SENTENCE_END.finditer(text):
        sentence = text[: match.end()]
        if match.end() and not _is_in_name(match, text) and _ends(sentence, text):
            return shortened(_without_announcement(sentence), LONGEST_SUMMARY)
    return shortened(_without_announcement(_ANNOUNCEMENT.sub("", text) or text), LONGEST_SUMMARY)


def _without_announcement(sentence: str) -> str:
    """Return a sentence without what only announces a list or a table that does not follow."""
    said = _FOLLOWING.sub("", sentence)
    return said if len(said.split()) >= _LEAST_WORDS else sentence


def _ends(sentence: str, text: str) -> bool:
    """Whether a sentence ends there; a full stop behind a number that counts points is none."""
    is_inner = _ABBREVIATION.search(sentence) or _ORDINAL.fullmatch(sentence)
    return not is_inner and not _asks(sentence, text) and not _is_open(sentence, text)


def _is_open(sentence: str, text: str) -> bool:
    """Whether a sentence ends inside code or parentheses that close in the next sentence."""
    rest = text[len(sentence) :]
    end = _SENTENCE_END.search(rest)
    near = rest[: end.end()] if end is not None else rest
    last = sentence.rfind("`")
    if sentence.count("`") % 2 and not _QUOTED.match(sentence, last) and "`" in near:
        return True
    said = _SMILEY.sub("", sentence)
    return said.count("(") > said.count(")") and ")" in near.split("(", 1)[0]


def _is_in_name(mark: re.Match[str], text: str) -> bool:
    """Whether a full stop belongs to a name or a pattern in code: `` `.millrc.*` and others``."""
    before = text[: mark.start()]
    stars = "*" * mark[0].count("*")
    if stars and before.count(stars) % 2 == 0:
        return True
    in_code = "`" in mark[0] and before.count("`") % 2 == 1
    return in_code and text[mark.end() :].lstrip()[:1].islower()


def _asks(sentence: str, text: str) -> bool:
    """Whether a sentence only asks what the next one answers."""
    return sentence.endswith("?") and len(text) > len(sentence) + 1


def paragraphs(comment: Comment) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a comment, each with its first line."""
    start = 0
    rows: list[str] = []
    for line, row in enumerate([*comment.text.split("\n"), ""], comment.line):
        if _RULE.match(row):  # a blank line, or one of dashes
            if rows:
                yield start, "\n".join(rows)
            rows = []
        else:
            start = start if rows else line
            rows.append(row)


_BARE_TAGS = re.compile(r"(?:@\w+\s*)+")
"""Tags without a text, such as `@private`: they tell tools something, and nothing of a file."""


def summarise(comments: Sequence[Comment]) -> Summary | None:
    """Return what the header comments say the file is for, licence and tool settings left out.

    Args:
        comments: The comments before the first line of code.

    Returns:
        The first sentence of the first paragraph that reads like one, or nothing.
    """
    for comment in comments:
        found = [(line, _own_words(paragraph)) for line, paragraph in paragraphs(comment)]
        legal = False
        for position, (line, paragraph) in enumerate(found):
            if _BOILERPLATE.search(paragraph):
                legal = True  # what follows may be the rest of the licence
            elif (
                is_prose(paragraph)
                and not _BARE_TAGS.fullmatch(paragraph.strip())
                and not (legal and position > 1)
            ):
                sentence = first_sentence(paragraph)
                rest = one_line(paragraph)[len(sentence) :].strip()
                more = [text for _, text in found[position + 1 :] if not _BOILERPLATE.search(text)]
                if sentence.endswith("…"):
                    rest = one_line(paragraph)
                told = [text for text in (rest, *more) if text and not _BARE_TAGS.fullmatch(text)]
                return Summary(sentence, line, "\n\n".join(told))
    return None


def _own_words(paragraph: str) -> str:
    """Return a paragraph without commands of documentation tools and fields of a header."""
    text = _BRIEF.sub("", _FILE_COMMAND.sub("", paragraph).strip())
    fields = list(_FIELD.finditer(text))
    if len(fields) > 1 and _WHO_OR_WHEN.search(text):
        before = text[: fields[0].start()].strip()
        return before if " " in before else ""
    return _LABEL.sub("", text)


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph reads like sentences rather than code or a row of signs."""
    words = _LETTERS.findall(paragraph)
    letters = sum(map(len, words))
    share = 0.45 if _SENTENCE.match(paragraph) else 0.55  # sentences may hold links and numbers
    return len(words) > 1 and letters > len(paragraph) * share and not _CODE.search(paragraph)
