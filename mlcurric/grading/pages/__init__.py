"""What learners get back, and the index for whoever teaches."""
