"""Pages of earlier builds, and what each one rests on."""
