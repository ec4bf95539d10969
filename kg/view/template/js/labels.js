/* Which names are written at a zoom, and on which side of their symbol: the weightiest first, none over another. */

const widths = new Map();
const measuring = document.createElement("canvas").getContext("2d");
/** Where a name may stand beside its symbol, the likeliest first: across −1 left … 1 right, down −1 above … 1 below. */
const SIDES = [[0, 1], [1, 0], [-1, 0], [0, -1], [1, 0.7], [-1, 0.7], [1, -0.7], [-1, -0.7]];
/** The zoom from which offices are named too; before that they would crowd out the people who hold them. */
const OFFICES_FROM = 0.8;
const heaviest = Math.max(1, ...nodes.map((node) => (node.type === "person" ? node.weight : 0)));

/** From this weight on a person or a body is among the forty with most ties. */
const NOTABLE = Math.max(1, nodes.filter((node) => node.type !== "country" && node.type !== "office").map((node) => node.weight).sort((a, b) => b - a)[39] ?? 0);
/** In so small a picture all names are written alike. */
const FEW = 70;

/** Countries and whoever has most ties are written large, whoever has few small and soft, so that the eye finds the great names first. */
function fontOf(node) {
  const great = node.type === "country" || (node.type === "person" && node.weight > heaviest * 0.45);
  const minor = node.type === "office" || node.type === "place" || (!great && node.weight < NOTABLE && shown.nodes.size > FEW);
  const size = great ? 13.5 : minor ? 11 : 12.5;
  return { size, minor, font: `${great ? 650 : minor ? 400 : 500} ${size}px ${fontFamily}` };
}

/** Whose names are written wherever there is any room. */
function weighty(node) {
  return node.type === "country" || (node.type === "person" && node.weight > heaviest * 0.2);
}

function widthOf(node) {
  const text = shortName(node);
  const { font } = fontOf(node);
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    measuring.font = font;
    widths.set(key, measuring.measureText(text).width);
  }
  return widths.get(key);
}

function shortName(node) {
  const name = nameOf(node);
  return name.length > 34 ? `${name.slice(0, 32).trimEnd()}…` : name;
}

/** The box a name fills on one side, in screen pixels from the symbol's centre. */
function labelBox([across, down], half, width, size) {
  const x = across === 0 ? -width / 2 : across > 0 ? half.w + 4 : -half.w - 4 - width;
  const height = size + 2;
  const y = across === 0 ? (down > 0 ? half.h + 3 : -half.h - 3 - height) : down * (half.h + height / 2 - 2) - height / 2;
  return { x, y, w: width, h: height };
}

/**
 * Where names go at `scale`: node → box. `first` are written before all others; `place(n)` is a node's position,
 * `halfOf(node, scale)` its half size in screen pixels. A name that finds no room may cover an
 * office's small symbol, a weighty one those of much lighter nodes.
 */
function placeLabels(numbers, scale, first, place, halfOf) {
  const cell = 90;
  const taken = new Map();
  const cells = (box, visit) => {
    for (let cx = Math.floor(box.x / cell); cx <= Math.floor((box.x + box.w) / cell); cx += 1) {
      for (let cy = Math.floor(box.y / cell); cy <= Math.floor((box.y + box.h) / cell); cy += 1) if (visit(cx * 65537 + cy)) return true;
    }
    return false;
  };
  const put = (box) => cells(box, (key) => void (taken.has(key) ? taken.get(key).push(box) : taken.set(key, [box])));
  const blocked = (box, own, over) =>
    cells(box, (key) => (taken.get(key) ?? []).some((other) =>
      other.n !== own && !(other.rank < over) && box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h));
  const ordered = numbers
    .map((n) => nodes[n])
    .sort((one, other) => first.has(other.n) - first.has(one.n) || rankOf(other) - rankOf(one) || one.n - other.n);
  for (const node of ordered) {
    const { x, y } = place(node.n);
    const half = halfOf(node, scale);
    put({ n: node.n, rank: node.type === "office" ? 0 : rankOf(node), x: x * scale - half.w, y: y * scale - half.h, w: half.w * 2, h: half.h * 2 });
  }
  const placed = new Map();
  for (const node of ordered) {
    const { x, y } = place(node.n);
    const half = halfOf(node, scale);
    const { size } = fontOf(node);
    if (node.type === "office" && scale < OFFICES_FROM && !first.has(node.n)) continue;
    const boxes = SIDES.map((side) => labelBox(side, half, widthOf(node), size));
    const onScreen = (box) => ({ n: node.n, x: box.x + x * scale - 2, y: box.y + y * scale, w: box.w + 4, h: box.h });
    const covering = node.type === "office" ? [0] : weighty(node) ? [0, 1, rankOf(node) * 0.6] : [0, 1];
    const free = covering.map((over) => boxes.find((box) => !blocked(onScreen(box), node.n, over))).find(Boolean)
      ?? (first.has(node.n) ? boxes[0] : undefined);
    if (!free) continue;
    put(onScreen(free));
    placed.set(node.n, free);
  }
  return placed;
}
