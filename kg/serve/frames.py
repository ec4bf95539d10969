"""What the server and its workers tell each other: a task goes out, a reply comes back, each as MessagePack after its length."""

from __future__ import annotations

import asyncio
import struct
from typing import BinaryIO, TypeVar

import msgspec

__all__ = ["Reply", "Task", "read_frame", "receive", "send", "write_frame"]

_LENGTH = struct.Struct("!Q")
_Frame = TypeVar("_Frame", bound=msgspec.Struct)


class Task(msgspec.Struct, frozen=True):
    """What is to be done: the name of a task and what it is given; texts are as the client sent them.

    `language` is set where a page is wanted in it, and not a record.
    """

    name: str
    given: dict[str, str | list[str]]
    language: str = ""


class Reply(msgspec.Struct, frozen=True):
    """What goes to the client: an HTTP status, the media type, the bytes, and headers besides."""

    status: int
    type: str
    body: bytes
    headers: dict[str, str] = {}


def write_frame(pipe: BinaryIO, frame: msgspec.Struct) -> None:
    """Write one frame and flush."""
    data = msgspec.msgpack.encode(frame)
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def read_frame(pipe: BinaryIO, type_: type[_Frame]) -> _Frame | None:
    """The next frame; None where the other side has closed."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return msgspec.msgpack.decode(pipe.read(*_LENGTH.unpack(head)), type=type_)


async def send(pipe: asyncio.StreamWriter, frame: msgspec.Struct) -> None:
    """As `write_frame`, in an event loop."""
    data = msgspec.msgpack.encode(frame)
    pipe.write(_LENGTH.pack(len(data)) + data)
    await pipe.drain()


async def receive(pipe: asyncio.StreamReader, type_: type[_Frame]) -> _Frame:
    """As `read_frame`, in an event loop. Raises `asyncio.IncompleteReadError` where the other side has closed."""
    (length,) = _LENGTH.unpack(await pipe.readexactly(_LENGTH.size))
    return msgspec.msgpack.decode(await pipe.readexactly(length), type=type_)
