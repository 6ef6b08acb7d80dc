"""Lists in the steps of a flow: tasks, and functions that are passed on."""
