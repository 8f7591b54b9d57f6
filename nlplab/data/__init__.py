"""Data for the notebooks: film reviews and what is made of them."""

from nlplab.data.lines import write_lines
from nlplab.data.nsmc import DataFileError, ForeignDataFileError, MissingDataFileError, nsmc
from nlplab.data.reviews import Review, reviews

__all__ = [
    "DataFileError",
    "ForeignDataFileError",
    "MissingDataFileError",
    "Review",
    "nsmc",
    "reviews",
    "write_lines",
]
