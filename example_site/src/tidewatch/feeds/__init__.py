"""Where readings come from: files and live gauges."""

from tidewatch.feeds.files import CsvFeed, JsonFeed, open_feed
from tidewatch.feeds.live import LiveFeed

__all__ = ["CsvFeed", "JsonFeed", "LiveFeed", "open_feed"]
