"""Scenarios in which two teams work side by side, and what goes without saying for one is unknown to the other."""
