"""What a worker process may do: no sockets, so that no query reaches outside; so much memory and no more; it ends with the server.

A query that calls a `SERVICE` is refused by its words, but a word check and a parser may disagree. Linux can take the system call
away (seccomp), and what a process cannot do no query can make it do.
"""

from __future__ import annotations

import ctypes
import platform
import signal
import struct
import sys

__all__ = ["bound_memory", "end_with_parent", "forbid_sockets"]

_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 1  # SECCOMP_RET_ERRNO with EPERM
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Machine → its AUDIT_ARCH and its number of the system call `socket` (Linux's audit.h and unistd.h)."""


class _Program(ctypes.Structure):
    """`struct sock_fprog` of Linux's filter.h."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def forbid_sockets() -> bool:
    """Make every later `socket()` of this process fail with EPERM; False where the system has no such means."""
    if not sys.platform.startswith("linux") or platform.machine() not in _MACHINES:
        return False
    arch, number = _MACHINES[platform.machine()]
    steps = (
        (_LOAD, 0, 0, 4),  # the architecture of the call
        (_IF_EQUAL, 0, 2, arch),
        (_LOAD, 0, 0, 0),  # its number
        (_IF_EQUAL, 1, 0, number),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.cast(code, ctypes.c_void_p))
    return _prctl(_PR_SET_NO_NEW_PRIVS, 1) and _prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program))


def end_with_parent() -> None:
    """Have this process killed when the one that started it ends, however that ends; Linux alone has this."""
    if sys.platform.startswith("linux"):
        _prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))


def bound_memory(allowed: int) -> None:
    """Let this process use at most `allowed` bytes of memory; what needs more ends it. Unix alone has this."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed if hard == resource.RLIM_INFINITY else min(allowed, hard), hard))


def _prctl(option: int, *values: object) -> bool:
    given = [ctypes.c_ulong(value) if isinstance(value, int) else value for value in values]
    given += [ctypes.c_ulong(0)] * (4 - len(given))
    return bool(ctypes.CDLL(None).prctl(option, *given) == 0)
