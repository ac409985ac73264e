"""Grades for a learning platform: Canvas, Moodle, or a plain table."""
