"""The trusted side: worlds that nobody has seen, what is right in them, and what may be said of it."""
