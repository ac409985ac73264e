"""A class at a glance: on the terminal and as a page, and what to teach next."""
