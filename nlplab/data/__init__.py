"""Data for the notebooks: film reviews, and what is made of texts."""

from nlplab.data.lines import write_lines
from nlplab.data.nsmc import DataFileError, ForeignDataFileError, MissingDataFileError, nsmc
from nlplab.data.reviews import Review, reviews
from nlplab.data.vocabulary import fixed_vocabulary

__all__ = [
    "DataFileError",
    "ForeignDataFileError",
    "MissingDataFileError",
    "Review",
    "fixed_vocabulary",
    "nsmc",
    "reviews",
    "write_lines",
]
