/* Where nodes stand: at the place computed beforehand, on rings around the focus, or where the reader pinned them. */

const RING = 140;
/* Room along a ring for one name; from so many on every other one stands further out. */
const ROOM = 62;
const TWO_ROWS = 14;

/** node → {x, y} for all that is shown. */
function places() {
  const rings = state.focus ? ringsAround(numberOf.get(state.focus)) : new Map();
  const pins = new Map(state.pinned.map(([id, x, y]) => [numberOf.get(id), { x, y }]));
  return new Map([...shown.nodes].map((n) => [n, pins.get(n) ?? rings.get(n) ?? { x: nodes[n].x, y: nodes[n].y }]));
}

/** The shown nodes as a tree around `centre`, each branch in a sector of its own, turned as in the whole drawing. */
function ringsAround(centre) {
  const { children, depth } = treeFrom(centre);
  const home = nodes[centre];
  const angleOf = (n) => Math.atan2(nodes[n].y - home.y, nodes[n].x - home.x);
  const leaves = new Map();
  for (const n of [...depth.keys()].reverse()) leaves.set(n, Math.max(1, (children.get(n) ?? []).reduce((sum, child) => sum + leaves.get(child), 0)));
  const crowded = leaves.get(centre) > TWO_ROWS;
  const first = Math.max(RING, (leaves.get(centre) * ROOM) / (crowded ? 2 : 1) / (2 * Math.PI));
  const angles = new Map();
  const rows = new Map();
  const place = (n, begin, width) => {
    const below = [...(children.get(n) ?? [])].sort((a, b) => angleOf(a) - angleOf(b) || a - b);
    let at = begin;
    for (const child of below) {
      const share = (width * leaves.get(child)) / leaves.get(n);
      angles.set(child, at + share / 2);
      rows.set(child, crowded && leaves.get(child) === 1 ? rows.size % 2 : 0);
      place(child, at, share);
      at += share;
    }
  };
  place(centre, -Math.PI, 2 * Math.PI);
  const turn = [...(children.get(centre) ?? [])].reduce(([x, y], n) => [x + Math.cos(angleOf(n) - angles.get(n)), y + Math.sin(angleOf(n) - angles.get(n))], [0, 0]);
  const turned = Math.atan2(turn[1], turn[0]);
  const { clientWidth, clientHeight } = byId("canvas");
  const stretch = clientWidth < clientHeight * 0.8 ? 0.7 : 1.25; // names are wider than high, a phone is not
  const found = new Map([[centre, { x: home.x, y: home.y }]]);
  for (const [n, angle] of angles) {
    const far = first + (depth.get(n) - 1) * RING + rows.get(n) * RING * 0.45;
    found.set(n, { x: Math.round(home.x + far * stretch * Math.cos(angle + turned)), y: Math.round(home.y + far * Math.sin(angle + turned)) });
  }
  return found;
}

/** A tree of shortest ways from `centre` over what is shown; whatever has no way there hangs on the centre. Nearest first. */
function treeFrom(centre) {
  const depth = new Map([[centre, 0]]);
  const children = new Map();
  const hang = (n, parent) => {
    depth.set(n, depth.get(parent) + 1);
    if (!children.has(parent)) children.set(parent, []);
    children.get(parent).push(n);
  };
  const queue = [centre];
  for (const n of queue) {
    for (const tie of tiesOf[n]) {
      const other = ties[tie].a === n ? ties[tie].b : ties[tie].a;
      if (!shown.ties.has(tie) || depth.has(other)) continue;
      hang(other, n);
      queue.push(other);
    }
  }
  for (const n of shown.nodes) if (!depth.has(n)) hang(n, centre);
  return { children, depth };
}
