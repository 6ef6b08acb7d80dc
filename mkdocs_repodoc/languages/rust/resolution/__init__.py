"""Names of Rust: what identifiers mean in their file, and in the crates of the repository."""
