"""The Event Storming board: what its notes are, how they are changed, read, checked and drawn on a wall."""
