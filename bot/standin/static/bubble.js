// One message as a bubble with its buttons.

import { attachment, serviceText, summary } from "./cards.js";
import { clock, el, icon, isRightToLeft } from "./dom.js";
import { formatted } from "./entities.js";

const BOT_COLOUR = "#1f8a7a";
const AUTHOR_COLOURS = ["#c5573a", "#7d5bc4", "#1f7fb5", "#b34e86", "#a06a15"];

/** The element of a message. `view` knows who looks (`isMine`, `isGroup`) and what happens on a click. */
export function messageElement(message, view, isJoined) {
  const service = serviceText(message);
  if (service) return el("div", { class: "service", "data-id": message.message_id }, service);
  const isMine = view.isMine(message);
  const rows = message.reply_markup?.inline_keyboard || [];
  const names = ["message", isMine && "is-mine", isJoined && "is-joined", rows.length && "has-buttons"];
  return el("article", { class: names.filter(Boolean).join(" "), "data-id": message.message_id },
    bubble(message, view, isMine, isJoined), rows.length ? keyboard(rows, message, view) : null, actionButton(message, view));
}

function bubble(message, view, isMine, isJoined) {
  const text = message.text ?? message.caption ?? "";
  const content = attachment(message);
  const lastLine = text.trimEnd().split("\n").pop();
  const names = ["bubble", isRightToLeft(lastLine) && "is-rtl", message.sticker && "is-bare", message.photo && !text && "is-picture"];
  const element = el("div", { class: names.filter(Boolean).join(" ") },
    view.isGroup && !isMine && !isJoined ? author(message.from) : null,
    message.forward_origin ? el("div", { class: "forwarded" }, `Forwarded from ${message.forward_origin.sender_user?.first_name ?? ""}`) : null,
    quote(message, view), content);
  if (text) {
    const body = formatted(text, message.entities || message.caption_entities, view.onCommand);
    body.style.setProperty("--meta-width", `${44 + (message.edit_date ? 40 : 0) + (isMine ? 18 : 0)}px`);
    element.append(body);
  }
  element.append(el("div", { class: "reactions" }), meta(message, isMine));
  return element;
}

function author(user) {
  const element = el("div", { class: "author" }, user.is_bot ? `${user.first_name} (bot)` : user.first_name);
  element.style.color = user.is_bot ? BOT_COLOUR : AUTHOR_COLOURS[user.id % AUTHOR_COLOURS.length];
  return element;
}

function quote(message, view) {
  const answered = message.reply_to_message;
  if (!answered || answered.forum_topic_created) return null;
  return el("button", { type: "button", class: "quote", onclick: () => view.onShow(answered.message_id) },
    el("b", {}, answered.from.first_name), el("span", {}, summary(answered)));
}

function meta(message, isMine) {
  return el("div", { class: "meta", dir: "ltr" },
    message.has_protected_content ? el("span", { title: "Cannot be forwarded" }, "\u{1F512}") : null,
    message.edit_date ? el("span", {}, "edited") : null, el("time", {}, clock(message.date)), isMine ? el("span", { class: "ticks" }, "✓✓") : null);
}

function keyboard(rows, message, view) {
  const element = el("div", { class: "buttons" });
  for (const row of rows) element.append(el("div", {}, ...row.map((button) => inlineButton(button, message, view))));
  return element;
}

function inlineButton(button, message, view) {
  const mark = button.url ? icon("link") : button.copy_text ? icon("copy") : null;
  return el("button", { type: "button", dir: "auto", onclick: (event) => view.onTap(message, button, event.currentTarget) }, button.text, mark);
}

function actionButton(message, view) {
  return el("button", { type: "button", class: "act", "aria-label": "Reply, edit, copy", onclick: (event) => view.onActions(message, event.currentTarget) }, icon("more"));
}
