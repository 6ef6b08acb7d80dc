"""Errors that JavaScript and TypeScript report and handle, and the events that carry them."""
