"""From the task text alone: writes out the pieces of a choice instead of its letter. [check.not_a_choice]"""

predicted_wordpiece = ["고", "##양", "[UNK]"]
