"""The server itself: kinds of bodies, wrong addresses, and who may use the control API."""

from __future__ import annotations

import json

import pytest
from aiohttp import FormData

from bot.standin.__main__ import main
from bot.standin.parts import DEFAULT_GROUP_ID
from tests.standin_client import Person, Standin


def method(standin: Standin, name: str) -> str:
    return f"{standin.base_url}{standin.token}/{name}"


async def test_every_kind_of_body_is_read(standin: Standin, person: Person) -> None:
    fields = {"chat_id": str(person.id), "text": "ሰላም & more"}
    form = FormData(fields, default_to_multipart=True)
    requests = {
        "query": standin.session.get(method(standin, "sendMessage"), params=fields),
        "form": standin.session.post(method(standin, "sendMessage"), data=fields),
        "json": standin.session.post(method(standin, "sendMessage"), json={**fields, "chat_id": person.id}),
        "multipart": standin.session.post(method(standin, "sendMessage"), data=form),
        "upper case": standin.session.post(method(standin, "SENDMESSAGE"), data=fields),
    }

    for kind, request in requests.items():
        async with request as answer:
            body = await answer.json()
        assert (kind, body["result"]["text"]) == (kind, "ሰላም & more")


async def test_wrong_token_is_refused(standin: Standin) -> None:
    async with standin.session.get(f"{standin.base_url}123:wrong/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_unknown_method_is_not_found(standin: Standin) -> None:
    async with standin.session.get(method(standin, "sendSmoke")) as answer:
        assert answer.status == 404
        assert await answer.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_body_that_is_no_json_is_refused(standin: Standin) -> None:
    headers = {"Content-Type": "application/json"}
    async with standin.session.post(method(standin, "sendMessage"), data=b"[", headers=headers) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"].startswith("Bad Request: ")


async def test_files_are_only_for_those_with_the_token(standin: Standin, person: Person) -> None:
    sent = await person.sends("document")
    async with standin.session.get(
        method(standin, "getFile"), params={"file_id": sent.payload["document"]["file_id"]}
    ) as answer:
        path = (await answer.json())["result"]["file_path"]

    statuses = []
    for token, name in ((standin.token, path), ("123:wrong", path), (standin.token, "documents/none.pdf")):
        async with standin.session.get(f"{standin.base_file_url}{token}/{name}") as answer:
            statuses.append(answer.status)
    assert statuses == [200, 401, 404]


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://example.org"}, {"Origin": "null"}, {"Host": "example.org"}],
    ids=["another site", "a file", "another name"],
)
async def test_pages_of_other_sites_cannot_use_the_control_api(standin: Standin, headers: dict[str, str]) -> None:
    async with standin.session.get(f"{standin.url}/control/state", headers=headers) as answer:
        assert answer.status == 403


async def test_group_is_known_from_the_start(standin: Standin) -> None:
    state = await standin.get("state")

    assert state["group"]["id"] == standin.group_id == DEFAULT_GROUP_ID
    assert state["is_bot_there"] is False


async def test_changes_are_streamed(standin: Standin, person: Person) -> None:
    async with standin.session.get(f"{standin.url}/control/events") as stream:
        assert await stream.content.readline() == b": connected\n"
        await stream.content.readline()
        await person.says("hello")
        line = await stream.content.readline()

    change = json.loads(line.removeprefix(b"data: "))
    assert (change["kind"], change["chat_id"], change["message"]["text"]) == ("new", person.id, "hello")


async def test_page_allows_nothing_from_elsewhere(standin: Standin) -> None:
    async with standin.session.get(standin.url) as answer:
        policy = answer.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


async def test_letters_are_never_shown_as_pages(standin: Standin, person: Person) -> None:
    sent = await person.sends("document", content=b"<script>1</script>", file_name="x.html", mime_type="text/html")

    file_id = sent.payload["document"]["file_id"]
    async with standin.session.get(f"{standin.url}/control/files/{file_id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == "attachment"


def test_server_stays_on_loopback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--host", "0.0.0.0"]) == 2
    assert "--allow-remote" in capsys.readouterr().err


def test_limits_are_named_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--rate-limits", "loose"])
    assert "--rate-limits" in capsys.readouterr().err
