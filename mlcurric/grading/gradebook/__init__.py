"""The gradebook: what was handed in, how it was graded and marked, and what came before; one SQLite file a class."""
