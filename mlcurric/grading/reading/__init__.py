"""From a folder of files to hand-ins: which there are, what is in them, or why one cannot be read."""
