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
