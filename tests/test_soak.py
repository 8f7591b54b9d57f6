"""One round of what `make soak` does ten times."""

import soak


def test_after_a_process_was_killed_grading_again_gives_the_undisturbed_gradebook(tmp_path):
    assert soak.soak(tmp_path, rounds=1, students=4, seed=0) == []
