// The line at the bottom of a chat: text, commands, attachments; answering and editing.

import { summary } from "./cards.js";
import { el, icon } from "./dom.js";
import { openMenu } from "./menus.js";

const ATTACHMENTS = [
  { kind: "photo", label: "Photo", icon: "photo" },
  { kind: "photo-file", label: "Photo from this computer", icon: "photo" },
  { kind: "voice", label: "Voice message", icon: "voice" },
  { kind: "location", label: "Place", icon: "pin" },
  { kind: "document", label: "File", icon: "file" },
  { kind: "document-file", label: "File from this computer", icon: "file" },
  { kind: "sticker", label: "Sticker", icon: "smile" },
];
const MAX_HEIGHT_PX = 120;

export class Composer {
  /** `actions`: say(text, replyTo), edit(message, text), attach(kind, file), commands() -> [{command, description}], lastOwn(). */
  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
    this.target = null;
    this.keys = null;
    this.area = el("textarea", { rows: "1", placeholder: "Message", "aria-label": "Message", dir: "auto", oninput: () => this.changed(), onkeydown: (event) => this.key(event) });
    this.picker = el("input", { type: "file", hidden: true, onchange: () => this.picked() });
  }

  /** The usual line; `wide` is a button instead of it: {label, run}. */
  show(wide = null) {
    if (wide) {
      this.root.replaceChildren(el("button", { type: "button", class: "wide", onclick: wide.run }, wide.label));
      return;
    }
    const clip = el("button", { type: "button", class: "icon", "aria-label": "Attach", onclick: (event) => this.attach(event) }, icon("clip"));
    const send = el("button", { type: "button", class: "icon is-strong", "aria-label": "Send", onclick: () => this.send() }, icon("send"));
    const menu = this.actions.hasMenu ? el("button", { type: "button", class: "menu-pill", "aria-label": "Commands", onclick: () => this.toggleCommands() }, icon("menu"), "Menu") : null;
    this.root.replaceChildren(...[this.about(), el("div", { class: "line" }, menu, this.area, clip, send), this.replyKeys(), this.picker].filter(Boolean));
  }

  /** Answer or edit a message: {mode: "reply" | "edit", message}; null for neither. */
  aim(target) {
    this.target = target;
    if (target?.mode === "edit") this.area.value = target.message.text ?? target.message.caption ?? "";
    else if (!target) this.area.value = "";
    this.show();
    this.changed();
    this.area.focus();
  }

  /** The keys of a reply keyboard, or none. */
  setKeys(markup) {
    if (markup?.keyboard) this.keys = markup;
    else if (markup?.remove_keyboard) this.keys = null;
    else return;
    this.show();
  }

  about() {
    if (!this.target) return null;
    const { mode, message } = this.target;
    return el("div", { class: "about" }, icon(mode), el("div", {}, el("b", {}, mode === "edit" ? "Edit message" : message.from.first_name), el("span", {}, summary(message))),
      el("button", { type: "button", class: "icon", "aria-label": "Cancel", onclick: () => this.aim(null) }, icon("close")));
  }

  replyKeys() {
    if (!this.keys) return null;
    const press = (label) => { this.actions.say(label, null); if (this.keys?.one_time_keyboard) { this.keys = null; this.show(); } };
    return el("div", { class: "keys" }, ...this.keys.keyboard.map((row) => el("div", {},
      ...row.map((button) => el("button", { type: "button", dir: "auto", onclick: () => press(button.text) }, button.text)))));
  }

  async send() {
    const text = this.area.value.trim();
    if (!text) return;
    const { target } = this;
    this.area.value = "";
    this.target = null;
    this.show();
    this.changed();
    this.area.focus();
    if (target?.mode === "edit") await this.actions.edit(target.message, text);
    else await this.actions.say(text, target?.message ?? null);
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.send(); }
    if (event.key === "Escape" && this.target) this.aim(null);
    if (event.key === "Escape") this.hideCommands();
    const own = event.key === "ArrowUp" && !this.area.value ? this.actions.lastOwn() : null;
    if (own) { event.preventDefault(); this.aim({ mode: "edit", message: own }); }
  }

  changed() {
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight, MAX_HEIGHT_PX)}px`;
    const typed = this.area.value;
    if (this.actions.commands && /^\/\w*$/.test(typed)) this.showCommands(typed.slice(1));
    else this.hideCommands();
  }

  toggleCommands() {
    if (this.root.querySelector(".commands")) this.hideCommands();
    else this.showCommands("");
  }

  async showCommands(prefix) {
    const commands = (await this.actions.commands()).filter((one) => one.command.startsWith(prefix));
    this.hideCommands();
    if (!commands.length) return;
    const run = (command) => { this.hideCommands(); this.area.value = ""; this.actions.say(`/${command}`, null); };
    this.root.append(el("div", { class: "menu commands", role: "menu" }, ...commands.map((one) =>
      el("button", { type: "button", role: "menuitem", onclick: () => run(one.command) }, el("b", { dir: "ltr" }, `/${one.command}`), el("span", {}, one.description)))));
  }

  hideCommands() {
    this.root.querySelector(".commands")?.remove();
  }

  attach(event) {
    event.stopPropagation();
    openMenu(this.root, "attach", ATTACHMENTS.map((one) => ({ ...one, run: () => this.choose(one.kind) })));
  }

  choose(kind) {
    if (!kind.endsWith("-file")) { this.actions.attach(kind, null); return; }
    this.picking = kind.replace("-file", "");
    this.picker.accept = this.picking === "photo" ? "image/png,image/jpeg,image/webp,image/gif" : "";
    this.picker.click();
  }

  picked() {
    const [file] = this.picker.files;
    this.picker.value = "";
    if (file) this.actions.attach(this.picking, file);
  }
}
