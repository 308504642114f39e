// The right phone: the volunteers' group, a topic for each person who waits.

import { get, post } from "./api.js";
import { summary } from "./cards.js";
import { askForPerson, editText, sendAttachment, sendText, showActions, showAnswer, showTyping, tap, tell } from "./chatphone.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { clock, el, icon, parts } from "./dom.js";
import { dialog, openMenu } from "./menus.js";

const GENERAL = 0;

export class GroupPhone {
  constructor(root) {
    this.root = root;
    this.parts = parts(root);
    this.volunteers = new Map();
    this.topics = new Map();
    this.me = null;
    this.openId = null;
    this.conversation = new Conversation(this.parts.wall, this.parts.messages, {
      isGroup: true,
      isMine: (message) => message.from.id === this.me?.id,
      onTap: (message, button, element) => tap(this, message, button, element),
      onCommand: (text) => this.say(text, null),
      onActions: (message, anchor) => showActions(this, message, anchor),
    });
    this.composer = new Composer(this.parts.composer, {
      say: (text, answered) => this.say(text, answered),
      edit: (message, text) => editText(this, message, text),
      attach: (kind, file) => sendAttachment(this, kind, file, this.place()),
      lastOwn: () => this.conversation.lastOwn(),
      commands: () => get(`chats/group/commands`),
    });
    this.parts.who.addEventListener("change", () => this.choose(Number(this.parts.who.value)));
    this.parts.add.addEventListener("click", () => askForPerson(this, "A volunteer joins the group", false, true));
    this.parts.back.addEventListener("click", () => this.open(null));
    this.parts.more.addEventListener("click", (event) => this.openHeadMenu(event));
  }

  chatId() { return this.group.id; }

  meId() { return this.me.id; }

  place() { return this.openId ? { message_thread_id: this.openId } : {}; }

  say(text, answered) { return sendText(this, text, answered, this.place()); }

  async load(state) {
    this.group = state.group;
    this.volunteers = new Map(state.people.filter((one) => one.is_volunteer).map((one) => [one.id, one]));
    this.me = this.volunteers.get(this.me?.id) ?? [...this.volunteers.values()][0] ?? null;
    this.fillWho();
    const chat = await get("chats/group");
    this.topics = new Map([[GENERAL, { id: GENERAL, name: "General", messages: new Map(), unread: 0 }]]);
    for (const topic of chat.topics) this.addTopic(topic);
    for (const item of chat.messages) this.topicOf(item.message)?.messages.set(item.message.message_id, item.message);
    this.open(this.topics.has(this.openId) ? this.openId : null);
  }

  fillWho() {
    this.parts.who.replaceChildren(...[...this.volunteers.values()].map((one) => el("option", { value: one.id }, one.first_name)));
    if (this.me) this.parts.who.value = this.me.id;
  }

  choose(id) {
    this.me = this.volunteers.get(id) ?? this.me;
    this.fillWho();
    this.open(this.openId);
  }

  addTopic(topic) {
    const known = this.topics.get(topic.message_thread_id);
    this.topics.set(topic.message_thread_id, { messages: new Map(), unread: 0, ...known, ...topic, id: topic.message_thread_id });
  }

  topicOf(message) {
    return this.topics.get(message.message_thread_id ?? GENERAL);
  }

  /** Show a topic; null shows the list of topics. */
  open(id) {
    this.openId = id;
    const topic = id === null ? null : this.topics.get(id);
    const isList = !topic;
    this.parts.topics.hidden = !isList;
    this.parts.wall.hidden = isList;
    this.parts.composer.hidden = isList;
    this.parts.back.hidden = isList;
    this.parts.avatar.classList.toggle("avatar-topic", !isList);
    this.parts.pinned.hidden = true;
    if (topic) {
      topic.unread = 0;
      this.conversation.reset([...topic.messages.values()]);
      this.composer.target = null;
      this.composer.show();
    }
    this.showHead();
    this.showList();
  }

  showHead() {
    const topic = this.openId === null ? null : this.topics.get(this.openId);
    const title = topic ? topic.name : this.group.title;
    this.parts.title.textContent = title;
    this.parts.avatar.textContent = [...title][0];
    this.parts.avatar.style.background = topic ? colourOf(topic) : "";
    const elsewhere = [...this.topics.values()].filter((one) => one.id !== this.openId).reduce((sum, one) => sum + one.unread, 0);
    this.parts.elsewhere.hidden = !elsewhere;
    this.parts.elsewhere.textContent = elsewhere;
    this.showSubtitle();
  }

  showSubtitle() {
    const { subtitle } = this.parts;
    subtitle.classList.remove("is-typing");
    const count = this.volunteers.size + 1;
    const topic = this.openId === null ? null : this.topics.get(this.openId);
    subtitle.textContent = topic ? `${topic.is_closed ? "closed, " : ""}${this.group.title}` : `${count} members`;
  }

  showList() {
    const latest = (topic) => [...topic.messages.values()].pop();
    const shown = [...this.topics.values()].filter((topic) => topic.id !== GENERAL || topic.messages.size);
    shown.sort((a, b) => (latest(b)?.message_id ?? 0) - (latest(a)?.message_id ?? 0));
    const rows = shown.map((topic) => this.topicRow(topic, latest(topic)));
    const empty = el("div", { class: "empty" }, el("b", {}, "Nobody is waiting"), "When a person asks for a human, the bot opens a topic here.");
    this.parts.topics.replaceChildren(...(rows.length ? rows : [empty]));
  }

  topicRow(topic, last) {
    const avatar = el("span", { class: "avatar avatar-topic" }, [...topic.name][0]);
    avatar.style.background = colourOf(topic);
    return el("button", { type: "button", class: "topic", "data-topic": topic.id, onclick: () => this.open(topic.id) }, avatar, el("div", {},
      el("div", { class: "row" }, el("strong", {}, topic.name), topic.is_closed ? icon("lock") : null, el("time", {}, last ? clock(last.date) : "")),
      el("div", { class: "row" }, el("span", { class: "last" }, last ? summary(last) : ""), topic.unread ? el("b", { class: "badge" }, String(topic.unread)) : null)));
  }

  openHeadMenu(event) {
    event.stopPropagation();
    const topic = this.openId ? this.topics.get(this.openId) : null;
    const act = (action) => () => tell(this, post(`topics/${topic.id}/${action}`, { from: this.me.id }));
    const items = topic
      ? [{ label: topic.is_closed ? "Reopen topic" : "Close topic", icon: "lock", run: act(topic.is_closed ? "reopen" : "close") }, { label: "Delete topic", icon: "close", isDanger: true, run: act("delete") }]
      : [{ label: "New topic", icon: "edit", run: () => this.askForTopic() }, { label: "General", icon: "menu", run: () => this.open(GENERAL) }];
    openMenu(this.root.querySelector(".phone"), "head-menu", items);
  }

  askForTopic() {
    const name = el("input", { type: "text", required: true, maxlength: "128", dir: "auto" });
    const create = async () => {
      const topic = await tell(this, post("topics", { from: this.me.id, name: name.value }));
      if (topic) { this.addTopic(topic); this.open(topic.message_thread_id); }
    };
    dialog(this.parts.over, [el("label", {}, "Name of the topic", name)], [{ label: "Cancel" }, { label: "Create", run: create }]);
  }

  apply(change) {
    if (change.kind === "status" && change.person.is_volunteer) {
      this.volunteers.set(change.person.id, change.person);
      this.me ??= change.person;
      this.fillWho();
      this.showSubtitle();
    }
    if (!this.group || change.chat_id !== this.group.id) return;
    switch (change.kind) {
      case "topic": this.applyTopic(change.topic); break;
      case "new": this.applyNew(change.message); break;
      case "edited": this.topicOf(change.message)?.messages.set(change.message.message_id, change.message); this.conversation.edit(change.message); break;
      case "deleted": for (const topic of this.topics.values()) topic.messages.delete(change.message_id); this.conversation.remove(change.message_id); break;
      case "reaction": this.conversation.react(change.message_id, change.emoji); break;
      case "typing": if ((change.message_thread_id ?? GENERAL) === this.openId) showTyping(this, change.action); return;
      case "callback_answer": this.conversation.release(change.message_id); if (change.person_id === this.me?.id) showAnswer(this, change); return;
      case "pinned": this.showPinned(change.message_id); return;
      default: return;
    }
    this.showList();
  }

  applyTopic(topic) {
    if (!topic.is_deleted) this.addTopic(topic);
    else this.topics.delete(topic.message_thread_id);
    if (topic.is_deleted && this.openId === topic.message_thread_id) this.open(null);
    else this.showHead();
  }

  applyNew(message) {
    const topic = this.topicOf(message);
    if (!topic) return;
    if (topic.messages.has(message.message_id)) return;
    topic.messages.set(message.message_id, message);
    if (topic.id === this.openId) this.conversation.add(message);
    else if (message.from.id !== this.me?.id) topic.unread += 1;
    this.showHead();
  }

  showPinned(id) {
    const message = this.conversation.messages.get(id);
    if (!message) return;
    this.parts.pinned.hidden = false;
    this.parts.pinned.textContent = message.text || message.caption || "Pinned message";
  }
}

function colourOf(topic) {
  const colour = topic.icon_color ?? 0x8a97a3;
  return `#${colour.toString(16).padStart(6, "0")}`;
}
