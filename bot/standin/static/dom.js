// Build elements without ever parsing HTML: text goes in as text.

const SVG = "http://www.w3.org/2000/svg";

/** el("b", {class: "x", onclick: f}, "text", child): an element; a property that is null or false is left out. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An icon of those in index.html. */
export function icon(name, className = "") {
  const svg = document.createElementNS(SVG, "svg");
  if (className) svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** An SVG element with attributes. */
export function shape(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The parts of a phone by their data-role. */
export function parts(root) {
  const found = {};
  for (const element of root.querySelectorAll("[data-role]")) found[element.dataset.role] = element;
  return found;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const STRONG = /\p{L}/u;
const ISOLATED = /[\u2066-\u2068][^\u2069]*\u2069?/g;

/** Whether the first strong character of a text, isolates apart, is a right-to-left one. */
export function isRightToLeft(text) {
  const strong = STRONG.exec(text.replace(ISOLATED, ""));
  return strong !== null && RIGHT_TO_LEFT.test(strong[0]);
}

/** Hours and minutes of a Unix time. */
export function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
