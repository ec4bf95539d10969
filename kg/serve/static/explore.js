/* The graph step by step: a node's neighbours are asked for when it is opened, so that no graph is too large to walk. */
"use strict";

(() => {
  const FIRST = 14;
  const words = JSON.parse(document.getElementById("words").textContent);
  const looks = JSON.parse(document.getElementById("looks").textContent);
  const explorer = document.getElementById("explorer");
  const panel = document.getElementById("panel");
  const nodes = new vis.DataSet();
  const ties = new vis.DataSet();
  const opened = new Map(); // node → { shown, total } of its neighbours
  const links = new Map();
  const told = new Map(); // node → the reports of its strongest tie that is shown
  let toFit = true; // the drawing as a whole is shown until somebody has looked around

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shapeOf = (type) => looks.nodes[type.toLowerCase()] ?? { shape: "dot", size: 8 };

  const sizeOf = (link) => Math.min(shapeOf(link.type).size, 10) + (opened.has(link.id) ? 7 : 4);

  function dress(link) {
    const look = shapeOf(link.type);
    const flag = flagOf(link);
    const colour = style(`--node-${link.type.toLowerCase()}`) || style("--soft");
    return {
      id: link.id, shape: flag ? "image" : look.shape === "box" ? "square" : look.shape, image: flag || undefined, size: sizeOf(link),
      color: { background: colour, border: colour, highlight: { background: colour, border: style("--ink") }, hover: { background: colour, border: style("--ink") } },
    };
  }

  /** How a name is written: what was opened first and in bold, then by the reports of its ties. */
  function nameLook(id) {
    const link = links.get(id);
    const isOpen = opened.has(id);
    return {
      text: shortened(nameOf(link)), size: sizeOf(link), wide: flagOf(link) ? 1.46 : 1, bold: isOpen, soft: !isOpen && !["Person", "Country"].includes(link.type),
      rank: (isOpen ? 1e6 : 0) + (link.type === "Country" ? 1e3 : 0) + (told.get(id) ?? 0),
    };
  }

  function dressTie(tie) {
    const colour = style(`--tie-${tie.tie}`);
    return { color: { color: colour, highlight: colour, opacity: 0.85 }, dashes: looks.ties[tie.tie]?.length ? looks.ties[tie.tie] : false };
  }

  function shortened(text) {
    const most = canvas.clientWidth < 600 ? 22 : 34;
    return text.length > most ? `${text.slice(0, most - 2)}…` : text;
  }

  const canvas = document.getElementById("canvas");
  const network = new vis.Network(canvas, { nodes, edges: ties }, {
    physics: { solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -120, springLength: 120, springConstant: 0.05, avoidOverlap: 0.7 }, stabilization: { iterations: 120 }, minVelocity: 1.2 },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false } },
    edges: { smooth: false },
    layout: { randomSeed: 7 },
  });
  const names = drawNames(network, nameLook, style);

  function fit() {
    // with room for the names of the outermost nodes
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const before = { scale: network.getScale(), position: network.getViewPosition() };
    network.fit({ maxZoomLevel: 1.25 });
    const scale = network.getScale() * (canvas.clientWidth < 600 ? 0.8 : 0.92);
    const position = network.getViewPosition();
    if (!still) network.moveTo(before);
    network.moveTo({ scale, position, animation: still ? false : { duration: 400 } });
  }

  function say(text, fill = {}) {
    return Object.entries(fill).reduce((said, [key, value]) => said.replace(`{${key}}`, value), words[text] ?? text);
  }

  async function open(id) {
    const offset = opened.get(id)?.shown ?? 0;
    const response = await fetch(`/api/neighbours?${new URLSearchParams({ id, first: String(FIRST), offset: String(offset) })}`);
    if (!response.ok) throw new Error(String(response.status));
    const found = await response.json();
    document.getElementById("start").hidden = true;
    put(found.node);
    // what is tied alike stands side by side
    const kinds = [...new Set(found.neighbours.map((one) => one.tie))];
    const placed = [...found.neighbours].sort((a, b) => kinds.indexOf(a.tie) - kinds.indexOf(b.tie) || b.reports - a.reports);
    for (const [turn, one] of placed.entries()) {
      put(one.node, id, (turn / placed.length) * 2 * Math.PI);
      told.set(one.node.id, Math.max(told.get(one.node.id) ?? 0, one.reports));
      const [from, to] = one.outward ? [id, one.node.id] : [one.node.id, id];
      const key = `${from}\n${to}\n${one.tie}`;
      ties.update({ id: key, from, to, ...dressTie(one), tie: one.tie, width: 1 + Math.log2(1 + one.reports) * 0.6, facts: one.facts, reports: one.reports });
    }
    toFit = true;
    opened.set(found.node.id, { shown: offset + found.neighbours.length, total: found.total });
    nodes.update(dress(found.node));
    select(found.node.id);
    document.body.dataset.nodes = String(nodes.length);
  }

  function put(link, near, angle = 0) {
    links.set(link.id, link);
    if (nodes.get(link.id)) return;
    const place = near && network.getPositions([near])[near];
    nodes.add({ ...dress(link), ...(place ? { x: place.x + 150 * Math.cos(angle), y: place.y + 150 * Math.sin(angle) } : {}) });
  }

  function button(text, action, className = "") {
    const made = make("button", { type: "button", className, textContent: text });
    made.addEventListener("click", action);
    return made;
  }

  function entry(link) {
    return make("a", { className: "entry", href: addressOf(link.id) }, symbolOf(link), make("span", { textContent: nameOf(link), lang: "vi" }));
  }

  function select(id) {
    network.selectNodes([id]);
    const link = links.get(id);
    const state = opened.get(id);
    const rest = state ? state.total - state.shown : null;
    const grow = rest === 0 ? make("span", { className: "soft", textContent: say("explore.grown") })
      : button(say("explore.grow", { n: rest === null ? "" : String(Math.min(rest, FIRST)) }).trim(), () => openOrTell(id), "primary");
    grow.id = "grow";
    const around = ties.get({ filter: (tie) => tie.from === id || tie.to === id }).sort((a, b) => b.reports - a.reports);
    panel.replaceChildren(
      make("p", { className: "kind" }, symbolOf(link), say(`type.${link.type.toLowerCase()}`)),
      make("h2", { textContent: nameOf(link), lang: "vi" }),
      make("p", { className: "actions" }, grow, make("a", { className: "button", href: addressOf(id), textContent: say("explore.open") }),
        button(say("explore.clear"), () => restart(id)), button(say("explore.hide"), () => hide(id))),
      ...kindsOf(around).flatMap(([kind, alike]) => [
        make("h3", { className: "tie-kind" }, swatch(kind), say(`tie.${kind}`), make("span", { className: "count", textContent: alike.length })),
        make("ul", { className: "ties" }, ...alike.map((tie) => tieLine(tie, id))),
      ]),
      make("p", { className: "soft", textContent: say("explore.nodes", { n: nodes.length, m: ties.length }) }),
    );
    panel.scrollTop = 0;
    const address = new URL(location.href);
    address.searchParams.set("focus", id);
    history.replaceState(null, "", address);
  }

  /** The ties by kind, the kind with the most reports first. */
  function kindsOf(around) {
    const kinds = new Map();
    for (const tie of around) kinds.set(tie.tie, [...(kinds.get(tie.tie) ?? []), tie]);
    return [...kinds];
  }

  /** The line with which a kind of tie is drawn. */
  function swatch(kind) {
    const SVG = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(SVG, "svg");
    const line = document.createElementNS(SVG, "path");
    drawing.setAttribute("class", "swatch");
    drawing.setAttribute("viewBox", "0 0 26 8");
    drawing.setAttribute("aria-hidden", "true");
    line.setAttribute("class", `line-${kind}`);
    line.setAttribute("d", "M0 4h26");
    line.setAttribute("stroke-dasharray", (looks.ties[kind] ?? []).join(" "));
    drawing.append(line);
    return drawing;
  }

  function tieLine(tie, id) {
    const other = links.get(tie.from === id ? tie.to : tie.from);
    const name = button("", () => select(other.id), "text entry");
    name.append(symbolOf(other), make("span", { textContent: nameOf(other), lang: "vi" }));
    const reports = tie.reports > 1 ? make("span", { className: "count", textContent: tie.reports, title: say("explore.reports", { n: tie.reports }) }) : "";
    const line = make("li", { className: "tie" }, name, reports);
    if (tie.facts.length) line.append(make("details", {}, make("summary", { textContent: say("explore.facts", { n: tie.facts.length }) }), make("ul", {}, ...tie.facts.map((fact) => make("li", {}, entry(fact))))));
    return line;
  }

  function hide(id) {
    nodes.remove(id);
    ties.remove(ties.get({ filter: (tie) => tie.from === id || tie.to === id }).map((tie) => tie.id));
    opened.delete(id);
    panel.replaceChildren();
  }

  function restart(id) {
    nodes.clear();
    ties.clear();
    opened.clear();
    openOrTell(id);
  }

  function openOrTell(id) {
    open(id).catch(() => panel.prepend(make("p", { className: "fault", role: "alert", textContent: say("explore.fault") })));
  }

  network.on("click", ({ nodes: clicked, pointer }) => {
    const id = clicked[0] ?? names.at(pointer.canvas.x, pointer.canvas.y);
    if (id) select(id);
  });
  network.on("doubleClick", ({ nodes: clicked }) => { if (clicked.length && (opened.get(clicked[0])?.shown ?? -1) !== opened.get(clicked[0])?.total) openOrTell(clicked[0]); });
  network.on("stabilized", () => {
    document.body.dataset.calm = "yes";
    if (toFit) fit();
    toFit = false;
  });
  document.getElementById("fit").addEventListener("click", fit);
  document.addEventListener("chosen", (event) => {
    if (!shapeOf(event.detail.type) || !(event.detail.type.toLowerCase() in looks.nodes)) return;
    event.preventDefault();
    openOrTell(event.detail.id);
  });
  document.addEventListener("retheme", () => {
    nodes.update([...links.values()].filter((link) => nodes.get(link.id)).map(dress));
    ties.update(ties.get().map((tie) => ({ id: tie.id, ...dressTie(tie) })));
  });
  if (explorer.dataset.focus) openOrTell(explorer.dataset.focus);
})();
