"""A newcomer's way through a repository: the tour, the reading order, its terms and documents."""
