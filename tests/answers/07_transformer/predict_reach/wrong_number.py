"""Writes the number of the option. [check.not_a_choice]"""

predicted_reach = 1
