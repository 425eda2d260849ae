"""The command line as a test uses it: what a command does, and the one sentence of one that fails."""

from click.testing import CliRunner, Result

from web.serve import onrecord

DONE, SOME_FAILED, USAGE, LOCKED = range(4)  # exit codes


def run(*words: object, **environment: str) -> Result:
    """What a command does; it may end in an exit code, never in a traceback."""
    result = CliRunner().invoke(onrecord, [str(word) for word in words], env=environment)
    assert isinstance(result.exception, SystemExit | None), result.exc_info
    assert "Traceback" not in result.output
    return result


def sentence(result: Result) -> str:
    """The last line that a failed command says."""
    return result.stderr.strip().splitlines()[-1]
