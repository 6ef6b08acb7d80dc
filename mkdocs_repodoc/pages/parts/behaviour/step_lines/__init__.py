"""Lines of a step of a flow that name no function of the repository, and yet say what it does."""
