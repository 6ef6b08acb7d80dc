"""The identifiers of a file, and the scopes in which they mean something."""
