"""Options and commands of the command line in scripts, with the libraries that declare them."""
