"""The running software on a page: its flows, calls, options, failures and registrations."""
