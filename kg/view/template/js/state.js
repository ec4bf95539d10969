/* What the reader has chosen: one frozen object, a history of it for undo, and its copy in the address (#…) to share. */

const FILTERS = ["types", "ties", "kinds", "countries", "outlets", "tiers", "modalities"];
const SHORT = { types: "t", ties: "r", kinds: "k", countries: "c", outlets: "o", tiers: "p", modalities: "m" };

/* A graph too large to be read as a whole opens as tables, and its drawing around what is selected or the weightiest node. */
const TOO_MANY = 6000;
const heaviestNode = nodes
  .slice(0, drawn > TOO_MANY ? drawn : 0)
  .reduce((a, b) => (b.type !== "office" && b.weight > (a?.weight ?? -1) ? b : a), null);

const START = Object.freeze({
  view: heaviestNode ? "tables" : "graph", selected: null, focus: null, depth: 1, grown: Object.freeze([]), hidden: Object.freeze([]), pinned: Object.freeze([]),
  off: Object.freeze(Object.fromEntries(FILTERS.map((name) => [name, Object.freeze([])]))),
  day: "", span: 0, path: null,
});

let state = START;
const past = [];
const watchers = [];

/** Call `watcher(state, before)` after every change. */
function watch(watcher) {
  watchers.push(watcher);
}

/** Change the state; `keep: false` leaves no step to undo (for steps of the slider while it moves). */
function change(patch, { keep = true } = {}) {
  const before = state;
  state = Object.freeze({ ...state, ...patch, ...entering(patch) });
  if (keep) {
    past.push(before);
    if (past.length > 200) past.shift();
  }
  tell(before);
}

/** The focus with which the drawing of a large graph is entered. */
function entering({ view, selected = state.selected, focus = state.focus }) {
  if (!heaviestNode || view !== "graph" || state.view === "graph" || focus) return {};
  return { focus: selected?.is === "node" && numberOf.get(selected.id) < drawn ? selected.id : heaviestNode.id };
}

function undo() {
  if (!past.length) return;
  const before = state;
  state = Object.freeze({ ...past.pop(), view: state.view });
  tell(before);
  say(t("status.undone"));
}

function reset() {
  change({ ...START, view: state.view });
  say(t("status.reset"));
}

function tell(before) {
  writeAddress();
  for (const watcher of watchers) watcher(state, before);
}

function isOff(filter, value) {
  return state.off[filter].includes(value);
}

function toggleOff(filter, value) {
  const off = state.off[filter];
  const list = off.includes(value) ? off.filter((one) => one !== value) : [...off, value];
  change({ off: Object.freeze({ ...state.off, [filter]: Object.freeze(list) }) });
}

/** What is selected: {is: "node" | "tie" | "event" | "article", id}. */
function select(is, id, more = {}) {
  change({ selected: is ? Object.freeze({ is, id }) : null, ...more });
}

/* ---- the address: only identifiers that the page knows are taken from it */

const LOOKUPS = { node: numberOf, tie: tieOf, event: factOf, article: articleOf };
const LETTERS = { node: "n", tie: "e", event: "x", article: "a" };

function writeAddress() {
  const fields = new URLSearchParams();
  if (state.view !== START.view) fields.set("v", state.view);
  if (state.selected) fields.set(LETTERS[state.selected.is], state.selected.id);
  if (state.focus) fields.set("f", state.focus);
  if (state.focus && state.depth !== 1) fields.set("d", state.depth);
  if (state.grown.length) fields.set("g", state.grown.join("~"));
  if (state.hidden.length) fields.set("h", state.hidden.join("~"));
  for (const [id, x, y] of state.pinned) fields.append("pin", `${x},${y},${id}`);
  if (state.day) fields.set("day", state.day);
  if (state.span) fields.set("span", state.span);
  if (state.path) fields.set("path", state.path.join("~"));
  for (const name of FILTERS) for (const value of state.off[name]) fields.append(`-${SHORT[name]}`, value);
  if (spoken !== knowledge.lang) fields.set("lang", spoken);
  const text = fields.toString().replace(/%2F/g, "/").replace(/%7E/g, "~").replace(/%2C/g, ",");
  try {
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  } catch {
    /* inside a frame without an address of its own there is nothing to write to */
  }
}

/** `120,-30,person/to-lam` as [id, x, y]; null where it names no node that is drawn. */
function pinned(text) {
  const [, x, y, id] = /^(-?\d{1,6}),(-?\d{1,6}),(.+)$/s.exec(text) ?? [];
  return numberOf.get(id) < drawn ? Object.freeze([id, Number(x), Number(y)]) : null;
}

function readAddress() {
  const fields = new URLSearchParams(location.hash.slice(1));
  const known = (id) => numberOf.has(id);
  const list = (key) => Object.freeze((fields.get(key) ?? "").split("~").filter(known));
  const selected = Object.entries(LETTERS).find(([is, letter]) => LOOKUPS[is].has(fields.get(letter)));
  const path = (fields.get("path") ?? "").split("~");
  const off = Object.fromEntries(FILTERS.map((name) => [name, Object.freeze(fields.getAll(`-${SHORT[name]}`))]));
  spoken = ["vi", "en"].includes(fields.get("lang")) ? fields.get("lang") : knowledge.lang;
  state = START;
  const told = {
    ...START,
    view: ["graph", "tables", "reader"].includes(fields.get("v")) ? fields.get("v") : START.view,
    selected: selected ? Object.freeze({ is: selected[0], id: fields.get(selected[1]) }) : null,
    focus: known(fields.get("f")) ? fields.get("f") : START.focus,
    depth: Math.min(3, Math.max(1, Number.parseInt(fields.get("d"), 10) || 1)),
    grown: list("g"),
    hidden: list("h"),
    pinned: Object.freeze(fields.getAll("pin").map(pinned).filter(Boolean)),
    day: /^\d{4}-\d\d-\d\d$/.test(fields.get("day") ?? "") && dayNumber(fields.get("day")) !== null ? fields.get("day") : "",
    span: [30, 90, 365].includes(Number(fields.get("span"))) ? Number(fields.get("span")) : 0,
    path: path.length === 2 && path.every(known) ? Object.freeze(path) : null,
    off: Object.freeze(off),
  };
  state = Object.freeze({ ...told, ...entering(told) });
}
