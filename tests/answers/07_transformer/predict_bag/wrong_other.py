"""From the task text alone: writes something else than one letter of the choices. [check.not_a_choice]"""

predicted_bag = "two clauses"
