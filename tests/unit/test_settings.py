"""Settings: one name, one default, one line in `.env.example`, one row in the documentation."""

from __future__ import annotations

import pytest

from bot.settings import PROJECT, Secret, Settings, SettingsError, describe


def test_defaults_need_nothing() -> None:
    settings = Settings.from_env({})

    assert settings.telegram_bot_token is None
    assert settings.database_url == f"sqlite+aiosqlite:///{PROJECT / 'data' / 'startpunt.db'}"


def test_an_empty_value_counts_as_not_set() -> None:
    assert Settings.from_env({"TELEGRAM_BOT_TOKEN": " "}).telegram_bot_token is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("postgresql://u@h/d", "postgresql+asyncpg://u@h/d"),
        ("postgres://u@h/d", "postgresql+asyncpg://u@h/d"),
        ("postgresql+asyncpg://u@h/d", "postgresql+asyncpg://u@h/d"),
    ],
)
def test_database_addresses_get_their_driver(given: str, expected: str) -> None:
    assert Settings.from_env({"DATABASE_URL": given}).database_url == expected


def test_every_bad_value_is_named_at_once() -> None:
    bad = {
        "LISTEN_PORT": "99999",
        "NLU_PORT": "many",
        "DATABASE_URL": "mysql://x",
        "PUBLIC_URL": "http://example.org",
        "NLU_URL": "nlu",
        "LOG_LEVEL": "LOUD",
        "SEND_PER_S": "0",
    }
    with pytest.raises(SettingsError) as raised:
        Settings.from_env(bad)

    problems = raised.value.fields["problems"]
    assert isinstance(problems, tuple)
    assert {problem.split(":")[0] for problem in problems} == bad.keys()


def test_a_secret_never_shows_itself() -> None:
    settings = Settings.from_env({"TELEGRAM_BOT_TOKEN": "1:hush", "NLU_TOKEN": "hush"})

    assert "hush" not in f"{settings!r} {settings}"
    assert settings.telegram_bot_token == Secret("1:hush")
    assert hash(Secret("a")) == hash(Secret("a"))


def test_example_file_and_documentation_list_every_setting_with_its_default() -> None:
    example = (PROJECT / ".env.example").read_text(encoding="utf-8")
    documentation = (PROJECT / "docs" / "operating.md").read_text(encoding="utf-8")

    for name, default, meaning in describe():
        assert f"# {meaning}\n#{name}={default}\n" in example, name
        assert f"| `{name}` | {f'`{default}`' if default else ''} | {meaning} |" in documentation, name
