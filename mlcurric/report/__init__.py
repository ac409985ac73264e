"""What stage 1 teaches, done on a table of one's own: whom to talk to, what to expect of it, and what to ask first."""
