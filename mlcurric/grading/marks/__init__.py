"""Marks by hand: texts out to a spreadsheet, and marks and comments back."""
