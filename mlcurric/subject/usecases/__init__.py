"""From a hotspot to a use case, to a score that says how much it can be trusted: the sheets, their checks and their pages."""
