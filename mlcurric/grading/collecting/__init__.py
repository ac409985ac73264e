"""Hand-ins as Moodle and Canvas hand them out, a zip an assignment, put where the grader reads them."""
