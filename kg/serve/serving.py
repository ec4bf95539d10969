"""The build that is served now: tasks go to its pool; when `kg build` has put a new one in its place, a new pool takes over.

Requests that run keep the pool they began with, so that none fails; a reply that was given once is kept as long as its build is served.
"""

from __future__ import annotations

import asyncio
import sys
from collections import OrderedDict

import msgspec

from kg.errors import KgError
from kg.serve.frames import Reply, Task
from kg.serve.pool import Lane, Pool
from kg.serve.settings import Settings
from kg.serve.snapshot import Snapshot, identity_of, is_settled

__all__ = ["Serving"]

_LOOK = 0.5
"""Seconds between two looks at the build folder."""
_AGAIN = 5.0
"""Seconds after which a build that could not be opened is tried again."""
_KEPT = 64 * 1024**2
"""Bytes of replies that are kept."""
_LARGEST = 512 * 1024
_CHANGING = {"health"}


class _Replies:
    """Replies by their tasks; what was not asked for longest goes first."""

    def __init__(self) -> None:
        self._size = 0
        self._by_task: OrderedDict[bytes, Reply] = OrderedDict()

    def get(self, key: bytes) -> Reply | None:
        if key in self._by_task:
            self._by_task.move_to_end(key)
        return self._by_task.get(key)

    def put(self, key: bytes, reply: Reply) -> None:
        if len(reply.body) <= _LARGEST and key not in self._by_task:
            self._by_task[key] = reply
            self._size += len(reply.body) + len(key)
            while self._size > _KEPT:
                old, gone = self._by_task.popitem(last=False)
                self._size -= len(gone.body) + len(old)


class Serving:
    """Answers tasks from the newest build in a folder."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: Pool | None = None
        self._replies = _Replies()
        self._watching: asyncio.Task[None] | None = None
        self._retiring: dict[asyncio.Task[None], Pool] = {}

    async def start(self) -> None:
        """Open the build and begin to watch for others. Raises `StoreError` where there is none."""
        self._pool = await self._opened()
        self._watching = asyncio.create_task(self._watch())

    async def run(self, task: Task, lane: Lane = "pages") -> Reply:
        """The reply to `task`. Raises `Refusal`."""
        assert self._pool is not None
        replies = self._replies
        key = msgspec.msgpack.encode(task, order="deterministic")
        if known := replies.get(key):
            return known
        reply = await self._pool.run(task, lane)
        if reply.status < 500 and task.name not in _CHANGING:
            replies.put(key, reply)
        return reply

    async def close(self) -> None:
        """End everything."""
        if self._watching:
            self._watching.cancel()
        for retiring, old in tuple(self._retiring.items()):
            retiring.cancel()
            await old.close()
        if self._pool:
            await self._pool.close()

    async def _opened(self) -> Pool:
        snapshot = Snapshot(self._settings.build)
        pool = Pool(self._settings, snapshot)
        try:
            await pool.start()
        except BaseException:
            await pool.close()
            raise
        return pool

    async def _watch(self) -> None:
        """Take over every new build; one that cannot be opened leaves the last one in service."""
        assert self._pool is not None
        seen = self._pool.snapshot.identity
        while True:
            await asyncio.sleep(_LOOK)
            found = identity_of(self._settings.build)
            if found == seen or found[0] is None or not is_settled(self._settings.build):
                continue
            try:
                pool = await self._opened()
            except (KgError, OSError) as error:
                print(f"kg serve: the new build is not served yet: {error}", file=sys.stderr, flush=True)
                await asyncio.sleep(_AGAIN)
                continue
            seen = pool.snapshot.identity
            old, self._pool, self._replies = self._pool, pool, _Replies()
            retiring = asyncio.create_task(old.retire())
            self._retiring[retiring] = old
            retiring.add_done_callback(lambda done: self._retiring.pop(done, None))
