/* How two nodes hang together: all shortest ways over what is shown, at most a few. */

const MOST_PATHS = 12;

/** Shortest paths from `a` to `b` as {nodes, ties}; where several ties join two nodes, all of them belong to the path. */
function shortestPaths(a, b) {
  if (!shown.nodes.has(a) || !shown.nodes.has(b) || a === b) return [];
  const before = new Map([[a, []]]);
  let edge = [a];
  while (edge.length && !before.has(b)) {
    const next = new Map();
    for (const n of edge) {
      for (const tie of tiesOf[n]) {
        if (!shown.ties.has(tie)) continue;
        const other = ties[tie].a === n ? ties[tie].b : ties[tie].a;
        if (before.has(other)) continue;
        if (!next.has(other)) next.set(other, new Set());
        next.get(other).add(n);
      }
    }
    for (const [n, from] of next) before.set(n, [...from].sort((one, other) => rankOf(nodes[other]) - rankOf(nodes[one])));
    edge = [...next.keys()];
  }
  if (!before.has(b)) return [];
  const found = [];
  const walk = (n, tail) => {
    if (found.length >= MOST_PATHS) return;
    if (n === a) found.push([a, ...tail]);
    else for (const previous of before.get(n)) walk(previous, [n, ...tail]);
  };
  walk(b, []);
  return found.map((line) => ({ nodes: line, ties: line.slice(1).flatMap((n, k) => between(line[k], n)) }));
}

/** The ties shown between two nodes. */
function between(a, b) {
  return tiesOf[a].filter((n) => shown.ties.has(n) && (ties[n].a === b || ties[n].b === b));
}

function pathSection(node) {
  const other = el("input", {
    type: "text", list: "node-names", id: "path-to", autocomplete: "off", "data-keep": "path-to", placeholder: t("path.placeholder"),
    on: {
      change: (event) => {
        const goal = findNodes(event.target.value)[0];
        if (!goal) return;
        change({ path: Object.freeze([node.id, goal.id]) });
        moveTo([...(lit?.nodes ?? [])]);
      },
    },
  });
  const goal = state.path && state.path.includes(node.id) ? nodes[numberOf.get(state.path.find((id) => id !== node.id))] : null;
  if (goal) other.value = nameOf(goal);
  const section = el("section.path", {}, el("h3", {}, el("label", { for: "path-to" }, t("path.title"))), other, nameList());
  if (goal) section.append(...pathResult(node, goal));
  return section;
}

function pathResult(node, goal) {
  const found = shortestPaths(node.n, goal.n);
  if (!found.length) return [el("p.soft", {}, t("path.none"))];
  const steps = found[0].nodes.length - 1;
  return [
    el("p.soft", {}, t("path.found", { paths: found.length, steps })),
    el("ol.paths", {}, found.map((path) => el("li", {}, path.nodes.map((n, k) => [k ? el("span.arrow", { "aria-hidden": "true" }, "›") : null, nodeButton(nodes[n])])))),
    button(t("path.clear"), () => change({ path: null }), { class: "quiet small" }),
  ];
}

/** Names for the browser's own completion; made when first needed. */
function nameList() {
  return el("datalist", { id: "node-names" }, [...shown.nodes].slice(0, 2000).map((n) => el("option", { value: nameOf(nodes[n]) })));
}
