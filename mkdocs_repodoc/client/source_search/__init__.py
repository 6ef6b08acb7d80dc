"""Search in the text of the source: the files by which the pages' scripts find lines in it."""
