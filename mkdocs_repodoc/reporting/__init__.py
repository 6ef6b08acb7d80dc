"""Words for whoever has started a build: how far it is, what it has found, what is wrong."""
