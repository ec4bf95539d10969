/* The shapes of the types, for the canvas, the legend and the exported SVG alike; all centred on 0, 0. */

/** A circle {r}, a box {w, h, round} or a polygon {points} for a type at radius `r`. */
function outline(type, r) {
  if (type === "person") return { r };
  if (type === "country") return { w: r * 2.5, h: r * 1.7, round: r * 0.5 };
  if (type === "organization") return { w: r * 1.8, h: r * 1.8, round: r * 0.25 };
  if (type === "office") return { points: [[0, -r * 1.25], [r * 1.25, 0], [0, r * 1.25], [-r * 1.25, 0]] };
  if (type === "place") return { points: [[0, -r * 1.2], [r * 1.15, r * 0.85], [-r * 1.15, r * 0.85]] };
  return { points: [0, 1, 2, 3, 4, 5].map((k) => [r * 1.1 * Math.cos((k * Math.PI) / 3), r * 1.1 * Math.sin((k * Math.PI) / 3)]) };
}

function tracePath(ctx, shape, x, y) {
  ctx.beginPath();
  if (shape.r) ctx.arc(x, y, shape.r, 0, 2 * Math.PI);
  else if (shape.w) ctx.roundRect(x - shape.w / 2, y - shape.h / 2, shape.w, shape.h, shape.round);
  else {
    shape.points.forEach(([px, py], k) => (k ? ctx.lineTo(x + px, y + py) : ctx.moveTo(x + px, y + py)));
    ctx.closePath();
  }
}

function shapeElement(shape, x, y, attributes) {
  if (shape.r) return svg("circle", { cx: x, cy: y, r: shape.r, ...attributes });
  if (shape.w) return svg("rect", { x: x - shape.w / 2, y: y - shape.h / 2, width: shape.w, height: shape.h, rx: shape.round, ...attributes });
  return svg("polygon", { points: shape.points.map(([px, py]) => `${round2(x + px)},${round2(y + py)}`).join(" "), ...attributes });
}

function round2(number) {
  return Math.round(number * 100) / 100;
}

/** What stands inside a symbol: a country's ISO code, a person's initials; drawn only where there is room. */
function inscription(node) {
  if (node.type === "country") return node.iso || nameOf(node).slice(0, 2).toUpperCase();
  if (node.type !== "person") return "";
  const words = node.label.split(/[\s-]+/).filter((piece) => /^\p{L}/u.test(piece));
  return words.slice(-2).map((piece) => Array.from(piece)[0].toUpperCase()).join("");
}

/** A type's symbol for lists and the legend. */
function symbol(type, className = "") {
  const drawnAt = svg("svg", { viewBox: "-12 -12 24 24", class: `symbol ${className}`, "aria-hidden": "true" });
  drawnAt.append(shapeElement(outline(type, type === "country" ? 8 : 8.5), 0, 0, { class: `fill-${type}` }));
  return drawnAt;
}

/** A tie's line for lists and the legend. */
function stroke(type) {
  const dashes = knowledge.dashes[type];
  const drawnAt = svg("svg", { viewBox: "0 0 28 12", class: "stroke", "aria-hidden": "true" });
  drawnAt.append(svg("path", { d: "M1 6H27", class: `line-${type}`, "stroke-dasharray": dashes.length ? dashes.join(" ") : null }));
  if (DIRECTED.has(type)) drawnAt.append(svg("path", { d: "M21 2l6 4-6 4z", class: `head-${type}` }));
  return drawnAt;
}
