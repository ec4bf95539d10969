/* The search box: finds nodes, events and articles by any part of any name, with or without diacritics, from the keyboard. */

const index = [
  ...nodes.map((node) => ({ is: "node", id: node.id, rank: rankOf(node) + (node.n < drawn ? 1000 : 0), keys: [node.label, node.en, node.iso, ...node.aliases].filter(Boolean).map(fold) })),
  ...facts.filter((fact) => fact.is === "event").map((fact) => ({ is: "event", id: fact.id, rank: Math.min(50, fact.reports), keys: [fold(fact.label), fact.date ?? ""] })),
  ...articles.map((article) => ({ is: "article", id: article.id, rank: 0, keys: [fold(article.title)] })),
];
const MOST_FOUND = 12;
let marked = -1;
let listed = [];

/** Matches of `text`, best first: the whole name, then its beginning, then a word's beginning, then anywhere. */
function find(text) {
  const wanted = fold(text).trim().replace(/\s+/g, " ");
  if (!wanted) return [];
  const scored = [];
  for (const entry of index) {
    let best = 0;
    for (const key of entry.keys) {
      const at = key.indexOf(wanted);
      if (at < 0) continue;
      best = Math.max(best, key === wanted ? 4 : at === 0 ? 3 : /\s/.test(key[at - 1]) ? 2 : 1);
    }
    if (best) scored.push([best, entry]);
  }
  return scored.sort(([a, one], [b, other]) => b - a || other.rank - one.rank).slice(0, MOST_FOUND).map(([, entry]) => entry);
}

function findNodes(text) {
  return find(text).filter((entry) => entry.is === "node").map((entry) => nodes[numberOf.get(entry.id)]);
}

function startSearch() {
  const box = byId("search");
  const list = byId("found");
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    marked = -1;
  };
  const take = (entry) => {
    close();
    box.value = "";
    choose(entry);
    (state.view === "reader" ? byId("reader").querySelector("article") : byId("panel")).focus();
  };
  const show = () => {
    const found = find(box.value);
    list.replaceChildren(...found.map((entry, k) => result(entry, k, () => take(entry))));
    if (!found.length && box.value.trim()) list.append(el("li.none", { role: "option", "aria-disabled": "true" }, t("search.none")));
    list.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!list.hidden));
    listed = found;
    mark(found.length ? 0 : -1);
  };
  const mark = (k) => {
    marked = k;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === k)));
    if (k >= 0) {
      box.setAttribute("aria-activedescendant", `found-${k}`);
      list.children[k].scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  };
  box.addEventListener("input", show);
  box.addEventListener("focus", () => box.value && show());
  box.addEventListener("blur", () => setTimeout(() => document.activeElement !== box && close(), 150));
  box.addEventListener("keydown", (event) => {
    const found = list.hidden ? [] : listed;
    if (event.key === "ArrowDown" && found.length) mark((marked + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length) mark((marked - 1 + found.length) % found.length);
    else if (event.key === "Enter" && found[marked]) take(found[marked]);
    else if (event.key === "Escape") {
      if (!list.hidden) close();
      else box.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function result(entry, k, take) {
  const row = { role: "option", id: `found-${k}`, on: { mousedown: (event) => event.preventDefault(), click: take } };
  if (entry.is === "node") {
    const node = nodes[numberOf.get(entry.id)];
    return el("li", row, sign(node), el("span.name", {}, nameOf(node)), el("span.soft", {}, otherName(node) || t(`type.${node.type}`)));
  }
  if (entry.is === "event") {
    const fact = facts[factOf.get(entry.id)];
    return el("li", row, el("span.dot"), el("span.name", {}, eventName(fact)), el("span.soft", {}, shownWhen(fact)));
  }
  const article = articles[articleOf.get(entry.id)];
  return el("li", row, el("span.page"), el("span.name", {}, article.title || article.id), el("span.soft", {}, article.outlet));
}

/** Go to what was found: a node that filters hide is brought back into the picture. */
function choose(entry) {
  if (entry.is === "article") return openArticle(entry.id);
  select(entry.is, entry.id, state.view === "reader" ? { view: "graph" } : {});
  if (entry.is === "node") reveal(numberOf.get(entry.id));
  else moveTo(nodesOf(facts[factOf.get(entry.id)]));
  return undefined;
}

function reveal(n) {
  const node = nodes[n];
  if (n < drawn && !shown.nodes.has(n) && heaviestNode && state.focus) return focusOn(node.id);
  if (n < drawn && !shown.nodes.has(n)) {
    const off = Object.fromEntries(FILTERS.map((name) => [name, state.off[name]]));
    off.types = Object.freeze(off.types.filter((type) => type !== node.type));
    off.kinds = Object.freeze(off.kinds.filter((kind) => kind !== node.kind));
    off.countries = Object.freeze([]);
    change({ off: Object.freeze(off), hidden: Object.freeze(state.hidden.filter((id) => id !== node.id)), focus: null, grown: Object.freeze([]) }, { keep: false });
    if (!shown.nodes.has(n)) change({ day: "", off: START.off }, { keep: false });
  }
  return moveTo([n]);
}
