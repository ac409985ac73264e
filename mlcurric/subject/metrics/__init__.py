"""How good a list or a forecast was: counts first, then shares of them with intervals, then what they are worth."""
