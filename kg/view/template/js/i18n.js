/* The words of the page in the language it is switched to, and the names of things in it. */

let spoken = knowledge.lang;
const concepts = new Map([...knowledge.kinds, ...knowledge.levels].map((concept) => [concept.id, concept]));

/** The text of `key`, with `{name}` filled in; a key without words is a slip that tests find. */
function t(key, fill = {}) {
  const text = knowledge.messages[spoken][key];
  if (text === undefined) throw new Error(`no message ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(fill[name] ?? ""));
}

/** A word of the graph (a status, a part in an event) where the page has one, else the word itself. */
function word(group, value) {
  return knowledge.messages[spoken][`${group}.${value}`] ?? value;
}

function nameOf(node) {
  return (spoken === "en" && node.en) || node.label;
}

/** The name in the other language, empty where it is the same or there is none. */
function otherName(node) {
  const other = spoken === "en" ? node.label : node.en;
  return other && other !== nameOf(node) ? other : "";
}

function conceptName(id) {
  const concept = concepts.get(id);
  return concept ? (spoken === "en" && concept.en) || concept.vi : id;
}

/** What happened, in a line: the graph's own label without its date, or in English type and participants. */
function eventName(fact) {
  if (fact.is === "relation") {
    return `${fact.countries.map((n) => (n < 0 ? "?" : nameOf(nodes[n]))).join(" – ")}: ${conceptName(fact.level)}`;
  }
  const dated = `, ${fact.date}`;
  if (spoken === "vi" && fact.label) return fact.label.endsWith(dated) ? fact.label.slice(0, -dated.length) : fact.label;
  const who = fact.parts.filter((part) => part[1] !== "destination").map((part) => nameOf(nodes[part[0]]));
  const whither = fact.parts.filter((part) => part[1] === "destination").map((part) => nameOf(nodes[part[0]]));
  return `${word("event", fact.type)}: ${who.join(", ")}${whither.length ? ` → ${whither.join(", ")}` : ""}`;
}

/**
 * A contradiction in the language of the page, told from what its claims support; in the graph's own words where its kind
 * is not known here or a side of it is not on the page.
 */
function contradictionText(one) {
  const own = new Set(one.claims);
  const told = facts.filter((fact) => fact.claims.some((n) => own.has(n)));
  const holders = told.filter((fact) => fact.is === "holding" && fact.office === one.about && fact.holder >= 0).map((fact) => nameOf(nodes[fact.holder]));
  const about = facts[one.fact];
  const fill = {
    days: one.days.map(shownDate).join(", "),
    office: one.about >= 0 ? nameOf(nodes[one.about]) : about?.is === "holding" && about.office >= 0 ? nameOf(nodes[about.office]) : "",
    who: about?.is === "holding" && about.holder >= 0 ? nameOf(nodes[about.holder]) : [...new Set(holders)].join(", "),
    event: about?.is === "event" ? eventName(about) : "",
    levels: [...new Set(told.filter((fact) => fact.is === "relation").map((fact) => conceptName(fact.level)))].join(", "),
  };
  const text = knowledge.messages[spoken][`contradiction.${one.kind}`];
  const wanted = [...(text ?? "").matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
  return text && wanted.every((name) => fill[name]) ? t(`contradiction.${one.kind}`, fill) : one.message;
}

/** A number with the language's own separators. */
function figure(count) {
  return count.toLocaleString(spoken === "vi" ? "vi-VN" : "en-GB");
}

/** Number and noun: `3 bài báo`, `1 article`, `3 articles`. */
function counted(key, count) {
  return t(count === 1 && `${key}.one` in knowledge.messages[spoken] ? `${key}.one` : key, { n: figure(count) });
}

/** Fill every element of the page that carries a key. */
function translatePage() {
  document.documentElement.lang = spoken;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = t(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = t(element.dataset.placeholder);
  if (!knowledge.title) byId("title").textContent = document.title = t("title");
}
