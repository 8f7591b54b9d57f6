"""From the task text alone: puts the letter into a list. [check.not_a_choice]"""

predicted_neighbours = ["b"]
