"""Front ends, a folder for each language or family of languages that share one grammar."""
