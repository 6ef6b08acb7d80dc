"""Names of Java: what identifiers mean in their file, and in the packages of the repository."""
