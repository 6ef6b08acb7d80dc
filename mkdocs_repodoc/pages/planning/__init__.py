"""The plan of the site: pages and assets with their addresses, navigation, search entries."""
