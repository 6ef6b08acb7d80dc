"""Names of functions in shell scripts: which one a command runs, here or in what is sourced."""
