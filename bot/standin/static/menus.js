// Menus, dialogs and toasts of a phone.

import { el, icon } from "./dom.js";

const TOAST_MS = 4000;

/** A menu that closes at the next click. `items`: {label, icon, isDanger, run}. */
export function openMenu(host, className, items, position = {}) {
  closeMenus();
  const menu = el("div", { class: `menu ${className}`, role: "menu" });
  for (const item of items) {
    menu.append(el("button", { type: "button", role: "menuitem", class: item.isDanger ? "is-danger" : null, onclick: item.run },
      item.icon ? icon(item.icon) : null, item.label));
  }
  Object.assign(menu.style, position);
  host.append(menu);
  setTimeout(() => document.addEventListener("click", closeMenus, { once: true }));
  return menu;
}

export function closeMenus() {
  for (const menu of document.querySelectorAll(".menu:not(.commands)")) menu.remove();
}

/** A line that passes. */
export function toast(over, text) {
  const element = el("div", { class: "toast", role: "status", dir: "auto" }, text);
  over.querySelector(".toast")?.remove();
  over.append(element);
  setTimeout(() => element.remove(), TOAST_MS);
}

/** A message that waits for OK. */
export function showAlert(over, text) {
  return dialog(over, [el("p", { dir: "auto" }, text)], [{ label: "OK" }]);
}

/** A dialog; each action closes it. */
export function dialog(over, content, actions) {
  const row = el("div", { class: "row" });
  const veil = el("div", { class: "veil" }, el("form", { class: "dialog", role: "dialog" }, ...content, row));
  const close = (run) => { veil.remove(); run?.(); };
  actions.forEach((action, index) => {
    const isLast = index === actions.length - 1;
    row.append(el("button", { type: isLast ? "submit" : "button", onclick: isLast ? null : () => close(action.run) }, action.label));
  });
  veil.firstChild.addEventListener("submit", (event) => { event.preventDefault(); close(actions[actions.length - 1].run); });
  over.append(veil);
  (veil.querySelector("input") || row.lastChild).focus();
  return veil;
}
