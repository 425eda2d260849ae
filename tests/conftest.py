"""What all tests share: where the data for measuring stands, and that nothing is skipped in CI."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
IN_CI = bool(os.environ.get("CI"))

settings.register_profile("onrecord", deadline=None, print_blob=True)
settings.load_profile("onrecord")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles, gold speakers and judged queries, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip(f"the data for measuring is not at {SHARED}; set ONRECORD_SHARED to its folder")
    return SHARED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """In CI a skipped test is a failed one."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which no test may be in CI: {report.longrepr}"
    return report
