"""Errors that Rust reports and handles, with the texts that their types give them."""
