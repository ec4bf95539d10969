/* The current view as GraphML, for Gephi, yEd, networkx: built as a document, so that the browser escapes what is in it. */

const GRAPHML = "http://graphml.graphdrawing.org/xmlns";
const GRAPHML_KEYS = [
  ["label", "node", "string"], ["label_en", "node", "string"], ["type", "node", "string"], ["x", "node", "double"], ["y", "node", "double"],
  ["relation", "edge", "string"], ["reports", "edge", "int"], ["first_day", "edge", "string"], ["last_day", "edge", "string"],
];

function saveGraphml() {
  const file = document.implementation.createDocument(GRAPHML, "graphml", null);
  const add = (parent, name, attributes, text = "") => {
    const made = parent.appendChild(file.createElementNS(GRAPHML, name));
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== "") made.append(file.createTextNode(text));
    return made;
  };
  for (const [name, domain, type] of GRAPHML_KEYS) add(file.documentElement, "key", { id: name, for: domain, "attr.name": name, "attr.type": type });
  const graph = add(file.documentElement, "graph", { id: "G", edgedefault: "directed" });
  for (const [n, { x, y }] of places()) {
    const node = nodes[n];
    const made = add(graph, "node", { id: node.id });
    for (const [key, value] of [["label", node.label], ["label_en", node.en], ["type", node.type], ["x", x], ["y", y]]) if (value !== "") add(made, "data", { key }, value);
  }
  for (const n of shown.ties) {
    const tie = ties[n];
    const now = shown.now.get(n) ?? { held: [], reports: 0 };
    const days = now.held.map(firstDay).filter(Boolean).sort();
    const made = add(graph, "edge", { id: `t${n}`, source: nodes[tie.a].id, target: nodes[tie.b].id });
    add(made, "data", { key: "relation" }, tie.type);
    add(made, "data", { key: "reports" }, now.reports);
    if (days.length) {
      add(made, "data", { key: "first_day" }, days[0]);
      add(made, "data", { key: "last_day" }, days[days.length - 1]);
    }
  }
  download(`<?xml version="1.0" encoding="UTF-8"?>\n${legal(new XMLSerializer().serializeToString(file))}\n`, "application/xml", "graphml");
}

/** A document without the control characters that XML 1.0 has no way to write. */
function legal(text) {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
