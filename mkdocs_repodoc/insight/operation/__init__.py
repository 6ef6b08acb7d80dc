"""The operation of the software: what one configures, what one runs, and how it fails."""
