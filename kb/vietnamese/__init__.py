"""The language: pure functions from text to values, that know nothing of documents."""
