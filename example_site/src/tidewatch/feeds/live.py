"""A gauge that is asked again and again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from tidewatch.errors import FeedError
from tidewatch.readings import Reading

Ask = Callable[[], Awaitable[Reading]]
"""Asks the gauge once."""


class LiveFeed:
    """Readings as they are taken.

    Args:
        ask: Asks the gauge once.
        interval: Seconds between two questions.
        patience: How many failures in a row are borne.
    """

    def __init__(self, ask: Ask, interval: float = 60.0, patience: int = 3) -> None:
        self.ask = ask
        self.interval = interval
        self.patience = patience

    async def readings(self, limit: int | None = None) -> AsyncIterator[Reading]:
        """Yield readings until `limit` have come, or for ever.

        Yields:
            Reading: The next answer of the gauge.

        Raises:
            FeedError: The gauge failed too often in a row.
        """
        failures = count = 0
        while limit is None or count < limit:
            try:
                reading = await self.ask()
            except OSError as error:
                failures += 1
                if failures > self.patience:
                    raise FeedError(f"the gauge failed {failures} times in a row") from error
            else:
                failures = 0
                count += 1
                yield reading
            await asyncio.sleep(self.interval)


@asynccontextmanager
async def buffered(feed: LiveFeed, limit: int) -> AsyncIterator[asyncio.Queue[Reading]]:
    """Read a feed in the background for as long as the block lasts.

    Args:
        feed: What to read.
        limit: How many readings to take at most.

    Yields:
        The queue that the readings arrive in.
    """
    queue: asyncio.Queue[Reading] = asyncio.Queue()

    async def fill() -> None:
        async for reading in feed.readings(limit):
            await queue.put(reading)

    task = asyncio.create_task(fill())
    try:
        yield queue
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
