"""Commands of a repository as pages show them, with the lines that prove them."""
