/* The drawing: vis-network keeps positions, zoom and what the pointer is over; symbols and names are drawn by us, at the size of the screen. */

let net = null;
let theme = {};
let fontFamily = "sans-serif";
let zoom = 1;
let labels = new Map();
let labelled = { zoom: 0, stamp: -1 };
let stamp = 0;
let lit = null;
let hovered = -1;
let crowd = 1;
/* Where vis-network has its nodes, and whether the drawing has been out of sight since. */
let standing = new Map();
let unseen = true;
const nodeSet = new vis.DataSet();
const tieSet = new vis.DataSet();

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  fontFamily = of("--font");
  theme = {
    ground: of("--ground"), ink: of("--ink"), soft: of("--soft"), accent: of("--accent"), disc: of("--disc"), rim: of("--disc-rim"), inverse: of("--inverse"),
    node: Object.fromEntries([...new Set(nodes.map((node) => node.type))].map((type) => [type, of(`--node-${type}`)])),
    tie: Object.fromEntries([...new Set(ties.map((tie) => tie.type))].map((type) => [type, of(`--tie-${type}`)])),
  };
  widths.clear();
}

/** A node's radius in screen pixels: it grows with the zoom, but not as fast. */
function radiusOf(node, scale) {
  return Math.max(node.type === "office" ? 1.8 : 2.6, node.size * Math.min(2, 1.02 * scale ** 0.62));
}

function halfOf(node, scale) {
  const shape = outline(node.type, radiusOf(node, scale));
  if (shape.w) return { w: shape.w / 2, h: shape.h / 2 };
  const r = shape.r ?? Math.max(...shape.points.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))));
  return { w: r, h: r };
}

function placeOf(n) {
  return net.body.nodes[n];
}

function renderNode({ ctx, id, x, y, state: { selected, hover } }) {
  const node = nodes[id];
  const half = halfOf(node, zoom);
  const faint = lit && !lit.nodes.has(id);
  return {
    drawNode() {
      ctx.globalAlpha = faint ? 0.16 : 1;
      const shape = outline(node.type, radiusOf(node, zoom) / zoom);
      if (selected || hover) {
        tracePath(ctx, outline(node.type, (radiusOf(node, zoom) + 4.5) / zoom), x, y);
        ctx.fillStyle = theme.accent;
        ctx.globalAlpha = faint ? 0.1 : 0.28;
        ctx.fill();
        ctx.globalAlpha = faint ? 0.16 : 1;
      }
      tracePath(ctx, shape, x, y);
      const flag = flagFor(node);
      ctx.fillStyle = theme.node[node.type];
      if (flag) paintFlag(ctx, flag, x, y, shape.w, shape.h);
      else ctx.fill();
      if (flag) tracePath(ctx, shape, x, y);
      ctx.lineWidth = 1.6 / zoom;
      ctx.strokeStyle = flag ? theme.node.country : theme.ground;
      ctx.stroke();
      if (!flag) inscribe(ctx, node, x, y);
      if (state.pinned.some(([pinned]) => pinned === node.id)) drawPin(ctx, x, y, half);
    },
    drawExternalLabel() {
      const box = labels.get(id);
      if (!box || (faint && !hover)) return;
      const { size, font, minor } = fontOf(node);
      if (!weighty(node) && !hover && cutOff(x, box)) return;
      ctx.translate(x, y);
      ctx.scale(1 / zoom, 1 / zoom);
      ctx.font = font;
      ctx.textAlign = "left";
      ctx.textBaseline = "alphabetic";
      ctx.lineJoin = "round";
      ctx.lineWidth = 3.5;
      ctx.strokeStyle = theme.ground;
      ctx.strokeText(shortName(node), box.x, box.y + size - 1);
      ctx.fillStyle = minor ? theme.soft : theme.ink;
      ctx.fillText(shortName(node), box.x, box.y + size - 1);
    },
    nodeDimensions: { width: (half.w * 2) / zoom, height: (half.h * 2) / zoom },
  };
}

/** Whether a name would be cut by the window's side; then it is left out, unless it is a weighty one. */
function cutOff(x, box) {
  const left = (x - net.getViewPosition().x) * zoom + byId("canvas").clientWidth / 2 + box.x;
  return left < 4 || left + box.w > byId("canvas").clientWidth - 4;
}

function inscribe(ctx, node, x, y) {
  const r = radiusOf(node, zoom);
  const text = node.type === "country" || r >= 11.5 ? inscription(node) : "";
  if (!text) return;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1 / zoom, 1 / zoom);
  ctx.font = `650 ${r * (node.type === "country" ? 0.95 : 0.78)}px ${fontFamily}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme.inverse;
  ctx.fillText(text, 0, r * 0.05);
  ctx.restore();
}

function drawPin(ctx, x, y, half) {
  ctx.beginPath();
  ctx.arc(x + half.w / zoom, y - half.h / zoom, 3 / zoom, 0, 2 * Math.PI);
  ctx.fillStyle = theme.ink;
  ctx.fill();
}

/** The soft ground under each country; left out where the country itself is not shown. */
function drawDiscs(ctx) {
  if (state.focus) return;
  ctx.lineWidth = 1 / zoom;
  for (const [n, x, y, radius] of knowledge.discs) {
    if (!shown.nodes.has(n)) continue;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = theme.disc;
    ctx.fill();
    ctx.strokeStyle = theme.rim;
    ctx.stroke();
  }
}

/** Before each drawing: the zoom, names that fit at it, and the width and strength of lines on the screen. */
function prepare(ctx) {
  zoom = net.getScale();
  if (labelled.stamp !== stamp || Math.abs(labelled.zoom / zoom - 1) > 0.02) {
    const first = new Set([hovered, ...(lit ? lit.first : [])]);
    const wanted = lit ? [...shown.nodes].filter((n) => lit.nodes.has(n)) : [...shown.nodes];
    labels = placeLabels(wanted, zoom, first, placeOf, halfOf);
    labelled = { zoom, stamp };
  }
  drawDiscs(ctx);
  crowd = Math.min(1, Math.max(0.15, Math.sqrt(450 / (shown.ties.size + 1))));
  const thin = Math.min(1.25, Math.max(0.6, zoom));
  for (const n of shown.ties) {
    const line = net.body.edges[n];
    if (line) Object.assign(line.options, { width: (lineWidth(n) * thin) / zoom, dashes: lineDashes(n), color: lineColour(n) });
  }
}

function lineWidth(n) {
  const tie = ties[n];
  const strong = lit && lit.ties.has(n) ? 0.8 : 0;
  if (STRUCTURAL.has(tie.type)) return 0.8 + strong;
  const reports = shown.now.get(n)?.reports ?? tie.reports;
  return (tie.type === "relation" ? 2.5 : tie.type === "holds" ? 1 : 0.9) + Math.log2(1 + reports) * (tie.type === "holds" ? 0.2 : 0.75) + strong;
}

function lineDashes(n) {
  const tie = ties[n];
  const now = shown.now.get(n);
  const pattern = knowledge.dashes[tie.type].length ? knowledge.dashes[tie.type] : (now && !now.sure && tie.type === "holds" ? [3, 4] : now && !now.sure ? [2, 6] : false);
  return pattern ? pattern.map((length) => length / zoom) : false;
}

function lineColour(n) {
  const tie = ties[n];
  const far = Math.min(1, Math.max(0.4, zoom / 0.75));
  const often = Math.log2(1 + (shown.now.get(n)?.reports ?? tie.reports));
  const rest = OWN.has(tie.type) ? 0.75 * far * nearness(tie) : tie.type === "relation" ? 0.28 : Math.min(0.7, 0.22 + 0.14 * often);
  const opacity = state.focus && !lit ? Math.min(0.85, rest + 0.3) * crowd : !lit ? rest * crowd : lit.ties.has(n) ? 0.95 : 0.06 * crowd;
  const colour = theme.tie[tie.type];
  return { color: colour, highlight: colour, hover: colour, opacity, inherit: false };
}

/* What ties a person to an office and that to its owner: short lines inside a household; a long one only says that somebody has several. */
const OWN = new Set(["holds", "of", "in"]);

function nearness(tie) {
  if (state.focus) return 1;
  const [a, b] = [placeOf(tie.a), placeOf(tie.b)];
  return Math.max(0.2, Math.min(1, 70 / (Math.hypot(a.x - b.x, a.y - b.y) * zoom)));
}

const CURVES = { met: 0.1, phoned: 0.19, visited: 0.07, signed: 0.15, invited: 0.23, relation: 0.04, attended: 0.12, appointed: 0.16, at: 0.08 };

function lineOf(tie) {
  return {
    id: tie.n, from: tie.a, to: tie.b,
    smooth: CURVES[tie.type] ? { enabled: true, type: "curvedCW", roundness: CURVES[tie.type] } : false,
    arrows: DIRECTED.has(tie.type) ? { to: { enabled: true, scaleFactor: 0.45 } } : "",
  };
}

function startNetwork() {
  readTheme();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (state.view === "graph") fill();
  net = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: tieSet }, {
    autoResize: true,
    physics: { enabled: false },
    layout: { improvedLayout: false },
    nodes: { shape: "custom", ctxRenderer: renderNode, chosen: false },
    edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
    interaction: {
      hover: true, keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false, multiselect: false, zoomSpeed: 0.7,
      hideEdgesOnDrag: ties.length > 6000, hideEdgesOnZoom: ties.length > 6000,
    },
  });
  net.calm = calm;
  net.on("beforeDrawing", prepare);
  net.on("hoverNode", ({ node }) => hover(node));
  net.on("blurNode", () => hover(-1));
  net.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select("node", nodes[node].id);
    else if (edge !== undefined) select("tie", tieKey(ties[edge]));
    else if (state.selected || state.path) change({ selected: null, path: null });
  });
  net.on("doubleClick", ({ nodes: [node] }) => {
    if (node !== undefined) focusOn(nodes[node].id);
  });
  net.on("dragEnd", ({ nodes: [node] }) => {
    if (node !== undefined) pin(node);
  });
  fit(false);
}

function hover(n) {
  hovered = n;
  stamp += 1;
  byId("canvas").style.cursor = n >= 0 ? "pointer" : "";
}

/** Where a node was dragged to is kept: it is pinned there. */
function pin(n) {
  const { x, y } = standing.has(n) ? net.getPosition(n) : places().get(n) ?? nodes[n];
  const others = state.pinned.filter(([id]) => id !== nodes[n].id);
  change({ pinned: Object.freeze([...others, Object.freeze([nodes[n].id, Math.round(x), Math.round(y)])]) });
}

function unpin(n) {
  change({ pinned: Object.freeze(state.pinned.filter(([id]) => id !== nodes[n].id)) });
}

/** Bring the drawing in line with the state. While it is not looked at it stays as it was, so that a large graph's tables are quick. */
function redraw() {
  const { nodes: seen } = computeShown();
  byId("empty").hidden = seen.size > 0;
  lit = highlighted();
  if (state.view !== "graph") {
    unseen = true;
    return;
  }
  const others = fill();
  stamp += 1;
  const selected = state.selected?.is === "node" ? numberOf.get(state.selected.id) : -1;
  net.setSelection({ nodes: seen.has(selected) ? [selected] : [], edges: [] });
  net.redraw();
  if (!looked || (others && unseen)) fit(false);
  unseen = false;
}

/** Give vis-network what is shown and nothing else; tells whether other nodes are shown than before. */
function fill() {
  const at = places();
  const gone = [...standing.keys()].filter((n) => !at.has(n));
  tieSet.remove(tieSet.getIds().filter((n) => !shown.ties.has(n)));
  nodeSet.remove(gone);
  const moved = [...at].filter(([n, { x, y }]) => standing.get(n)?.x !== x || standing.get(n)?.y !== y);
  nodeSet.update(moved.map(([id, place]) => ({ id, ...place })));
  tieSet.add([...shown.ties].filter((n) => !tieSet.get(n)).map((n) => lineOf(ties[n])));
  const others = gone.length > 0 || moved.some(([n]) => !standing.has(n));
  standing = at;
  return others;
}
