"""Options and commands that Python programs declare, by the library that reads them."""
