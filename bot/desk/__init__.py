"""The volunteers' desk: what a claim, a message or the clock does to a request and to all who must hear of it.

Writes within the transaction of its caller. Knows the store and the rules; no Telegram, no HTTP.
"""
