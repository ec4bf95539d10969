"""What goes to the terminal: text of articles without control characters, errors, a progress bar on standard error."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

__all__ = ["plain", "print_error", "print_note", "progress"]

_CONTROL = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if code not in (9, 10)}
# marks that turn the direction of writing, and line separators: they can make a line say something else than it does
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0x2028, 0x2029)
_CONTROL |= dict.fromkeys(_TURNING, "\N{REPLACEMENT CHARACTER}")


def plain(text: str) -> str:
    """`text` with each control character replaced, of the same length: what an article holds cannot steer the terminal."""
    return text.translate(_CONTROL)


def print_error(message: str) -> None:
    """Tell what went wrong on standard error."""
    line = Text("error: ", style="bold red")
    line.append(plain(message), style="default")
    Console(stderr=True, soft_wrap=True).print(line)


def print_note(message: str) -> None:
    """Tell on standard error what is good to know and stops nothing."""
    Console(stderr=True, soft_wrap=True).print(Text("note: ", style="bold").append(plain(message), style="default"))


@contextlib.contextmanager
def progress(quiet: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error while a build runs; none where that is no terminal. Gives the function that moves it."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda stage, done, total: None
        return
    columns = (TextColumn("{task.description:<18}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, object] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total or None)
            bar.update(tasks[stage], completed=done, total=total or None)  # type: ignore[arg-type]

        yield advance
