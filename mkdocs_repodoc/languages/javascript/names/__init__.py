"""Syntax tree to the references of a JavaScript or TypeScript file, by the rules of its scopes."""
