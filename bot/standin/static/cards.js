// Photos, voice messages, files, places and stickers inside a bubble.

import { fileUrl } from "./api.js";
import { el, icon, shape } from "./dom.js";

/** The element for what a message holds beside its text; null for a text alone. */
export function attachment(message) {
  if (message.photo) return photo(message.photo);
  if (message.voice) return player(message.voice, message.message_id);
  if (message.audio) return player(message.audio, message.message_id);
  if (message.video) return el("video", { class: "photo", src: fileUrl(message.video.file_id), controls: true });
  if (message.document) return file(message.document);
  if (message.sticker) return el("div", { class: "sticker" }, message.sticker.emoji || "\u{1F44B}");
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location, "Location", "");
  if (message.contact) return card([el("b", {}, message.contact.first_name), el("span", { dir: "ltr" }, message.contact.phone_number)]);
  return null;
}

/** One line that stands for a message in a list or a quote. */
export function summary(message) {
  const text = message.text || message.caption;
  if (text) return text;
  const kinds = { photo: "Photo", voice: "Voice message", audio: "Audio", video: "Video", document: "File", sticker: "Sticker", venue: "Place", location: "Location", contact: "Contact" };
  const kind = Object.keys(kinds).find((name) => message[name]);
  return kind ? kinds[kind] : serviceText(message) || "Message";
}

/** What a service message says; empty for other messages. */
export function serviceText(message) {
  const who = message.from.first_name;
  if (message.forum_topic_created) return `${who} opened the topic “${message.forum_topic_created.name}”`;
  if (message.forum_topic_closed) return `${who} closed the topic`;
  if (message.forum_topic_reopened) return `${who} reopened the topic`;
  if (message.forum_topic_edited) {
    const name = message.forum_topic_edited.name;
    return name ? `${who} renamed the topic to “${name}”` : `${who} changed the topic's icon`;
  }
  return "";
}

function photo(sizes) {
  const full = sizes[sizes.length - 1];
  return el("img", { class: "photo", src: fileUrl(full.file_id), width: full.width, height: full.height, alt: "Photo" });
}

function player(audio, seed) {
  const sound = new Audio(fileUrl(audio.file_id));
  const button = el("button", { type: "button", "aria-label": "Play" }, icon("play"));
  const show = (name, label) => { button.replaceChildren(icon(name)); button.setAttribute("aria-label", label); };
  button.addEventListener("click", () => (sound.paused ? sound.play().catch(() => {}) : sound.pause()));
  sound.addEventListener("play", () => show("pause", "Pause"));
  for (const event of ["pause", "ended"]) sound.addEventListener(event, () => show("play", "Play"));
  const seconds = audio.duration || 0;
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return el("div", { class: "player" }, button, el("div", {}, wave(seed), el("small", {}, length)));
}

/** A wave that looks the same each time for the same message. */
function wave(seed) {
  const bars = el("div", { class: "wave" });
  let state = seed % 2147483647;
  for (let n = 0; n < 34; n += 1) {
    state = (state * 48271) % 2147483647;
    const bar = el("i");
    bar.style.height = `${4 + (state % 17) * Math.abs(Math.sin((n + 3) / 5))}px`;
    bars.append(bar);
  }
  return bars;
}

function file(doc) {
  const size = doc.file_size > 1048576 ? `${(doc.file_size / 1048576).toFixed(1)} MB` : `${Math.max(1, Math.round(doc.file_size / 1024))} KB`;
  return el("a", { class: "file", href: fileUrl(doc.file_id), download: doc.file_name },
    el("span", { class: "round" }, icon("file")), el("span", {}, el("b", {}, doc.file_name || "File"), el("small", {}, size)));
}

function card(children) {
  return el("div", { class: "card" }, ...children);
}

function place(location, title, address) {
  const { latitude, longitude } = location;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  const map = el("a", { class: "map", href, target: "_blank", rel: "noopener noreferrer", "aria-label": `Map: ${title}` }, drawnMap(), icon("pin", "pin"));
  const position = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return card([map, el("b", {}, title), el("span", { dir: address ? "auto" : "ltr" }, address || position)]);
}

/** A drawing of streets: there are no map tiles without the internet. */
function drawnMap() {
  const street = (d, width, stroke = "#fff") => shape("path", { d, fill: "none", stroke, "stroke-width": width, "stroke-linecap": "round" });
  return shape("svg", { viewBox: "0 0 290 132", preserveAspectRatio: "xMidYMid slice" },
    shape("rect", { width: 290, height: 132, fill: "#eceae4" }),
    shape("path", { d: "M-5 88C50 70 74 100 96 140H-5z", fill: "#cbe3c1" }), shape("path", { d: "M212-5h90v44c-40 8-70-8-90-44z", fill: "#cbe3c1" }),
    street("M-10 26C60 40 130 14 300 52", 13, "#a8cfe6"),
    street("M-10 70 300 88", 10, "#f6d98f"), street("M120-10 168 150", 9), street("M46-10 30 150", 6), street("M236 30 210 150", 6),
    street("M-10 112 300 124", 5), street("M60 52 120 140", 4), street("M160 56 290 20", 4), street("M180 96 300 60", 4));
}

