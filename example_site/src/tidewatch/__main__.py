"""Let `python -m tidewatch` do what the `tidewatch` command does."""

import sys

from tidewatch.cli import main

if __name__ == "__main__":
    sys.exit(main())
