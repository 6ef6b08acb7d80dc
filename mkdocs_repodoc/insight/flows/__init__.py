"""Entry points, and the calls that lead on from them."""
