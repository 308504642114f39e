"""`python -m bot` is the command `startpunt`."""

from bot.cli.main import main

main()
