"""Containers of the standard library of Rust: their types, and what their methods return."""
