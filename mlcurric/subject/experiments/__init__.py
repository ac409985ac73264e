"""Experiments that compare two shares: how many customers, what came of it, how sure, and what it costs to know."""
