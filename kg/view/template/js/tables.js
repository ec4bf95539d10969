/* The same content as tables: nodes, ties, holdings and events that are shown, sortable, for those who prefer or need them. */

const PAGE_ROWS = 200;
const sorting = { table: "ties", column: 3, down: true, rows: PAGE_ROWS };

/** name → {columns, rows}; a cell is {text, sort, go}: what is shown, what is sorted by, what a click opens. */
const TABLES = {
  ties: () => ({
    columns: ["column.from", "column.relation", "column.to", "column.reports", "column.first", "column.last"],
    rows: [...shown.ties].map((n) => ties[n]).filter((tie) => !STRUCTURAL.has(tie.type)).map((tie) => {
      const { held, reports } = shown.now.get(tie.n);
      const days = held.map(firstDay).filter(Boolean).sort();
      return [nodeCell(tie.a), { text: t(`tie.${tie.type}`), go: () => select("tie", tieKey(tie)) }, nodeCell(tie.b), { text: String(reports), sort: reports }, dayCell(days[0]), dayCell(days[days.length - 1])];
    }),
  }),
  nodes: () => ({
    columns: ["column.name", "column.type", "column.country", "column.ties", "column.mentions"],
    rows: [...shown.nodes].map((n) => nodes[n]).map((node) => {
      const many = tiesOf[node.n].filter((n) => shown.ties.has(n)).length;
      return [nodeCell(node.n), { text: t(`type.${node.type}`) }, node.country >= 0 ? nodeCell(node.country) : { text: "" }, { text: String(many), sort: many }, { text: String(node.claims.length), sort: node.claims.length }];
    }),
  }),
  holdings: () => ({
    columns: ["column.person", "column.office", "column.status", "column.from_day", "column.until_day", "column.seen"],
    rows: facts.filter((fact) => fact.is === "holding" && holds(fact) && nodesOf(fact).some((n) => shown.nodes.has(n))).map((fact) =>
      [nodeCell(fact.holder), nodeCell(fact.office), { text: fact.source ? t("terms.background") : word("status", fact.status) }, dayCell(fact.begin), dayCell(fact.end), dayCell(fact.attested[fact.attested.length - 1])]),
  }),
  events: () => ({
    columns: ["column.date", "column.event", "column.type", "column.modality", "column.reports"],
    rows: facts.filter((fact) => fact.is === "event" && holds(fact) && nodesOf(fact).some((n) => shown.nodes.has(n))).map((fact) =>
      [{ text: shownWhen(fact), sort: fact.begin || "9999" }, { text: eventName(fact), go: () => choose({ is: "event", id: fact.id }) }, { text: word("event", fact.type) }, { text: word("modality", fact.modality) }, { text: String(fact.reports), sort: fact.reports }]),
  }),
};

function nodeCell(n) {
  return n >= 0 ? { text: nameOf(nodes[n]), go: () => choose({ is: "node", id: nodes[n].id }) } : { text: "" };
}

function dayCell(day) {
  return { text: day ? shownDay(day) : "", sort: day ?? "" };
}

function startTables() {
  watch((now, before) => {
    if (now.view === "tables" && (now === before || ["view", "off", "day", "span", "focus", "depth", "grown", "hidden"].some((key) => now[key] !== before[key]))) drawTables();
  });
  if (state.view === "tables") drawTables();
}

function drawTables() {
  const { columns, rows } = TABLES[sorting.table]();
  const column = Math.min(sorting.column, columns.length - 1);
  const collator = new Intl.Collator("vi", { numeric: true });
  const value = (row) => row[column].sort ?? row[column].text;
  rows.sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    const order = typeof a === "number" ? a - b : collator.compare(a, b);
    return sorting.down ? -order : order;
  });
  const tabs = el("div.tabs", { role: "group", "aria-label": t("views.tables") }, Object.keys(TABLES).map((name) =>
    button(t(`table.${name}`), () => turn({ table: name, column: name === "ties" ? 3 : 0, down: name === "ties", rows: PAGE_ROWS }), { "data-keep": `tab-${name}`, "aria-pressed": String(name === sorting.table) })));
  const head = el("tr", {}, columns.map((key, k) => el("th", { scope: "col", "aria-sort": k === column ? (sorting.down ? "descending" : "ascending") : "none" },
    button(t(key), () => turn({ column: k, down: k === sorting.column ? !sorting.down : false }), { "data-keep": `column-${k}` }, ))));
  const opening = (text, go) => button(text, go, { class: text.length < 20 ? "text short" : "text" });
  const cell = ({ text, go }, k) => (k ? el("td", {}, go ? opening(text, go) : text) : el("th", { scope: "row" }, go ? opening(text, go) : text));
  const body = rows.slice(0, sorting.rows).map((row) => el("tr", {}, row.map(cell)));
  const table = el("table", {}, el("caption", {}, `${t(`table.${sorting.table}`)}: ${t("table.rows", { n: figure(rows.length) })}`), el("thead", {}, head), el("tbody", {}, body));
  const more = rows.length > sorting.rows ? button(t("table.more", { n: Math.min(PAGE_ROWS * 5, rows.length - sorting.rows) }), () => turn({ rows: sorting.rows + PAGE_ROWS * 5 }), { "data-keep": "more-rows" }) : null;
  refill(byId("tables"), tabs, el("div.table-box", { tabindex: 0, role: "region", "aria-label": t(`table.${sorting.table}`) }, table), ...(more ? [more] : []));
}

function turn(patch) {
  Object.assign(sorting, patch);
  drawTables();
}
