// Turn a text with entities into elements. Offsets are UTF-16 units, as are JavaScript's string indexes.

import { el } from "./dom.js";

const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

/** A .text element; `onCommand` is called with a /command that is clicked. */
export function formatted(text, entities, onCommand) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const root = el("div", { class: "text", dir: "auto" });
  fill(root, text, 0, text.length, sorted, onCommand);
  return root;
}

function fill(parent, text, start, end, entities, onCommand) {
  let at = start;
  for (let n = 0; n < entities.length; n += 1) {
    const entity = entities[n];
    const last = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || last <= entity.offset) continue;
    parent.append(text.slice(at, entity.offset));
    const inner = entities.slice(n + 1).filter((other) => other.offset < last);
    const element = wrap(entity, text.slice(entity.offset, last), onCommand);
    fill(element, text, entity.offset, last, inner, onCommand);
    parent.append(element);
    at = last;
    // A block brings its own line break.
    if (/PRE|BLOCKQUOTE/.test(element.tagName) && text[at] === "\n") at += 1;
  }
  parent.append(text.slice(at, end));
}

function wrap(entity, covered, onCommand) {
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(covered.includes("://") ? covered : `http://${covered}`);
    case "email": return link(`mailto:${covered}`);
    case "phone_number": return link(`tel:${covered.replace(/[^+\d]/g, "")}`);
    case "bot_command": return el("button", { type: "button", class: "link-button", onclick: () => onCommand(covered) });
    case "mention": case "hashtag": return el("span", { class: "link-button" });
    case "spoiler": return el("span", { class: "spoiler", role: "button", tabindex: "0", onclick: (e) => e.currentTarget.classList.add("is-shown") });
    default: return el(TAGS[entity.type] || "span");
  }
}

function link(address) {
  if (!SAFE_LINK.test(address)) return el("span");
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
}
