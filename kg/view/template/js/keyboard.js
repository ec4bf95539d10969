/* Everything without a mouse: keys for the page, arrows that walk from node to node on the drawing. */

const KEYS = {
  "/": () => byId("search").focus(),
  "?": openHelp,
  "+": () => zoomBy(1.3),
  "=": () => zoomBy(1.3),
  "-": () => zoomBy(1 / 1.3),
  0: () => fit(),
  u: undo,
  t: () => change({ view: state.view === "tables" ? "graph" : "tables" }, { keep: false }),
  f: () => withNode((node) => (state.focus === node.id ? unfocus() : focusOn(node.id))),
  h: () => withNode((node) => hide(node.id)),
  p: () => withNode((node) => (state.pinned.some(([id]) => id === node.id) ? unpin(node.n) : pin(node.n))),
  e: () => withNode((node) => state.focus && grow(node.id)),
  Escape: () => (state.selected || state.path ? change({ selected: null, path: null }) : state.focus && unfocus()),
};
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function withNode(action) {
  if (state.selected?.is === "node") action(nodes[numberOf.get(state.selected.id)]);
}

function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing(event.target)) {
      event.preventDefault();
      undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || byId("help-dialog").open) return;
    const key = KEYS[event.key];
    if (!key) return;
    event.preventDefault();
    key();
  });
  byId("canvas").addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (way) {
      event.preventDefault();
      walk(way);
    } else if (event.key === "Enter" && state.selected) {
      event.preventDefault();
      byId("panel").focus();
    }
  });
}

function typing(target) {
  return target instanceof HTMLElement && (target.matches("input:not([type=checkbox]):not([type=range]), select, textarea") || target.isContentEditable);
}

/** Select the nearest shown node in a direction; to the side counts double. Without a selection the weightiest. */
function walk([dx, dy]) {
  const chosen = state.selected?.is === "node" ? numberOf.get(state.selected.id) : -1;
  const from = shown.nodes.has(chosen) ? net.getPosition(chosen) : null;
  let best = null;
  for (const n of shown.nodes) {
    if (n === chosen) continue;
    let cost = -rankOf(nodes[n]);
    if (from) {
      const { x, y } = net.getPosition(n);
      const ahead = (x - from.x) * dx + (y - from.y) * dy;
      const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
      if (ahead <= 0 || aside > ahead * 1.8) continue;
      cost = ahead + 2 * aside;
    }
    if (!best || cost < best.cost) best = { n, cost };
  }
  if (!best) return;
  select("node", nodes[best.n].id);
  moveTo([best.n]);
  const node = nodes[best.n];
  say(`${nameOf(node)}, ${t(`type.${node.type}`)}, ${counted("count.ties", tiesOf[node.n].filter((n) => shown.ties.has(n)).length)}`);
}

function openHelp() {
  const dialog = byId("help-dialog");
  const rows = ["/", "↑ ↓ ← →", "Enter", "f", "e", "h", "p", "u", "+ −", "0", "t", "Esc"];
  refill(dialog,
    el("h2", { id: "help-title" }, t("help.title")),
    el("p", {}, t("help.text")),
    el("dl.keys", {}, rows.map((keys, k) => [el("dt", {}, keys.split(" ").map((key) => el("kbd", {}, key))), el("dd", {}, t(`help.key.${k}`))])),
    el("p.soft", {}, t("help.evidence")),
    button(t("panel.close"), () => dialog.close(), {}));
  dialog.showModal();
}
