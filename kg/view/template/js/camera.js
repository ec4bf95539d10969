/* Where the window looks: everything with its names, a few nodes, nearer or further. */

/* On a phone the drawing is rather cut than made unreadable. */
const SMALLEST = 0.4;
let looked = false;

/** Show all that is visible, with room for names at the edges. */
function fit(animated = true) {
  look([...shown.nodes], 1.25, animated);
}

/** Move the view so that `numbers` are seen, without zooming in further than needed. */
function moveTo(numbers) {
  if (state.view !== "graph") return;
  const inside = numbers.filter((n) => shown.nodes.has(n));
  if (inside.length === 1) net.moveTo({ position: net.getPosition(inside[0]), scale: Math.max(net.getScale(), 0.9), animation: gliding(450) });
  else look(inside, 1.3, true);
}

/* As much of a lesser name as counts when the window is filled. */
const NAME_ROOM = 64;

/** Zoom and centre so that `numbers` and their names are inside the window; the longer ones of lesser nodes may not be. */
function look(numbers, closest, animated) {
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  looked = width > 0;
  if (!numbers.length || !looked || state.view !== "graph") return;
  const bar = byId("focus-bar");
  const top = state.focus ? bar.offsetTop + bar.offsetHeight + 8 : 18;
  let frame = { left: 0, right: 0, top: 0, bottom: 0 };
  let scale = closest;
  for (let round = 0; round < 4; round += 1) {
    frame = frameOf(numbers, scale);
    const tight = Math.min((width - 30) / (frame.right - frame.left), (height - top - 18) / (frame.bottom - frame.top));
    if (tight >= 1 && round) break;
    scale = Math.min(closest, scale * tight);
  }
  const position = { x: (frame.left + frame.right) / 2 / scale, y: ((frame.top + frame.bottom) / 2 - (top - 18) / 2) / scale };
  const middle = state.focus && shown.nodes.has(numberOf.get(state.focus)) ? [numberOf.get(state.focus)] : numbers;
  if (scale < SMALLEST && width < 600) Object.assign(position, net.getPosition(middle.reduce((a, b) => (rankOf(nodes[b]) > rankOf(nodes[a]) ? b : a))));
  net.moveTo({ position, scale: width < 600 ? Math.max(SMALLEST, scale) : scale, animation: animated && gliding(450) });
}

/** What `numbers` and their names cover at `scale`, in screen pixels from the drawing's origin. */
function frameOf(numbers, scale) {
  const names = placeLabels(numbers, scale, new Set(), placeOf, halfOf);
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const n of numbers) {
    const half = halfOf(nodes[n], scale);
    const name = nodes[n].type === "office" ? null : names.get(n);
    const [x, y] = [placeOf(n).x * scale, placeOf(n).y * scale];
    const most = weighty(nodes[n]) ? Infinity : half.w + NAME_ROOM;
    frame.left = Math.min(frame.left, x - half.w, name ? x + Math.max(name.x, -most) : Infinity);
    frame.right = Math.max(frame.right, x + half.w, name ? x + Math.min(name.x + name.w, most) : -Infinity);
    frame.top = Math.min(frame.top, y - half.h, name ? y + name.y : Infinity);
    frame.bottom = Math.max(frame.bottom, y + half.h, name ? y + name.y + name.h : -Infinity);
  }
  return frame;
}

function gliding(duration) {
  return net.calm ? false : { duration, easingFunction: "easeInOutCubic" };
}

function zoomBy(factor) {
  net.moveTo({ scale: Math.min(6, Math.max(0.03, net.getScale() * factor)), animation: gliding(200) });
}
