// The wall of one chat: keeps the bubbles in step with the changes.

import { messageElement } from "./bubble.js";
import { serviceText } from "./cards.js";
import { el } from "./dom.js";

const JOINED_S = 300;
const NEAR_END_PX = 120;

export class Conversation {
  constructor(wall, list, view) {
    this.wall = wall;
    this.list = list;
    this.view = { ...view, onShow: (id) => this.show(id) };
    this.messages = new Map();
    this.isAtEnd = true;
    // A scroll that comes with another size is not the reader's.
    const size = () => `${wall.clientHeight} ${wall.scrollHeight}`;
    let lastSize = size();
    wall.addEventListener("scroll", () => {
      if (size() === lastSize) this.isAtEnd = wall.scrollHeight - wall.scrollTop - wall.clientHeight < NEAR_END_PX;
    });
    const watcher = new ResizeObserver(() => {
      lastSize = size();
      if (this.isAtEnd) this.toEnd();
    });
    watcher.observe(wall);
    watcher.observe(list);
  }

  /** Show these messages and nothing else. */
  reset(messages) {
    this.messages.clear();
    this.list.replaceChildren();
    this.lastDay = "";
    for (const message of messages) this.add(message, false);
    this.toEnd();
  }

  add(message, isNew = true) {
    if (this.messages.has(message.message_id)) { this.edit(message); return; }
    const day = new Date(message.date * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
    if (day !== this.lastDay) this.list.append(el("div", { class: "day" }, day));
    this.lastDay = day;
    const element = messageElement(message, this.view, this.joins(message));
    if (isNew) element.classList.add("is-new");
    this.messages.set(message.message_id, message);
    this.list.append(element);
    if (!isNew || this.isAtEnd || this.view.isMine(message)) this.toEnd();
  }

  edit(message) {
    const element = this.find(message.message_id);
    if (!element) return;
    this.messages.set(message.message_id, message);
    element.replaceWith(messageElement(message, this.view, element.classList.contains("is-joined")));
  }

  remove(id) {
    this.messages.delete(id);
    this.find(id)?.remove();
  }

  react(id, emoji) {
    const place = this.find(id)?.querySelector(".reactions");
    place?.replaceChildren(...emoji.map((one) => el("span", { class: "reaction" }, one)));
  }

  /** A button that waits for its answer no longer waits. */
  release(id) {
    for (const button of this.find(id)?.querySelectorAll(".is-busy") || []) button.classList.remove("is-busy");
  }

  show(id) {
    this.find(id)?.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  toEnd() {
    this.isAtEnd = true;
    this.wall.scrollTop = this.wall.scrollHeight;
  }

  /** The latest message that the one who looks wrote: the arrow-up key edits it. */
  lastOwn() {
    return [...this.messages.values()].reverse().find((message) => this.view.isMine(message) && message.text);
  }

  find(id) {
    return this.list.querySelector(`[data-id="${Number(id)}"]`);
  }

  joins(message) {
    const before = [...this.messages.values()].pop();
    return Boolean(before) && !serviceText(before) && before.from.id === message.from.id && message.date - before.date < JOINED_S;
  }
}
