"""Features in the front matter of a home page."""

from __future__ import annotations

from mkdocs_repodoc.text.document_parts.home_features import home_features

PAGE = """---
title: Mill
features:
  - title: Quick
    icon: x
    details:
      Grinds a sack
      in a minute.

  - title: 'Quiet'
    details: Nobody wakes up.
layout: home
---

# Mill
"""


def test_features_have_their_titles_and_details() -> None:
    assert home_features(PAGE) == (
        ("Quick", "Grinds a sack in a minute."),
        ("Quiet", "Nobody wakes up."),
    )


def test_a_page_without_features_has_none() -> None:
    assert home_features("# Mill\n\nfeatures:\n  - title: No\n") == ()
    assert home_features("---\ntitle: Mill\n---\n") == ()
