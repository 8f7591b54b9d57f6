"""From the task text alone: answers with the value of strip_accents instead of a letter. [check.not_a_choice]"""

predicted_accents = True
