"""Names of functions that check settings, or complete them."""

from __future__ import annotations

import re

_VERBS = (
    "validate|normali[sz]e|check|verify|resolve|apply|fill|complete|adjust|finali[sz]e|merge"
    "|saniti[sz]e|prepare|process|set|init|initiali[sz]e|load|setup|post_?init|configure|with|get"
    "|build|parse|make"
)
_NOUNS = "options?|opts|config\\w*|settings?|defaults?|flags?|arguments?|args|params|parameters"
_NAME = re.compile(
    rf"_*(?:{_VERBS})_?(?:\w*?_?)(?:{_NOUNS})(?:_?(?:values?|from_?\w+))?|_*configure",
    re.IGNORECASE,
)
_HINT = re.compile(rf"(?:{_VERBS})\w*(?:{_NOUNS})|\bconfigure\b".encode(), re.IGNORECASE)
_COMMON = re.compile(
    r"(?:get|set|parse|build|make|process|with|load|init)_?\w*?"
    r"(?:args|arguments|params|parameters|flags?|option)",
    re.IGNORECASE,
)
"""Names that say too little: a function that parses arguments may be of any kind."""


def changes_settings(name: str) -> bool:
    """Tell whether a function of this name checks or completes settings."""
    is_named = _NAME.fullmatch(name) is not None and name != "setdefault"  # of a dictionary
    return is_named and _COMMON.fullmatch(name.lstrip("_")) is None


def mentions_settings_function(code: bytes) -> bool:
    """Tell whether code has anything by which such names are known."""
    return _HINT.search(code) is not None
