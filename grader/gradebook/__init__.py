"""All that knows nbgrader's gradebook."""
