"""Environment variables on pages: those with names, and families of them."""
