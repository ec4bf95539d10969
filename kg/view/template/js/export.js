/* The current view as files: PNG and SVG as it looks, CSV of its ties, GraphML; and the address that leads back to it. */

function startExport() {
  const menu = byId("share-menu");
  const opener = byId("share");
  const kinds = { png: () => onDrawing(savePng), svg: () => onDrawing(saveSvg), csv: saveCsv, graphml: saveGraphml, link: copyAddress, print: () => window.print() };
  const close = () => {
    menu.hidden = true;
    opener.setAttribute("aria-expanded", "false");
  };
  const open = () => {
    refill(menu, ...Object.entries(kinds).map(([kind, save]) => button(t(`export.${kind}`), () => {
      close();
      opener.focus();
      save();
    }, { role: "menuitem", "data-export": kind })));
    menu.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    menu.firstChild.focus();
  };
  opener.addEventListener("click", () => (menu.hidden ? open() : close()));
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else if (event.key === "Escape") {
      close();
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    if (!menu.hidden && !menu.contains(event.target) && !opener.contains(event.target)) close();
  });
}

/** Pictures need the drawing on the screen: from another view it is gone to first. */
function onDrawing(save) {
  if (state.view === "graph") return save();
  change({ view: "graph" }, { keep: false });
  return setTimeout(save, 300);
}

function download(content, type, ending) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = el("a");
  anchor.href = address;
  anchor.download = `${fold(knowledge.title || t("title")).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "graph"}.${ending}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  say(t("export.done", { name: anchor.download }));
}

function savePng() {
  const source = byId("canvas").querySelector("canvas");
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [source.width, source.height];
  const ctx = copy.getContext("2d");
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(source, 0, 0);
  copy.toBlob((blob) => download(blob, "image/png", "png"), "image/png");
}

/** The window's part of the drawing as SVG: every name is a text element, built as a document and so escaped by the browser. */
function saveSvg() {
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  const root = svg("svg", { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, "font-family": fontFamily });
  root.append(svg("title", {}, knowledge.title || t("title")), svg("rect", { width, height, fill: theme.ground }));
  const at = (n) => net.canvasToDOM(net.getPosition(n));
  for (const n of shown.ties) root.append(tieLine(ties[n], at(ties[n].a), at(ties[n].b)));
  const inOrder = [...shown.nodes].sort((one, other) => rankOf(nodes[one]) - rankOf(nodes[other]));
  for (const n of inOrder) root.append(nodeMark(nodes[n], at(n)));
  for (const n of inOrder) if (labels.has(n)) root.append(nameMark(nodes[n], at(n), labels.get(n)));
  download(legal(new XMLSerializer().serializeToString(root)), "image/svg+xml", "svg");
}

function tieLine(tie, from, to) {
  const bend = CURVES[tie.type] ?? 0;
  const middle = { x: (from.x + to.x) / 2 - (to.y - from.y) * bend, y: (from.y + to.y) / 2 + (to.x - from.x) * bend };
  const { color, opacity } = lineColour(tie.n);
  const dashes = lineDashes(tie.n);
  return svg("path", {
    d: `M${round2(from.x)} ${round2(from.y)}Q${round2(middle.x)} ${round2(middle.y)} ${round2(to.x)} ${round2(to.y)}`,
    fill: "none", stroke: color, "stroke-opacity": opacity, "stroke-width": round2(lineWidth(tie.n)), "stroke-dasharray": dashes ? dashes.map((d) => round2(d * zoom)).join(" ") : null,
  }, svg("title", {}, `${nameOf(nodes[tie.a])} – ${t(`tie.${tie.type}`)} – ${nameOf(nodes[tie.b])}`));
}

function nodeMark(node, { x, y }) {
  const r = radiusOf(node, zoom);
  const group = svg("g", {}, svg("title", {}, `${nameOf(node)} (${t(`type.${node.type}`)})`));
  const shape = outline(node.type, r);
  const flag = flagFor(node);
  if (flag) group.append(flagElement(flag, x, y, shape.w, shape.h));
  group.append(shapeElement(shape, x, y, { fill: flag ? "none" : theme.node[node.type], stroke: flag ? theme.node.country : theme.ground, "stroke-width": 1.6 }));
  const inside = flag ? "" : node.type === "country" || r >= 11.5 ? inscription(node) : "";
  if (inside) group.append(svg("text", { x, y: y + r * 0.33, "text-anchor": "middle", "font-size": round2(r * 0.85), "font-weight": 600, fill: theme.inverse }, inside));
  return group;
}

function nameMark(node, { x, y }, box) {
  const { size, font, minor } = fontOf(node);
  return svg("text", {
    x: round2(x + box.x), y: round2(y + box.y + size - 1), "font-size": size, "font-weight": font.split(" ")[0], fill: minor ? theme.soft : theme.ink,
    stroke: theme.ground, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round",
  }, shortName(node));
}

/** One row a tie. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function saveCsv() {
  const cell = (value) => {
    const text = String(value ?? "").replace(/^(?=[=+\-@\t\r])/, "'");
    return /[",\n\r;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const rows = [["source", "source_label", "source_type", "relation", "target", "target_label", "target_type", "reports", "first_day", "last_day"]];
  for (const n of shown.ties) {
    const tie = ties[n];
    const now = shown.now.get(n) ?? { held: [], reports: 0 };
    const days = now.held.map(firstDay).filter(Boolean).sort();
    const [a, b] = [nodes[tie.a], nodes[tie.b]];
    rows.push([a.id, nameOf(a), a.type, tie.type, b.id, nameOf(b), b.type, now.reports, days[0], days[days.length - 1]]);
  }
  download(`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`, "text/csv;charset=utf-8", "csv");
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    say(t("export.copied"));
  } catch {
    say(location.href);
  }
  byId("status").classList.add("flash");
  setTimeout(() => byId("status").classList.remove("flash"), 2500);
}
