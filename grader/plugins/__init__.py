"""What `nbgrader_config.py` names: nbgrader's own commands and buttons do what `grader` does."""
