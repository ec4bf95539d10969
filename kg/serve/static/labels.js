/* Names beside the nodes of the drawing: of one size on the screen, on the side that is free, and left out where there is no room. */
"use strict";

/**
 * Draws the names. `look(id)` gives { text, size, rank, bold, soft }: half the node's height in the drawing, and who comes first.
 * What is selected or pointed at is always named. Returns `at(x, y)`: whose name stands at a place of the drawing.
 */
function drawNames(network, look, style) {
  const GAP = 4; // pixels on the screen
  const sides = { right: [1, 0], left: [-1, 0], below: [0, 1], above: [0, -1] };
  let named = [];
  let pointed = null;

  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  function box(place, look, side, unit, width, height) {
    const [x, y] = sides[side];
    const middle = place.x + x * (look.size * look.wide + GAP * unit + width / 2);
    const centre = place.y + y * (look.size + 2 * unit + height / 2);
    return { left: middle - width / 2, right: middle + width / 2, top: centre - height / 2, bottom: centre + height / 2, x: middle, y: centre };
  }

  /** The sides in the order in which they are tried: away from where the ties of the node lead. */
  function order(place, others) {
    if (others.length !== 1 && !others.some(Boolean)) return ["below", "right", "left", "above"];
    const dx = place.x - others.reduce((sum, other) => sum + other.x, 0) / others.length;
    const dy = place.y - others.reduce((sum, other) => sum + other.y, 0) / others.length;
    if (others.length > 6) return ["below", "above", "right", "left"];
    const across = dx < 0 ? ["left", "right"] : ["right", "left"];
    const along = dy < 0 ? ["above", "below"] : ["below", "above"];
    return Math.abs(dx) > Math.abs(dy) * 0.45 ? [across[0], along[0], along[1], across[1]] : [along[0], across[0], across[1], along[1]];
  }

  network.on("hoverNode", ({ node }) => { pointed = node; network.redraw(); });
  network.on("blurNode", () => { pointed = null; network.redraw(); });
  network.on("afterDrawing", (context) => {
    const unit = 1 / network.getScale();
    const places = network.getPositions();
    const ids = Object.keys(places);
    const looks = new Map(ids.map((id) => [id, look(id)]));
    const forced = new Set([...network.getSelectedNodes(), pointed].filter((id) => id && looks.has(id)));
    const rank = (id) => looks.get(id).rank + (forced.has(id) ? 1e9 : 0);
    const taken = ids.map((id) => {
      const { size, wide } = looks.get(id);
      return { id, left: places[id].x - size * wide, right: places[id].x + size * wide, top: places[id].y - size, bottom: places[id].y + size };
    });
    const set = [];
    const { clientWidth, clientHeight } = network.canvas.frame;
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const far = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    const seen = (room) => room.left >= corner.x && room.right <= far.x && room.top >= corner.y && room.bottom <= far.y;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    named = [];
    for (const id of ids.sort((a, b) => rank(b) - rank(a))) {
      const one = looks.get(id);
      const letters = (one.bold ? 14 : 12.5) * unit;
      const font = `${one.bold ? 650 : 400} ${letters}px ${style("--font")}`;
      context.font = font;
      const width = context.measureText(one.text).width;
      const tried = order(places[id], network.getConnectedNodes(id).map((other) => places[other]).filter(Boolean));
      const free = (side) => {
        const room = box(places[id], one, side, unit, width + 2 * unit, letters * 1.25);
        return seen(room) && set.every((other) => !overlap(room, other)) && taken.every((other) => other.id === id || !overlap(room, other)) ? room : null;
      };
      const found = tried.reduce((room, side) => room ?? free(side), null) ?? (forced.has(id) ? box(places[id], one, tried[0], unit, width, letters * 1.25) : null);
      if (!found) continue;
      set.push(found);
      named.push({ id, ...found, text: one.text, font, letters, soft: one.soft });
    }
    for (const one of named.reverse()) {
      context.font = one.font;
      context.strokeStyle = style("--ground");
      context.lineWidth = one.letters * 0.32;
      context.strokeText(one.text, one.x, one.y);
      context.fillStyle = style(one.soft ? "--soft" : "--ink");
      context.fillText(one.text, one.x, one.y);
    }
    document.body.dataset.named = String(named.length);
  });

  return { at: (x, y) => named.find((one) => one.left <= x && x <= one.right && one.top <= y && y <= one.bottom)?.id ?? null };
}
