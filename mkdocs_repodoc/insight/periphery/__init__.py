"""The periphery: what is in the repository, but not the software itself as it is today."""
