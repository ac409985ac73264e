"""One run of a hand-in: what is asked of whatever runs it, and what is believed of what comes back."""
