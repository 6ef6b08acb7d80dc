"""The tour through the source: one page, each stop a section with the lines to read."""
