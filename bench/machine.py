"""The machine: what the figures depend on; no names of hosts or people."""

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("numpy", "whoosh3", "tantivy", "pystemmer", "msgspec")
PROCESSORS = Path("/proc/cpuinfo")


def machine() -> dict[str, str | int]:
    """Cores that may be used, the processor's model, the versions of Python and of the engines."""
    versions = {name: _version(name) for name in PACKAGES}
    system = f"{platform.system()} {platform.machine()}"
    interpreter = f"{platform.python_implementation()} {platform.python_version()}"
    own: dict[str, str | int] = {"cores": _cores(), "processor": _processor(), "system": system, "python": interpreter}
    return {**own, "sqlite": sqlite3.sqlite_version, **versions}


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    if not PROCESSORS.exists():
        return platform.processor() or "unknown"
    named = (line.partition(":")[2].strip() for line in PROCESSORS.read_text().splitlines() if "model name" in line)
    return next(named, "unknown")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
