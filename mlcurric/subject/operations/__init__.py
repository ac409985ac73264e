"""Keeping a model in use: whether its data still look the same, a year of lists with decisions, runbooks, and who does what."""
