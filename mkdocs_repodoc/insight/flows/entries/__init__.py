"""Entry points: where the outside enters the software, and which of them count most."""
