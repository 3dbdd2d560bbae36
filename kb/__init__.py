"""kb: a knowledge base with full-text search over Vietnamese official documents."""

__version__ = "0.1.0"
