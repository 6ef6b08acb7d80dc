"""Events as a language's libraries send them, and as its code answers them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventForms:
    """What is known of events in the code of a language.

    Attributes:
        platform: Events that the language's own library sends; no repository has their senders.
        answers: Matches the head of a function that stands under the name of an event, which is
            the group `name`.
    """

    platform: frozenset[str] = frozenset()
    answers: re.Pattern[str] = re.compile(r"(?!)")
