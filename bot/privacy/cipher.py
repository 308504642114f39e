"""How are chat ids and messages kept so that a stolen database tells nothing?

AES-256-GCM for what must be read again, a keyed hash (HMAC-SHA256) for what must only be found again. The keys
live in a file outside the database (`DATA_DIR/keys.json`, readable by its owner alone).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import StartpuntError

ChatKey = NewType("ChatKey", str)
"""A keyed hash of (bot, chat): the same chat has the same key, and the key leads back to nobody."""

_NONCE_BYTES = 12
_KEY_BYTES = 32


class CipherError(StartpuntError):
    """`cipher.unreadable`: the ciphertext was made with another key, or was changed.
    `cipher.keys_unreadable`: the key file is there but is not one of ours."""


@dataclass(frozen=True, slots=True)
class Keys:
    """One key to encrypt, one to look up, one from which the webhook's secret is made."""

    encryption: bytes
    lookup: bytes

    @classmethod
    def load_or_create(cls, path: Path) -> Keys:
        """The keys in `path`; a new file with new keys (mode 0600) when there is none."""
        if not path.exists():
            cls._create(path)
        try:
            stored = json.loads(path.read_text())
            return cls(base64.b64decode(stored["encryption"]), base64.b64decode(stored["lookup"]))
        except (ValueError, KeyError, TypeError) as error:
            raise CipherError("cipher.keys_unreadable", path=str(path)) from error

    @staticmethod
    def _create(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = {name: base64.b64encode(os.urandom(_KEY_BYTES)).decode() for name in ("encryption", "lookup")}
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(fresh, file)


class Cipher:
    """Encrypts, decrypts and hashes with one set of keys."""

    def __init__(self, keys: Keys) -> None:
        self._aead = AESGCM(keys.encryption)
        self._lookup = keys.lookup

    def encrypt(self, plain: bytes) -> bytes:
        """Nonce and ciphertext in one; the same input gives another output each time."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, plain, None)

    def decrypt(self, sealed: bytes) -> bytes:
        """What `encrypt` was given. Raises CipherError `cipher.unreadable`."""
        try:
            return self._aead.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
        except (InvalidTag, ValueError) as error:
            raise CipherError("cipher.unreadable") from error

    def chat_key(self, bot_id: int, chat_id: int) -> ChatKey:
        """The look-up key of a chat with this bot: 32 hexadecimal digits."""
        return ChatKey(self._hash(f"chat:{bot_id}:{chat_id}")[:32])

    def webhook_secret(self, bot_id: int) -> str:
        """A secret token for the webhook (64 of the characters that Telegram allows)."""
        return self._hash(f"webhook:{bot_id}")

    def _hash(self, text: str) -> str:
        return hmac.new(self._lookup, text.encode(), hashlib.sha256).hexdigest()
