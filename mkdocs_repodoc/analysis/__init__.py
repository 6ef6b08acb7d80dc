"""One file's bytes to its record, by whichever front end or format reader knows its language."""
