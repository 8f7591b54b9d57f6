"""Where the gradebook of a class is: a file in its folder, or a database on a server.

Nothing here imports SQLAlchemy, which takes longer than a look at a file.
"""

from urllib.parse import urlsplit

from grader.classroom.folder import ClassFolder, is_file


def db_url(folder: ClassFolder) -> str:
    """The address of a gradebook, as nbgrader wants it; raises ClassError, as do the others."""
    return str(folder.config().CourseDirectory.db_url)


def on_server(folder: ClassFolder) -> bool:
    """Whether it is a database on a server."""
    return not is_file(db_url(folder))


def shown(folder: ClassFolder) -> str:
    """The gradebook as people are told of it: its file, or its address without a password."""
    address = db_url(folder)
    if is_file(address):
        return str(folder.gradebook)
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
