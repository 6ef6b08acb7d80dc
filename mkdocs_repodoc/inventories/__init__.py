"""The documentation of other projects, as `objects.inv` files list it; Python's is included."""
