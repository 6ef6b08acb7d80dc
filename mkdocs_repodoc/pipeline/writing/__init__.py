"""From a site to its files: pages in several processes, data beside them, the list of all."""
