"""The nouns that the steps hand to each other. Nothing here reads, writes or decides."""
