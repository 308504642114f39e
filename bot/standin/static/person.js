// The left phone: a person in a private chat with the bot.

import { get, post } from "./api.js";
import { askForPerson, editText, endonym, LANGUAGES, sendAttachment, sendText, showActions, showAnswer, showTyping, tap, tell } from "./chatphone.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { el, parts } from "./dom.js";
import { openMenu } from "./menus.js";

export class PersonPhone {
  constructor(root) {
    this.root = root;
    this.parts = parts(root);
    this.people = new Map();
    this.me = null;
    this.conversation = new Conversation(this.parts.wall, this.parts.messages, {
      isGroup: false,
      isMine: (message) => !message.from.is_bot,
      onTap: (message, button, element) => tap(this, message, button, element),
      onCommand: (text) => sendText(this, text, null),
      onActions: (message, anchor) => showActions(this, message, anchor),
    });
    this.composer = new Composer(this.parts.composer, {
      say: (text, answered) => sendText(this, text, answered),
      edit: (message, text) => editText(this, message, text),
      attach: (kind, file) => sendAttachment(this, kind, file),
      commands: () => get(`chats/${this.me.id}/commands?language_code=${this.me.language_code}`),
      hasMenu: true,
      lastOwn: () => this.conversation.lastOwn(),
    });
    this.parts.who.addEventListener("change", () => this.choose(Number(this.parts.who.value)));
    this.parts.language.addEventListener("change", () => tell(this, post(`people/${this.me.id}`, { language_code: this.parts.language.value })));
    this.parts.add.addEventListener("click", () => askForPerson(this, "A person who has just arrived", true, false));
    this.parts.more.addEventListener("click", (event) => this.openHeadMenu(event));
    this.parts.language.append(...LANGUAGES.map((code) => el("option", { value: code }, endonym(code))));
  }

  chatId() { return this.me.id; }

  meId() { return this.me.id; }

  async load(state) {
    this.people = new Map(state.people.filter((one) => !one.is_volunteer).map((one) => [one.id, one]));
    this.fillWho();
    const ids = [...this.people.keys()];
    const kept = this.me && this.people.has(this.me.id) ? this.me.id : ids[ids.length - 1];
    if (kept) await this.choose(kept);
  }

  fillWho() {
    this.parts.who.replaceChildren(...[...this.people.values()].map((one) => el("option", { value: one.id }, one.first_name)));
    if (this.me) this.parts.who.value = this.me.id;
  }

  async choose(id) {
    if (!this.people.has(id)) return;
    this.me = this.people.get(id);
    this.composer.keys = null;
    this.composer.target = null;
    const chat = await get(`chats/${id}`);
    this.conversation.reset(chat.messages.map((item) => item.message));
    this.parts.pinned.hidden = true;
    for (const item of chat.messages) if (item.is_from_bot) this.composer.setKeys(item.markup);
    await this.showMe();
  }

  /** Name, language and the state of the chat: not started, blocked, or open. */
  async showMe() {
    this.parts.who.value = this.me.id;
    this.addLanguage(this.me.language_code);
    this.parts.language.value = this.me.language_code;
    this.root.dataset.language = this.me.language_code;
    const profile = await get(`profile?language_code=${this.me.language_code}`);
    this.parts.title.textContent = profile.name;
    this.parts.avatar.textContent = profile.name.slice(0, 1);
    this.showSubtitle();
    const start = () => tell(this, post(`people/${this.me.id}/start`));
    const unblock = () => tell(this, post(`people/${this.me.id}/unblock`));
    this.parts.messages.querySelector(".empty")?.remove();
    if (this.me.has_blocked) this.composer.show({ label: "UNBLOCK", run: unblock });
    else if (this.me.has_started) this.composer.show();
    else {
      this.composer.show({ label: "START", run: start });
      this.parts.messages.append(el("div", { class: "service empty", dir: "auto" }, el("b", {}, "What can this bot do?"), profile.description || "Press START to begin."));
    }
  }

  addLanguage(code) {
    if (!code || LANGUAGES.includes(code) || [...this.parts.language.options].some((one) => one.value === code)) return;
    this.parts.language.append(el("option", { value: code }, endonym(code)));
  }

  showSubtitle() {
    this.parts.subtitle.textContent = "bot";
    this.parts.subtitle.classList.remove("is-typing");
  }

  openHeadMenu(event) {
    event.stopPropagation();
    const block = { label: "Block bot", icon: "lock", isDanger: true, run: () => tell(this, post(`people/${this.me.id}/block`)) };
    const unblock = { label: "Unblock bot", icon: "lock", run: () => tell(this, post(`people/${this.me.id}/unblock`)) };
    const link = { label: "Open t.me link with payload", icon: "link", run: () => tell(this, post(`people/${this.me.id}/start`, { payload: "poster" })) };
    openMenu(this.root.querySelector(".phone"), "head-menu", [link, this.me.has_blocked ? unblock : block]);
  }

  async apply(change) {
    if (change.kind === "status" && !change.person.is_volunteer) await this.applyStatus(change.person);
    if (!this.me || change.chat_id !== this.me.id) return;
    switch (change.kind) {
      case "new": this.applyNew(change); break;
      case "edited": this.conversation.edit(change.message); break;
      case "deleted": this.conversation.remove(change.message_id); break;
      case "reaction": this.conversation.react(change.message_id, change.emoji); break;
      case "typing": showTyping(this, change.action); break;
      case "callback_answer": this.conversation.release(change.message_id); showAnswer(this, change); break;
      case "pinned": this.showPinned(change.message_id); break;
      default:
    }
  }

  applyNew(change) {
    this.conversation.add(change.message);
    if (!change.message.from.is_bot) return;
    this.showSubtitle();
    this.composer.setKeys(change.markup);
  }

  async applyStatus(person) {
    const isNew = !this.people.has(person.id);
    this.people.set(person.id, person);
    this.fillWho();
    if (isNew && !this.me) await this.choose(person.id);
    if (this.me?.id === person.id) { this.me = person; await this.showMe(); }
  }

  showPinned(id) {
    const message = this.conversation.messages.get(id);
    this.parts.pinned.hidden = !message;
    this.parts.pinned.textContent = message ? message.text || message.caption || "Pinned message" : "";
  }
}
