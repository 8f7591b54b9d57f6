"""From the task text alone: writes the text of the option instead of its letter. [check.not_a_choice]"""

predicted_unit = "cut into words (at spaces)"
