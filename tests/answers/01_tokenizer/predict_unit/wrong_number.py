"""From the task text alone: writes the number of the option instead of its letter. [check.not_a_choice]"""

predicted_unit = 2
