"""The parts of a chapter on architecture: what each part is, and what joins them."""
