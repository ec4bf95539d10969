/* What stands out while the rest is faint: the selection with its neighbours, an event's participants, a path. */

/** {nodes, ties, first} to be lit (`first` are named before all others), or null where nothing is chosen. */
function highlighted() {
  if (state.path) {
    const found = shortestPaths(...state.path.map((id) => numberOf.get(id)));
    if (found.length) {
      const all = new Set(found.flatMap((path) => path.nodes));
      return { nodes: all, ties: new Set(found.flatMap((path) => path.ties)), first: [...all] };
    }
  }
  if (!state.selected) return null;
  const { is, id } = state.selected;
  if (is === "node" && id === state.focus) return null;
  if (is === "node") return aroundNode(numberOf.get(id));
  if (is === "tie") {
    const tie = ties[tieOf.get(id)];
    return shown.ties.has(tie.n) ? { nodes: new Set([tie.a, tie.b]), ties: new Set([tie.n]), first: [tie.a, tie.b] } : null;
  }
  if (is === "event") return aroundFact(facts[factOf.get(id)]);
  return null;
}

function aroundNode(n) {
  if (!shown.nodes.has(n)) return null;
  const near = tiesOf[n].filter((tie) => shown.ties.has(tie));
  const lines = new Set(near);
  const beside = new Set([n, ...near.flatMap((tie) => [ties[tie].a, ties[tie].b])]);
  for (const other of [...beside]) {
    if (nodes[other].type !== "office" || other === n) continue;
    for (const tie of tiesOf[other]) {
      if (!STRUCTURAL.has(ties[tie].type) || !shown.ties.has(tie)) continue;
      lines.add(tie);
      beside.add(ties[tie].b);
    }
  }
  return { nodes: beside, ties: lines, first: [n] };
}

function aroundFact(fact) {
  const own = nodesOf(fact).filter((n) => shown.nodes.has(n));
  if (!own.length) return null;
  const lines = ties.filter((tie) => shown.ties.has(tie.n) && tie.facts.includes(fact.n)).map((tie) => tie.n);
  return { nodes: new Set(own), ties: new Set(lines), first: own };
}

function focusOn(id, depth = state.depth) {
  change({ focus: id, depth, grown: Object.freeze([]), selected: Object.freeze({ is: "node", id }), view: "graph" });
  fit();
}

function unfocus() {
  change({ focus: null, grown: Object.freeze([]) });
  fit();
}

function grow(id) {
  change({ grown: Object.freeze([...state.grown, id]) });
  fit();
}

function hide(id) {
  change({ hidden: Object.freeze([...state.hidden, id]), selected: null, focus: state.focus === id ? null : state.focus });
}
