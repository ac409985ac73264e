"""What a hand-in draws by chance, and did not seed, comes out the same in every run: so does its grade."""

from __future__ import annotations

import random

import numpy as np
from numpy.random import bit_generator


def settle() -> None:
    """Start Python's and NumPy's generators, and with them those of pandas and scikit-learn, where every run starts them.

    ``default_rng()`` asks the module that it is written in for chance; whatever asks the system itself still gets it.
    """
    random.seed(0)
    np.random.seed(0)
    bit_generator.randbits = random.getrandbits
