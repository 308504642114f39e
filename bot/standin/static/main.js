// Start both phones and keep them current.

import { get, post } from "./api.js";
import { parts } from "./dom.js";
import { GroupPhone } from "./group.js";
import { PersonPhone } from "./person.js";

const STATE_EVERY_MS = 4000;
const FIRST_PERSON = { first_name: "Amina", language_code: "en" };
const FIRST_VOLUNTEERS = ["An", "Karim", "Lies"];

const person = new PersonPhone(document.getElementById("person"));
const group = new GroupPhone(document.getElementById("group"));
const connection = document.getElementById("connection");

async function load() {
  let state = await get("state");
  if (!state.people.some((one) => one.is_volunteer)) {
    for (const first_name of FIRST_VOLUNTEERS) await post("people", { first_name, volunteer: true });
  }
  if (!state.people.some((one) => !one.is_volunteer)) await post("people", FIRST_PERSON);
  state = await get("state");
  await person.load(state);
  await group.load(state);
  showConnection(state);
}

function showConnection(state) {
  connection.className = `connection ${state.is_bot_there ? "is-there" : ""}`;
  connection.textContent = state.is_bot_there ? "The bot is running" : "Waiting for the bot";
}

function showLost() {
  connection.className = "connection is-lost";
  connection.textContent = "Not connected";
}

/** Changes are applied one after the other, and only after the first load. */
function follow() {
  let before = load();
  let hasFailed = false;
  const stream = new EventSource("/control/events");
  stream.onmessage = (event) => {
    const change = JSON.parse(event.data);
    before = before.then(() => Promise.all([person.apply(change), group.apply(change)])).catch(console.error);
  };
  stream.onerror = () => { hasFailed = true; showLost(); };
  stream.onopen = () => { if (hasFailed) before = before.catch(() => {}).then(load); hasFailed = false; };
}

function tick() {
  const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  for (const phone of document.querySelectorAll(".side")) parts(phone).time.textContent = now;
}

function switchPhones(event) {
  const shown = event.currentTarget.dataset.show;
  document.querySelector(".stage").dataset.shown = shown;
  for (const button of document.querySelectorAll(".switch button")) button.setAttribute("aria-pressed", String(button.dataset.show === shown));
}

for (const button of document.querySelectorAll(".switch button")) button.addEventListener("click", switchPhones);
tick();
setInterval(tick, 10000);
setInterval(() => get("state").then(showConnection).catch(showLost), STATE_EVERY_MS);
follow();
