"""Numbers the choices. [check.not_a_choice]"""

predicted_neighbours = 2
