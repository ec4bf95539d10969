/* Elements are made here and nowhere else: whatever comes from an article becomes a text node, never markup. */

const SVG = "http://www.w3.org/2000/svg";

function build(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") for (const [event, handler] of Object.entries(value)) made.addEventListener(event, handler);
    else if (key === "vars") for (const [name, set] of Object.entries(value)) made.style.setProperty(name, String(set));
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === "") continue;
    made.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return made;
}

/** `el("p.soft", {on: {click}}, "text", other)`; attributes are ours alone, content of articles goes into the children. */
function el(selector, attributes = {}, ...children) {
  const [name, ...classes] = selector.split(".");
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(" ");
  return build(made, attributes, children);
}

function svg(name, attributes = {}, ...children) {
  return build(document.createElementNS(SVG, name), attributes, children);
}

function byId(id) {
  return document.getElementById(id);
}

/** A button that does `action`; its label is text. */
function button(label, action, attributes = {}, ...before) {
  return el("button", { type: "button", ...attributes, on: { click: action } }, ...before, label);
}

/** An address as a link if it is one of the web, else as text. */
function link(address, label) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return document.createTextNode(label);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return document.createTextNode(label);
  const made = el("a.outside", { rel: "noopener noreferrer nofollow", target: "_blank" }, label);
  made.href = url.href;
  return made;
}

/** Put `children` in the place of whatever `parent` held; keeps the focus on the element with the same `data-keep`. */
function refill(parent, ...children) {
  const kept = parent.contains(document.activeElement) ? document.activeElement.getAttribute("data-keep") : null;
  parent.replaceChildren(...children.flat(Infinity).filter((child) => child instanceof Node));
  if (kept) parent.querySelector(`[data-keep="${CSS.escape(kept)}"]`)?.focus();
}

function say(text) {
  byId("status").textContent = text;
}

/** Lower case without diacritics: `Tô Lâm` → `to lam`. */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}
