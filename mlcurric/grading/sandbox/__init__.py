"""The trusted side of the sandbox: what is let in, how it is started, and what is heard from it."""
