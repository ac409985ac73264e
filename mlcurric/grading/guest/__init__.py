"""What runs inside the sandbox, beside a stranger's code: it imports no question, no check and nothing of the trusted side."""
