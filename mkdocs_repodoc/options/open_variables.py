"""Variables of the environment that a configuration file may have the values of.

What a file says is shown on pages. One that may have come with the repository gets no variable that
could be a secret: those that services set to say where they publish, and what the user names.
"""

from __future__ import annotations

import os
import re

VARIABLES = "REPODOC_VARIABLES"
"""The variable that lists further ones."""
_OPEN = frozenset(
    {
        "CF_PAGES",
        "CF_PAGES_BRANCH",
        "CF_PAGES_URL",
        "CI",
        "CI_PAGES_URL",
        "CI_PROJECT_URL",
        "DEPLOY_PRIME_URL",
        "DEPLOY_URL",
        "GITHUB_ACTIONS",
        "GITHUB_REF_NAME",
        "GITHUB_REPOSITORY",
        "GITLAB_CI",
        "NETLIFY",
        "READTHEDOCS",
        "READTHEDOCS_CANONICAL_URL",
        "READTHEDOCS_LANGUAGE",
        "READTHEDOCS_VERSION",
        "URL",
        "VERCEL_URL",
    }
)
"""Set by services, and known to everybody who sees the site."""


def is_open(name: str) -> bool:
    """Tell whether a file that may have come with the repository may have a variable.

    Args:
        name: Name of the variable.
    """
    return name in _OPEN or name in re.split(r"[,\s]+", os.environ.get(VARIABLES, ""))
