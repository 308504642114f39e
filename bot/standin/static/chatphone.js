// What the two phones have in common: acting in a chat as somebody.

import { post, upload } from "./api.js";
import { el } from "./dom.js";
import { dialog, openMenu, showAlert, toast } from "./menus.js";

const TYPING_MS = 5000;
const WAIT_FOR_ANSWER_MS = 15000;

export const LANGUAGES = ["en", "nl", "fr", "ar", "ti", "am", "fa", "ps", "ckb", "ku", "so", "tr", "ru", "uk", "es", "pt", "sq", "ur", "bn", "rn", "ln"];

/** A language by its own name. */
export function endonym(code) {
  const name = new Intl.DisplayNames([code], { type: "language", fallback: "code" }).of(code);
  const english = new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  return name && name !== code ? name : english;
}

/** Tap an inline button, and do what its kind does. */
export async function tap(phone, message, button, element) {
  if (button.url) { window.open(button.url, "_blank", "noopener"); return; }
  if (button.copy_text) {
    await navigator.clipboard?.writeText(button.copy_text.text).catch(() => {});
    toast(phone.parts.over, `Copied: ${button.copy_text.text}`);
    return;
  }
  element.classList.add("is-busy");
  setTimeout(() => element.classList.remove("is-busy"), WAIT_FOR_ANSWER_MS);
  await tell(phone, post(`chats/${phone.chatId()}/messages/${message.message_id}/tap`, { from: phone.meId(), callback_data: button.callback_data }));
}

/** Send text or an attachment as the one who holds the phone. */
export function sendText(phone, text, answered, more = {}) {
  return tell(phone, post(`chats/${phone.chatId()}/messages`, { from: phone.meId(), text, reply_to_message_id: answered?.message_id, ...more }));
}

export function sendAttachment(phone, kind, file, more = {}) {
  const fields = { from: phone.meId(), kind, ...more };
  return tell(phone, file ? upload(phone.chatId(), file, fields) : post(`chats/${phone.chatId()}/messages`, fields));
}

export function editText(phone, message, text) {
  return tell(phone, post(`chats/${phone.chatId()}/messages/${message.message_id}/edit`, { from: phone.meId(), text }));
}

/** Wait for a request; a refusal shows as a toast. */
export async function tell(phone, request) {
  try {
    return await request;
  } catch (error) {
    toast(phone.parts.over, error.message);
    return null;
  }
}

/** Reply, edit, copy, react: what a click beside a bubble offers. */
export function showActions(phone, message, anchor) {
  const box = anchor.getBoundingClientRect();
  const frame = phone.root.querySelector(".phone").getBoundingClientRect();
  const react = () => post(`chats/${phone.chatId()}/messages/${message.message_id}/react`, { from: phone.meId(), emoji: "\u{1F44D}" });
  const items = [
    { label: "Reply", icon: "reply", run: () => phone.composer.aim({ mode: "reply", message }) },
    { label: "Copy text", icon: "copy", run: () => navigator.clipboard?.writeText(message.text ?? message.caption ?? "").catch(() => {}) },
    { label: "\u{1F44D}", run: () => tell(phone, react()) },
  ];
  if (message.from.id === phone.meId()) items.splice(1, 0, { label: "Edit", icon: "edit", run: () => phone.composer.aim({ mode: "edit", message }) });
  const top = Math.min(box.top - frame.top, frame.height - 220);
  const left = Math.max(8, Math.min(box.left - frame.left - 90, frame.width - 220));
  openMenu(phone.root.querySelector(".phone"), "", items, { top: `${top}px`, left: `${left}px` });
}

/** Show how the bot answered a tap. */
export function showAnswer(phone, change) {
  if (change.url) window.open(change.url, "_blank", "noopener");
  if (change.text && change.show_alert) showAlert(phone.parts.over, change.text);
  else if (change.text) toast(phone.parts.over, change.text);
}

/** "typing" under the name for a while. */
export function showTyping(phone, action) {
  const { subtitle } = phone.parts;
  subtitle.textContent = action === "typing" ? "typing" : action.replaceAll("_", " ");
  subtitle.classList.add("is-typing");
  clearTimeout(phone.typingTimer);
  phone.typingTimer = setTimeout(() => phone.showSubtitle(), TYPING_MS);
}

/** Ask for a name and perhaps a language, then create that person. */
export function askForPerson(phone, title, hasLanguage, isVolunteer) {
  const name = el("input", { type: "text", required: true, maxlength: "60", placeholder: "First name", dir: "auto" });
  const language = el("select", {}, ...LANGUAGES.map((code) => el("option", { value: code }, `${endonym(code)} (${code})`)));
  const fields = [el("p", {}, title), el("label", {}, "Name", name)];
  if (hasLanguage) fields.push(el("label", {}, "The phone is set to", language));
  const create = async () => {
    const body = { first_name: name.value, language_code: hasLanguage ? language.value : "", volunteer: isVolunteer };
    const person = await tell(phone, post("people", body));
    if (person) phone.choose(person.id);
  };
  dialog(phone.parts.over, fields, [{ label: "Cancel" }, { label: "Create", run: create }]);
}
