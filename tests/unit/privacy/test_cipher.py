"""Chat ids and messages are unreadable without the keys, and found again with them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.privacy.cipher import Cipher, CipherError, Keys


@pytest.fixture
def cipher(tmp_path: Path) -> Cipher:
    return Cipher(Keys.load_or_create(tmp_path / "keys.json"))


def test_what_was_encrypted_is_read_again(cipher: Cipher) -> None:
    sealed = cipher.encrypt(b"MARKER")

    assert b"MARKER" not in sealed
    assert cipher.decrypt(sealed) == b"MARKER"


def test_the_same_text_looks_different_each_time(cipher: Cipher) -> None:
    assert cipher.encrypt(b"a") != cipher.encrypt(b"a")


@pytest.mark.parametrize("spoilt", [b"", b"short", bytes(40)])
def test_what_was_changed_is_refused(cipher: Cipher, spoilt: bytes) -> None:
    with pytest.raises(CipherError) as raised:
        cipher.decrypt(spoilt)
    assert raised.value.code == "cipher.unreadable"


def test_other_keys_read_nothing(cipher: Cipher, tmp_path: Path) -> None:
    other = Cipher(Keys.load_or_create(tmp_path / "other.json"))

    with pytest.raises(CipherError):
        other.decrypt(cipher.encrypt(b"a"))


def test_a_chat_is_found_by_its_key_and_differs_between_bots(cipher: Cipher) -> None:
    key = cipher.chat_key(1, 4711)

    assert key == cipher.chat_key(1, 4711)
    assert key != cipher.chat_key(2, 4711)
    assert "4711" not in key
    assert len(key) == 32


def test_the_webhook_secret_is_one_that_telegram_accepts(cipher: Cipher) -> None:
    secret = cipher.webhook_secret(1)

    assert 1 <= len(secret) <= 256
    assert secret.isalnum()


def test_keys_are_made_once_and_readable_by_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "keys.json"
    keys = Keys.load_or_create(path)

    assert Keys.load_or_create(path) == keys
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{}", '{"encryption": "x"}', "[]"])
def test_a_broken_key_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(text)

    with pytest.raises(CipherError) as raised:
        Keys.load_or_create(path)
    assert raised.value.code == "cipher.keys_unreadable"
