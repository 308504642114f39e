"""A local stand-in for the Telegram Bot API, with a page that shows two phones."""
