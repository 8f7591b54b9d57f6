"""The student's side of the sandbox: of all of grader, this alone is mounted there."""
