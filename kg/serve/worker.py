"""A process that does one task after another over one build: tasks on standard input, replies on standard output.

Started by `kg.serve.pool` as `python -P -m kg.serve.worker FOLDER LANE ROWS MEMORY`; whatever runs away in it ends with it.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from kg.errors import KgError
from kg.serve.confine import bound_memory, end_with_parent, forbid_sockets
from kg.serve.frames import Reply, Task, read_frame, write_frame
from kg.serve.tasks import Worker

__all__ = ["main"]


def main(arguments: list[str]) -> None:
    """Open the build in `arguments[0]`, say so with a reply of status 200, and do tasks until the server closes."""
    end_with_parent()
    folder, lane, rows, memory = Path(arguments[0]), arguments[1], int(arguments[2]), int(arguments[3])
    pipe_in, pipe_out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # replies alone go out
    confined = forbid_sockets()
    bound_memory(memory)
    try:
        worker = Worker(folder, rows, confined)
        worker.prepare(lane)
    except KgError as error:
        write_frame(pipe_out, Reply(500, "", str(error).encode()))
        return
    except (RuntimeError, OSError) as error:  # what Oxigraph says of a store that is broken
        write_frame(pipe_out, Reply(500, "", f"{folder}: the store cannot be read ({error}); build it again with `kg build`".encode()))
        return
    write_frame(pipe_out, Reply(200, "", b""))
    while (task := read_frame(pipe_in, Task)) is not None:
        write_frame(pipe_out, _done(worker, task))


def _done(worker: Worker, task: Task) -> Reply:
    """The reply to a task; a fault of the program is told in the server's log and not to the client."""
    try:
        return worker.perform(task)
    except MemoryError:
        return Reply(400, "", b"it needed more memory than a request may have; ask for less at once")
    except Exception:
        print(f"kg serve: {task.name} failed\n{traceback.format_exc()}", file=sys.stderr, flush=True)
        return Reply(500, "", b"this could not be answered; the log of the server tells why")


if __name__ == "__main__":
    main(sys.argv[1:])
