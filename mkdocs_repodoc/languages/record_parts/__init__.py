"""Parts of a language's record: what is known of its errors, files, types, tools and endings."""
