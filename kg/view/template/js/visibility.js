/* Which nodes and ties are shown: types, kinds and countries switched on, facts that hold, the surroundings of the focus. */

let shown = { nodes: new Set(), ties: new Set(), now: new Map() };

function computeShown() {
  const hidden = new Set(state.hidden.map((id) => numberOf.get(id)));
  const candidate = (node) =>
    !hidden.has(node.n) && !isOff("types", node.type) && !(node.kind && isOff("kinds", node.kind)) && !countryOff(node);
  const open = new Set(nodes.slice(0, drawn).filter(candidate).map((node) => node.n));
  const now = new Map();
  const alive = ties.filter((tie) => {
    if (!open.has(tie.a) || !open.has(tie.b) || isOff("ties", tie.type)) return false;
    if (STRUCTURAL.has(tie.type)) return true;
    const drawnNow = tieNow(tie);
    now.set(tie.n, drawnNow);
    return drawnNow.held.length > 0;
  });
  let seen = open;
  if (thinned()) seen = withTies(open, alive);
  if (state.focus && seen.has(numberOf.get(state.focus))) seen = surroundings(seen, alive);
  shown = { nodes: seen, ties: new Set(alive.filter((tie) => seen.has(tie.a) && seen.has(tie.b)).map((tie) => tie.n)), now };
  return shown;
}

function countryOff(node) {
  if (!state.off.countries.length) return false;
  const country = node.type === "country" ? node : nodes[node.country];
  return country !== undefined && state.off.countries.includes(country.id);
}

/** Nodes with a tie that rests on facts, and the owners those offices and bodies belong to. */
function withTies(open, alive) {
  const tied = new Set();
  for (const tie of alive) if (!STRUCTURAL.has(tie.type)) tied.add(tie.a).add(tie.b);
  for (const n of [...tied]) {
    for (let owner = nodes[n].owner; owner >= 0 && open.has(owner) && !tied.has(owner); owner = nodes[owner].owner) tied.add(owner);
    if (nodes[n].country >= 0 && open.has(nodes[n].country)) tied.add(nodes[n].country);
  }
  if (state.focus) tied.add(numberOf.get(state.focus));
  return tied;
}

/** The focus and what is up to `depth` ties away, an office with its owner, and the neighbours of every node that was opened. */
function surroundings(seen, alive) {
  const beside = new Map();
  for (const tie of alive) {
    for (const [one, other] of [[tie.a, tie.b], [tie.b, tie.a]]) {
      if (!beside.has(one)) beside.set(one, []);
      beside.get(one).push(other);
    }
  }
  const near = new Set([numberOf.get(state.focus)]);
  let edge = [...near];
  for (let step = 0; step < state.depth; step += 1) {
    edge = edge.flatMap((n) => beside.get(n) ?? []).filter((n) => seen.has(n) && !near.has(n));
    for (const n of edge) near.add(n);
  }
  for (const n of [...near]) if (nodes[n].type === "office" && seen.has(nodes[n].owner)) near.add(nodes[n].owner);
  for (const id of state.grown) {
    const n = numberOf.get(id);
    if (!seen.has(n)) continue;
    near.add(n);
    for (const other of beside.get(n) ?? []) if (seen.has(other)) near.add(other);
  }
  if (state.path) for (const id of state.path) near.add(numberOf.get(id));
  return near;
}
