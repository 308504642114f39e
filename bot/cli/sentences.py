"""What does an operator read when something went wrong? A sentence for each error code."""

from __future__ import annotations

from bot.errors import StartpuntError

_SENTENCES = {
    "settings.invalid": "These settings are wrong:\n  {problems}\nMend them in .env or in the environment.",
    "process.nlu_environment_missing": "Rasa's environment is missing. Run `make setup` first.",
    "process.port_taken": "Port {port} is in use ({setting}). Stop what uses it, or set another port in .env.",
    "process.nlu_did_not_start": "The nlu service did not start within {seconds} s. Its own lines above say why.",
    "nlu.training_failed": "Training ({module}) failed; the models are as they were. Its last lines:\n{output}",
    "cipher.keys_unreadable": "The key file {path} cannot be read. Restore it from a backup: without it nothing "
    "stored can be read. Delete it only if you want to begin anew, with an empty database.",
    "content.broken": "The content has errors, so the bot does not start. Run `startpunt content check`.",
    "content.unknown_reference": "A text refers to {reference}, which does not exist. Run `startpunt content check`.",
    "language.bad_tag": "{tag} is no language tag. Use two or three small letters, such as sw.",
    "language.exists": "{tag} is there already. `startpunt language check {tag}` lists what it lacks.",
    "language.bad_script": "{script} is no script the bot knows. It knows {scripts}.",
    "language.bad_fallback": "{tag} cannot be offered instead: the bot does not speak it.",
    "language.unknown": "There is no language {tag}. `startpunt language add` adds one.",
    "volunteer.unknown": "There is no volunteer {alias}. `startpunt volunteer list` shows who there is.",
    "volunteer.exists": "There is a volunteer {alias} already. Choose another name.",
    "volunteer.bad_language": "{text} is no language the bot knows. Write a tag such as ti, or en:bridge.",
    "volunteer.bad_shift": "{text} is no shift. Write monday=09:00-12:30, or days such as 2026-12-24.",
    "telegram.invalid_token": "Telegram does not know this bot token. Check TELEGRAM_BOT_TOKEN in .env.",
}


def sentence_for(error: StartpuntError) -> str:
    """The sentence for an error; its code and fields when it has none."""
    template = _SENTENCES.get(error.code)
    if template is None:
        return str(error)
    fields = {
        name: "\n  ".join(map(str, value)) if isinstance(value, tuple) else value
        for name, value in error.fields.items()
    }
    return template.format_map(fields)
