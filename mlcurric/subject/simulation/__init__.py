"""A simulated subscription business whose truth is known both ways: what each account does if called, and if left alone."""
