"""Fields of types that hold settings, by what their tags and attributes say."""
