"""Results kept between runs, and what their keys hold."""
