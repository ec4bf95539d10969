"""Workers over one snapshot of a build: a task goes to a free one; one that takes too long is ended and another put in its place."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal, TypeVar, get_args

import kg
from kg.errors import StoreError
from kg.serve.frames import Reply, Task, receive, send
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.snapshot import Snapshot

__all__ = ["LANES", "Lane", "Pool"]

Lane = Literal["pages", "queries", "words"]
LANES: tuple[Lane, ...] = get_args(Lane)
"""Pages and search; SPARQL; questions in words. Each has processes of its own, so that none waits for what is slow in another."""

_Turn = TypeVar("_Turn")
_START = 120.0
"""Seconds a worker has to open the build, which it does before anybody waits for it."""
_PATIENCE = 30.0
"""Seconds a request waits for a free process."""
_AGAIN = 2.0
_BUSY = {"Retry-After": "2"}
_Idle = asyncio.Queue[asyncio.subprocess.Process]


class Pool:
    """`settings.workers` processes for pages and for queries each, and one for questions in words."""

    def __init__(self, settings: Settings, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._settings = settings
        self._idle: dict[Lane, _Idle] = {lane: asyncio.Queue() for lane in LANES}
        self._active = 0
        self._waiting = 0
        self._starting: set[asyncio.Task[None]] = set()
        self._closed = False
        self._finished = asyncio.Event()

    async def start(self) -> None:
        """Start all workers; the first makes the index of names that the others read. Raises `StoreError` where the build cannot be opened.

        Questions in words need more of the build than the rest, and are waited for only by whoever asks one.
        """
        await self._add("pages")
        others = self._settings.workers
        await asyncio.gather(*(self._add("pages") for _ in range(others - 1)), *(self._add("queries") for _ in range(others)))
        self._add_behind("words")

    async def run(self, task: Task, lane: Lane) -> Reply:
        """The reply to `task`. Raises `Refusal`: 504 where it took longer than allowed and was ended, 503 where too many wait."""
        self._active += 1
        try:
            return await self._run(task, lane)
        finally:
            self._active -= 1
            if self._active == 0:
                self._finished.set()

    async def retire(self) -> None:
        """Let what is running end, then end the workers and remove the snapshot."""
        while self._active:
            self._finished.clear()
            await self._finished.wait()
        await self.close()

    async def close(self) -> None:
        """End all workers now and remove the snapshot."""
        self._closed = True
        for starting in self._starting:
            starting.cancel()
        for idle in self._idle.values():
            while not idle.empty():
                await _end(idle.get_nowait())
        self.snapshot.close()

    async def _run(self, task: Task, lane: Lane) -> Reply:
        while (process := await self._in_line(self._idle[lane].get)).returncode is not None:
            self._replace(process, lane)  # it ended while it had nothing to do
        try:
            reply = await asyncio.wait_for(_ask(process, task), self._settings.timeout)
        except TimeoutError as error:
            self._replace(process, lane)
            advice = "narrow it by a country or a period, tie its patterns together, or ask for less at once"
            raise Refusal(504, f"stopped after {self._settings.timeout:g} s; {advice}") from error
        except (asyncio.IncompleteReadError, OSError) as error:
            self._replace(process, lane)
            raise Refusal(400, "it needed more memory than a request may have and was ended; ask for less at once") from error
        except BaseException:  # the client went away
            self._replace(process, lane)
            raise
        await self._give_back(process, lane)
        return reply

    async def _in_line(self, turn: Callable[[], Awaitable[_Turn]]) -> _Turn:
        """Wait for a turn, if not too many do."""
        if self._waiting >= self._settings.waiting:
            raise Refusal(503, "too many requests wait; try again in a moment", _BUSY)
        self._waiting += 1
        try:
            return await asyncio.wait_for(turn(), _PATIENCE)
        except TimeoutError as error:
            raise Refusal(503, "other requests take all processes; try again in a moment", _BUSY) from error
        finally:
            self._waiting -= 1

    async def _give_back(self, process: asyncio.subprocess.Process, lane: Lane) -> None:
        if self._closed:
            await _end(process)
        else:
            self._idle[lane].put_nowait(process)

    def _replace(self, process: asyncio.subprocess.Process, lane: Lane) -> None:
        """End a worker and start another."""
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        if not self._closed:
            self._add_behind(lane)

    def _add_behind(self, lane: Lane) -> None:
        """Start a worker, however often that has to be tried; nobody waits for that."""

        async def add() -> None:
            while True:
                try:
                    return await self._add(lane)
                except StoreError as error:
                    print(f"kg serve: {error}", file=sys.stderr, flush=True)
                    await asyncio.sleep(_AGAIN)

        starting = asyncio.create_task(add())
        self._starting.add(starting)
        starting.add_done_callback(self._starting.discard)

    async def _add(self, lane: Lane) -> None:
        process = await _start(self._settings, self.snapshot.folder, lane)
        try:
            ready = await asyncio.wait_for(receive(process.stdout, Reply), _START)  # type: ignore[arg-type]  # it is a pipe
        except (TimeoutError, asyncio.IncompleteReadError) as error:
            await _end(process)
            raise StoreError(f"{self._settings.build}: cannot be opened; its log above says why, or build it again with `kg build`") from error
        except BaseException:
            process.kill()
            raise
        if ready.status != 200:
            await _end(process)
            raise StoreError(ready.body.decode())
        await self._give_back(process, lane)


async def _start(settings: Settings, folder: Path, lane: Lane) -> asyncio.subprocess.Process:
    home = str(Path(kg.__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (home, os.environ.get("PYTHONPATH", "")) if part)
    command = [sys.executable, "-P", "-m", "kg.serve.worker", str(folder), lane, str(settings.rows), str(settings.memory)]
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=pipe, env={**os.environ, "PYTHONPATH": path}, start_new_session=True
    )


async def _ask(process: asyncio.subprocess.Process, task: Task) -> Reply:
    assert process.stdin is not None and process.stdout is not None
    await send(process.stdin, task)
    return await receive(process.stdout, Reply)


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
