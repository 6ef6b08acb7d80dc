"""Parts that the languages of the Java machine share."""
