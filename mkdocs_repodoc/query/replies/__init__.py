"""The answers to the questions, a module for each or for two that are alike."""
