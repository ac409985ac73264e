"""Marks by hand: texts out to a spreadsheet, and marks and comments back.

The file and what may be wrong with it, no more: what a mark is stands in ``marking``, where it is kept in ``gradebook``.
"""
