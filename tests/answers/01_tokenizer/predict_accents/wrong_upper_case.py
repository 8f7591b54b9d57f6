"""Writes the letter as a capital. [check.not_a_choice]"""

predicted_accents = "B"
