"""The methods of the Bot API, a file a family; `table.py` lists them all."""
