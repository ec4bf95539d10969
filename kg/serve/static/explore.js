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
  let toFit = true; // the drawing as a whole is shown until somebody has looked around

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shapeOf = (type) => looks.nodes[type.toLowerCase()] ?? { shape: "dot", size: 8 };

  function dress(link) {
    const look = shapeOf(link.type);
    const colour = style(`--node-${link.type.toLowerCase()}`) || style("--soft");
    return {
      id: link.id, label: shortened(nameOf(link)), shape: look.shape === "box" ? "square" : look.shape, size: Math.min(look.size, 10) + 4,
      color: { background: colour, border: colour, highlight: { background: colour, border: style("--ink") } },
      font: { color: style("--ink"), face: style("--font"), size: 13, strokeWidth: 3, strokeColor: style("--ground") },
    };
  }

  function dressTie(tie) {
    const colour = style(`--tie-${tie.tie}`);
    return { color: { color: colour, highlight: colour, opacity: 0.85 }, dashes: looks.ties[tie.tie]?.length ? looks.ties[tie.tie] : false };
  }

  function shortened(text) {
    return text.length > 34 ? `${text.slice(0, 32)}…` : text;
  }

  const network = new vis.Network(document.getElementById("canvas"), { nodes, edges: ties }, {
    physics: { solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -110, springLength: 130, springConstant: 0.06, avoidOverlap: 0.9 }, stabilization: { iterations: 120 }, minVelocity: 1.2 },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false } },
    edges: { smooth: false },
    layout: { randomSeed: 7 },
  });

  function fit() {
    network.fit({ maxZoomLevel: 1.1, animation: !matchMedia("(prefers-reduced-motion: reduce)").matches });
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
    for (const one of found.neighbours) {
      put(one.node, id);
      const [from, to] = one.outward ? [id, one.node.id] : [one.node.id, id];
      const key = `${from}\n${to}\n${one.tie}`;
      ties.update({ id: key, from, to, ...dressTie(one), tie: one.tie, width: 1 + Math.log2(1 + one.reports) * 0.6, facts: one.facts, reports: one.reports });
    }
    toFit = true;
    opened.set(found.node.id, { shown: offset + found.neighbours.length, total: found.total });
    select(found.node.id);
    document.body.dataset.nodes = String(nodes.length);
  }

  function put(link, near) {
    links.set(link.id, link);
    if (nodes.get(link.id)) return;
    const place = near && network.getPositions([near])[near];
    nodes.add({ ...dress(link), ...(place ? { x: place.x + (Math.random() - 0.5) * 160, y: place.y + (Math.random() - 0.5) * 160 } : {}) });
  }

  function button(text, action, className = "") {
    const made = make("button", { type: "button", className, textContent: text });
    made.addEventListener("click", action);
    return made;
  }

  function entry(link) {
    return make("a", { className: "entry", href: addressOf(link.id) }, symbolOf(link.type), make("span", { textContent: nameOf(link), lang: "vi" }));
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
      make("p", { className: "kind" }, symbolOf(link.type), say(`type.${link.type.toLowerCase()}`)),
      make("h2", { textContent: nameOf(link), lang: "vi" }),
      make("p", { className: "actions" }, grow, make("a", { className: "button", href: addressOf(id), textContent: say("explore.open") }),
        button(say("explore.clear"), () => restart(id)), button(say("explore.hide"), () => hide(id))),
      make("h3", { textContent: `${say("explore.ties")} (${around.length})` }),
      make("ul", { className: "lines" }, ...around.map((tie) => tieLine(tie, id))),
      make("p", { className: "soft", textContent: say("explore.nodes", { n: nodes.length, m: ties.length }) }),
    );
    panel.scrollTop = 0;
    const address = new URL(location.href);
    address.searchParams.set("focus", id);
    history.replaceState(null, "", address);
  }

  function tieLine(tie, id) {
    const other = links.get(tie.from === id ? tie.to : tie.from);
    const name = button("", () => select(other.id), "text entry");
    name.append(symbolOf(other.type), make("span", { textContent: nameOf(other), lang: "vi" }));
    const head = [name, make("span", { className: "soft", textContent: ` ${say(`tie.${tie.tie}`)}${tie.reports > 1 ? ` · ${tie.reports}` : ""}` })];
    if (!tie.facts.length) return make("li", { className: "line" }, ...head);
    return make("li", { className: "line" }, ...head, make("details", {}, make("summary", { textContent: say("explore.facts", { n: tie.facts.length }) }), make("ul", {}, ...tie.facts.map((fact) => make("li", {}, entry(fact))))));
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

  network.on("click", ({ nodes: clicked }) => { if (clicked.length) select(clicked[0]); });
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
