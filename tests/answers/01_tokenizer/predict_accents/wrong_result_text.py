"""From the task text alone: writes the expected outcome instead of the letter of an option. [check.not_a_choice]"""

predicted_accents = "ㅎㅏㄴㄱㅜㄱㅇㅓ"
