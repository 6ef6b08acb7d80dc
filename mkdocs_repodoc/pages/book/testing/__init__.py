"""Parts of the chapter on testing: what has to be there before, and how the cases run."""
