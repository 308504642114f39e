"""Hand-off to volunteers: who waits, who takes over, and what is due when nobody writes.

Knows no Telegram, no database and no HTTP.
"""
