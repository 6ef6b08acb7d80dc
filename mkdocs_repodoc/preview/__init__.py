"""Parts of a preview on the own machine, whoever serves it."""
