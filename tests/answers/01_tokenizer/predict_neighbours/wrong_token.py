"""From the task text alone: writes a neighbouring token instead of the letter of an option. [check.not_a_choice]"""

predicted_neighbours = "최악"
