"""Picks every choice. [check.not_a_choice]"""

predicted_wordpiece = "abc"
