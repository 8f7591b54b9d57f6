"""A PostgreSQL of its own, on a socket in a temporary folder, as Debian's package installs it."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, create_engine

from grader.classroom.folder import CONFIG, ClassFolder

ACCOUNT = "postgres"  # of the package; the server refuses to run as root
QUICK = "-c fsync=off -c full_page_writes=off -c listen_addresses=''"


def missing() -> str:
    """What there is no server for want of, empty where there is all."""
    if _programs() is None:
        return "no PostgreSQL here: apt-get install postgresql"
    if os.geteuid() == 0 and ACCOUNT not in {each.pw_name for each in pwd.getpwall()}:
        return f"PostgreSQL does not run as root, and there is no account {ACCOUNT}"
    return ""


@contextmanager
def running() -> Iterator[str]:
    """The folder of a server's socket, as long as it runs."""
    account = ACCOUNT if os.geteuid() == 0 else None
    with TemporaryDirectory(prefix="pg-") as place:
        if account:
            shutil.chown(place, account)
        data = f"{place}/data"

        def run(program: str, *options: str) -> None:
            command = [str(_programs() / program), "-D", data, *options]
            done = subprocess.run(
                command,
                user=account,
                cwd=place,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, done.stdout

        run("initdb", "--no-sync", "--auth=trust", f"--username={ACCOUNT}", "--encoding=UTF8")
        run("pg_ctl", "start", "--wait", f"--log={place}/log", f"--options={QUICK} -k {place}")
        try:
            yield place
        finally:
            run("pg_ctl", "stop", "--mode=immediate")


def database(socket: str, name: str) -> str:
    """The address of a new, empty database."""
    of = URL.create("postgresql+psycopg", ACCOUNT, database=ACCOUNT, query={"host": socket})
    server = create_engine(of, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    server.dispose()
    return of.set(database=name).render_as_string(hide_password=False)


def on_server(parent: Path, address: str, *settings: str) -> ClassFolder:
    """The folder of a class whose gradebook has this address, by the settings beside it."""
    folder = ClassFolder(parent / "class")
    lines = ["c = get_config()", f"c.CourseDirectory.db_url = {address!r}"]
    lines += [f"c.CourseDirectory.root = {str(folder.path.resolve())!r}", *settings]
    (parent / CONFIG).write_text("\n".join(lines))
    return folder


def _programs() -> Path | None:
    """Where the programs of the newest server are, which Debian keeps off the path."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None
