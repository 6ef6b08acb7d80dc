"""Links between symbols: bases and overrides, real calls, tests that run them."""
