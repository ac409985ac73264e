"""A team's workshop: its folder, its agenda to the minute, what is printed, mailed and filled in, and what comes of it."""
