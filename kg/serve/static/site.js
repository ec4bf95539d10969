/* Search as you type, on every page; what comes from articles becomes text nodes, never markup. */
"use strict";

/** The address of a resource on this site. */
function addressOf(id) {
  return id.includes("://") ? id : `/id/${id}`;
}

function nameOf(link) {
  return document.documentElement.lang === "en" && link.en ? link.en : link.label;
}

const SHAPES = {
  Person: ["circle", { cx: 8, cy: 8, r: 5.5 }],
  Country: ["rect", { x: 1.5, y: 3.5, width: 13, height: 9, rx: 2 }],
  Organization: ["rect", { x: 3, y: 3, width: 10, height: 10 }],
  Office: ["path", { d: "M8 1.5 14.5 8 8 14.5 1.5 8z" }],
  Place: ["path", { d: "M8 2 14.5 13.5h-13z" }],
  Agreement: ["path", { d: "M4.5 2h7L15 8l-3.5 6h-7L1 8z" }],
};

/** Where the flag of a country is found; nothing for other things. */
function flagOf(link) {
  const code = link.type === "Country" ? link.id.split("/").pop() : "";
  return /^[A-Z]{2}$/.test(code) ? `/flag/${code}.svg` : "";
}

/** The symbol of a thing, as on the server's pages: its flag, or the shape of its class. */
function symbolOf(link) {
  const { type } = link;
  if (flagOf(link)) return make("img", { className: "symbol flag", src: flagOf(link), alt: "" });
  const SVG = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "symbol");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("aria-hidden", "true");
  const [tag, attributes] = SHAPES[type] ?? ["circle", { cx: 8, cy: 8, r: 4.5 }];
  const shape = document.createElementNS(SVG, tag);
  shape.setAttribute("class", type in SHAPES ? `fill-${type.toLowerCase()}` : "stroked");
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  drawing.append(shape);
  return drawing;
}

function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

(() => {
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  let results = [];
  let chosen = -1;
  let asked = 0;
  let waiting = 0;

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    chosen = place;
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === place)));
    if (place >= 0) {
      input.setAttribute("aria-activedescendant", `found-${place}`);
      list.children[place].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function go(link) {
    const handled = !document.dispatchEvent(new CustomEvent("chosen", { detail: link, cancelable: true }));
    close();
    if (!handled) location.assign(addressOf(link.id));
    else input.value = "";
  }

  function show(found) {
    results = found;
    list.replaceChildren(...found.map((link, n) => {
      const item = make("li", { id: `found-${n}` }, symbolOf(link), make("span", { className: "name", textContent: nameOf(link), lang: "vi" }), make("span", { className: "about", textContent: link.about, lang: "vi" }));
      item.setAttribute("role", "option");
      item.addEventListener("mousedown", (event) => { event.preventDefault(); go(link); });
      return item;
    }));
    if (!found.length) list.append(make("li", { className: "none", textContent: input.dataset.none }));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(-1);
  }

  async function ask() {
    const typed = input.value.trim();
    if (!typed) return close();
    const mine = ++asked;
    const response = await fetch(`/api/search?${new URLSearchParams({ q: typed.slice(0, 200), limit: "10" })}`);
    if (mine !== asked || !response.ok) return;
    show((await response.json()).results);
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask().catch(close), 90);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (list.hidden || !results.length) return;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((chosen + step + results.length + (chosen < 0 && step < 0 ? 1 : 0)) % results.length);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      go(results[chosen]);
    }
  });
  input.addEventListener("blur", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && !document.activeElement.isContentEditable) {
      event.preventDefault();
      input.focus();
    }
  });

  // The other language keeps the address and its parameters.
  const language = document.getElementById("language");
  const address = new URL(location.href);
  address.searchParams.set("lang", language.hreflang);
  language.href = address.pathname + address.search + address.hash;
})();
