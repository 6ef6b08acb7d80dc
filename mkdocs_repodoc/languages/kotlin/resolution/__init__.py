"""Names of Kotlin over the whole repository: targets in files, and what linking makes of them."""
