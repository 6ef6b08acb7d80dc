"""A look, before a site is built, at extensions, grammars, secrets, and whose cache it is."""
