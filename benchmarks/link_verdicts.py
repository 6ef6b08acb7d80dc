"""Verdicts on links by another tool's answers: shares that agree, and what is missed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

LEAST = {"exact": 0.99, "inferred": 0.95}
"""Confidence → the least share that should agree."""


@dataclass(slots=True)
class LinkVerdicts:
    """What a comparison has found.

    Attributes:
        right: Confidence → links that agree.
        wrong: Confidence → those that do not, as they are shown.
        answered: Names for which the other tool has an answer in the repository.
        missed: Those of them without a link, as they are shown.
    """

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LEAST, 0))
    wrong: dict[str, list[str]] = field(default_factory=lambda: {one: [] for one in LEAST})
    answered: int = 0
    missed: list[str] = field(default_factory=list)

    def report(self, show: int) -> bool:
        """Print the figures and some disagreements; return whether links do well enough."""
        good = True
        for confidence, least in LEAST.items():
            right, wrong = self.right[confidence], self.wrong[confidence]
            share = right / (right + len(wrong)) if right + len(wrong) else 1.0
            good = good and share >= least
            print(f"{confidence}: {share:.4f} ({right:,} of {right + len(wrong):,})")
            print("\n".join(wrong[:show]))
        linked = self.answered - len(self.missed)
        share = linked / self.answered if self.answered else 1.0
        print(f"recall: {share:.4f} ({linked:,} of {self.answered:,})")
        dice = random.Random(1)  # noqa: S311 - a sample, not a secret
        print("\n".join(dice.sample(self.missed, min(show, len(self.missed)))))
        return good
