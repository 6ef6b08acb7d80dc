"""Paths of Rust through its modules: what these declare, and where a path leads."""
