"""The keyword pages of files, folders and the repository."""
