"""The judge's end inside a student's kernel: looks up, calls and makes what the judge asks for.

It runs as one cell of the kernel, in the main thread, so that prints and interrupts of the
student's code behave as in any cell. It holds no test and no expected value.
"""

import socket
from typing import Any

from grader import wire
from nlplab.check import student_line
from nlplab.outcomes import NotAttempted, Outcome, is_blank
from nlplab.recipes import RECIPES


def serve(address: str, namespace: dict[str, Any]) -> None:
    """Answer the judge at the Unix socket `address` until it hangs up.

    `namespace` holds the student's names. A request is `[operation, *arguments]`, an answer
    `["value", value]`, `["missing", name]`, `["unreadable", reason]`,
    `["outcome", type, key, values]` or `["error", type, text, line]`.
    """
    objects: list[Any] = []

    def refer(value: Any) -> dict[str, Any]:
        if is_blank(value):
            raise NotAttempted
        objects.append(value)
        return {"reference": [len(objects) - 1, type(value).__name__]}

    def resolve(body: list[Any]) -> Any:
        return objects[body[0]]

    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        with connection.makefile("rwb") as stream:
            while True:
                try:
                    request = wire.receive(stream, resolve)
                except (EOFError, OSError):
                    return
                try:
                    wire.send(stream, answer(request, namespace), refer)
                except Exception as error:
                    wire.send(stream, failure(error), refer)


def answer(request: list[Any], namespace: dict[str, Any]) -> list[Any]:
    """What `request` gives in `namespace`."""
    match request:
        case ["get", name]:
            return ["value", namespace[name]] if name in namespace else ["missing", name]
        case ["attribute", owner, name]:
            act, args, kwargs = getattr, (owner, name), {}
        case ["call", act, args, kwargs]:
            pass
        case ["make", recipe, args, kwargs]:
            act = RECIPES[recipe]
    try:
        return ["value", act(*args, **kwargs)]
    except (Exception, SystemExit) as error:
        return failure(error)


def failure(error: BaseException) -> list[Any]:
    """An exception of the student's code, as plain data."""
    if isinstance(error, wire.WireError):
        return ["unreadable", str(error)]
    if isinstance(error, Outcome):
        values = {name: str(value) for name, value in error.values.items()}
        return ["outcome", type(error).__name__, error.key, values]
    line = student_line(error.__traceback__, in_test=False)
    return ["error", type(error).__name__, str(error), line]
