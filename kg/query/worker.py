"""A query in a process of its own, so that one which runs away can be ended: SPARQL on standard input, the answer pickled out.

Started by `kg.query.run` as `python -m kg.query.worker FOLDER LIMIT`; the query has been checked and parsed before.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from kg.graph import open_store
from kg.query.evaluate import evaluate

__all__ = ["MEMORY", "main"]

MEMORY = 4 * 1024**3
"""Bytes a query may use; a cross product of everything with everything wants more than any machine has."""


def main(arguments: list[str]) -> None:
    """Evaluate the query on standard input over the build in `arguments[0]`, no more than `arguments[1]` rows (`-`: all)."""
    _bound_memory()
    query = sys.stdin.buffer.read().decode("utf-8")
    limit = None if arguments[1] == "-" else int(arguments[1])
    answer = evaluate(open_store(Path(arguments[0])), query, limit)
    sys.stdout.buffer.write(pickle.dumps(answer))
    sys.stdout.buffer.flush()


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # no such limits outside Unix
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    allowed = [limit for limit in (soft, hard, MEMORY) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min(allowed), hard))


if __name__ == "__main__":
    main(sys.argv[1:])
