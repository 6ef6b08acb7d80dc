"""The seal on what files of a site follow from, by which a build knows those of an earlier one.

The list of a site's files lies in its folder, and may have come with it, in an archive for one.
What it says of origins is believed only if it bears a secret that is in the cache of this machine:
else a file that somebody else has put there would count as written by an earlier build.
"""

from __future__ import annotations

import secrets
from hashlib import blake2b

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache

_KEY = "origins"
_SIZE = 16


class OriginSeal:
    """Seals what stands for the origin of a file.

    Args:
        cache: Has the secret; gets one if it has none.
    """

    def __init__(self, cache: Cache) -> None:
        kept = cache.get(Cached.SEAL, _KEY, bytes)
        if kept is None:
            kept = secrets.token_bytes(_SIZE)
            cache.put_many(Cached.SEAL, [(_KEY, kept)])
        self._secret = kept

    def of(self, origin: str) -> str:
        """Return the sealed origin: the same text for the same origin and cache.

        Args:
            origin: What stands for all that the content of a file follows from.
        """
        return blake2b(origin.encode(), digest_size=_SIZE, key=self._secret).hexdigest()
