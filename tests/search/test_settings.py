"""What an administrator may set, by environment variables."""

from dataclasses import fields
from pathlib import Path

import pytest

from search.errors import SettingError
from search.settings import Settings


def test_an_empty_environment_gives_the_settings_that_need_no_thought() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"HOME": "/home/ann", "ONRECORD_PORT": ""}) == Settings()


def test_every_setting_is_one_variable() -> None:
    given = {f"ONRECORD_{field.name.upper()}": "77" for field in fields(Settings)}
    expected = Settings(Path("77"), Path("77"), "77", 77, 77, 77, 77, "77")
    assert Settings.from_environment(given) == expected


def test_a_folder_is_a_path_and_a_port_a_number() -> None:
    settings = Settings.from_environment({"ONRECORD_INDEX": "/var/lib/on record", "ONRECORD_PORT": "8080"})
    assert settings.index == Path("/var/lib/on record")
    assert settings.port == 8080


@pytest.mark.parametrize("value", ["eighty", "-1", "8_000", "80.5", "٨٠", "0x50", " 80"])
def test_a_value_that_does_not_fit_is_an_error_that_names_variable_value_and_an_example(value: str) -> None:
    with pytest.raises(SettingError, match="ONRECORD_PORT") as caught:
        Settings.from_environment({"ONRECORD_PORT": value})
    assert repr(value) in str(caught.value)
    assert "8000" in str(caught.value)
