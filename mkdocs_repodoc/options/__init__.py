"""The user's options, the same on every host: how they are declared, checked and resolved."""
