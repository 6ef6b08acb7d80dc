"""Values of Python: what they are by what is stated of them, and by what makes them."""
