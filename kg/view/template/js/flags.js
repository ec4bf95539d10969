/* Flags of countries, painted in plain shapes on a ground that is 3 wide and 2 high: in the drawing, in lists, in exported pictures. */

const flagOf = new Map(Object.entries(knowledge.flags));

/** The shapes of a country's flag; undefined for whatever has none. */
function flagFor(node) {
  return node.type === "country" ? flagOf.get(node.iso) : undefined;
}

/** Paint a flag into the path that is traced, whose box is `w` wide and `h` high around x, y. */
function paintFlag(ctx, shapes, x, y, w, h) {
  ctx.save();
  ctx.clip();
  ctx.translate(x - w / 2, y - h / 2);
  ctx.scale(w / 3, h / 2);
  for (const [colour, numbers] of shapes) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    if (numbers.length === 3) ctx.arc(...numbers, 0, 2 * Math.PI);
    else for (let k = 0; k < numbers.length; k += 2) ctx.lineTo(numbers[k], numbers[k + 1]);
    ctx.fill();
  }
  ctx.restore();
}

/** A flag as SVG at the same place; an inner drawing is cut at its box by itself. */
function flagElement(shapes, x, y, w, h) {
  const inner = svg("svg", { x: x - w / 2, y: y - h / 2, width: w, height: h, viewBox: "0 0 3 2", preserveAspectRatio: "none" });
  inner.append(...shapes.map(([fill, numbers]) =>
    numbers.length === 3 ? svg("circle", { cx: numbers[0], cy: numbers[1], r: numbers[2], fill }) : svg("polygon", { points: numbers.join(" "), fill })));
  return inner;
}

/** What stands for a node in lists: a country's flag, else its type's symbol. */
function sign(node) {
  const shapes = flagFor(node);
  if (!shapes) return symbol(node.type);
  const drawnAt = svg("svg", { viewBox: "-12 -12 24 24", class: "symbol flag", "aria-hidden": "true" }, flagElement(shapes, 0, 0, 22, 14.7));
  drawnAt.append(svg("rect", { x: -11, y: -7.35, width: 22, height: 14.7, rx: 2, class: "flag-rim" }));
  return drawnAt;
}
