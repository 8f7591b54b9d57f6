"""A class, graded: from what was handed in to the gradebook."""
