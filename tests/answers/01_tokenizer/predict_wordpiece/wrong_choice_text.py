"""From the task text alone: writes the text of a choice instead of its letter. [check.not_a_choice]"""

predicted_wordpiece = "[UNK]"
