"""What people look at: feedback, reports, and nbgrader's formgrader on this course."""
