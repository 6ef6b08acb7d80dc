"""Names of C#: what identifiers mean in their file, and in the namespaces of the repository."""
