"""Whom to contact, why, what to expect of it, and what to ask and try before."""
