"""The letter, looked up in a list of the choices."""

choices = ["a", "b", "c"]
predicted_padding = choices[1]
