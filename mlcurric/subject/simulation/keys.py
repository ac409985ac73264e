"""From a key to the randomness of a world: whoever lacks the key can recompute nothing of it."""

from __future__ import annotations

import hashlib
import hmac

import numpy as np

PRACTICE = b"mlcurric practice"
"""The key of the practice world, which every learner shares. It is public; a graded world has a secret one."""


def world_key(key: bytes, exercise: str, attempt: int) -> bytes:
    """The key of one world: 256 bits, another for each exercise and attempt of a class.

    Args:
        key: the instructor's secret.
        exercise: the exercise's number, such as ``"1-4"``.
        attempt: counted from 1.
    """
    return hmac.digest(key, f"{exercise}/{attempt}".encode(), hashlib.sha256)


def generator(key: bytes, purpose: str) -> np.random.Generator:
    """Random numbers for one purpose, seeded with all 256 bits of ``HMAC(key, purpose)``."""
    digest = hmac.digest(key, purpose.encode(), hashlib.sha256)
    # Every bit of the digest moves the stream, though the stream's own state is 128 bits wide.
    words = np.frombuffer(digest, dtype="<u4")
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(words.tolist())))
