"""What a kernel is held to is whole numbers of bytes, whatever number was given."""

from grader.limits import Limits


def test_a_fraction_of_a_mebibyte_is_a_whole_number_of_bytes() -> None:
    held = Limits(memory=0.3, disk=1.5, processes=8).in_bytes()
    assert held == {"memory": 314_573, "disk": 1_572_864, "processes": 8}
    assert all(isinstance(number, int) for number in held.values())
