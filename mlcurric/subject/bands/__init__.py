"""Who decides what: called at once, looked at by a person first, or left alone; what each earns, and what comes back."""
