/* The panel: everything known of the selected node, tie or event, each statement with its evidence. */

function startPanel() {
  watch((now, before) => {
    const other = ["selected", "path", "day", "off", "pinned", "focus", "grown"].some((key) => now[key] !== before[key]) || now === before;
    if (other) drawPanel(now.selected !== before.selected);
  });
  drawPanel(false);
}

function drawPanel(fresh) {
  const panel = byId("panel");
  const chosen = state.selected;
  const content =
    !chosen || chosen.is === "article" ? overview()
    : chosen.is === "node" ? nodePanel(nodes[numberOf.get(chosen.id)])
    : chosen.is === "tie" ? tiePanel(ties[tieOf.get(chosen.id)])
    : factPanel(facts[factOf.get(chosen.id)]);
  const top = panel.scrollTop;
  refill(panel, ...content);
  panel.scrollTop = fresh ? 0 : top;
  if (fresh && chosen) document.body.classList.add("with-panel");
}

/** A node by name that can be clicked wherever it is mentioned. */
function nodeButton(node) {
  return button(nameOf(node), () => choose({ is: "node", id: node.id }), { class: "node", title: t(`type.${node.type}`) }, sign(node));
}

function closing() {
  return button("", () => {
    change({ selected: null, path: null });
    document.body.classList.remove("with-panel");
  }, { class: "quiet close", "aria-label": t("panel.close"), title: t("panel.close") }, "×");
}

function heading(kind, title, second, sign) {
  return el("header", {}, el("p.kind", {}, sign, kind), closing(), el("h2", {}, title), second ? el("p.second", {}, second) : null);
}

function section(title, ...content) {
  const inside = content.flat(Infinity).filter((one) => one instanceof Node);
  return inside.length ? el("section", {}, el("h3", {}, title), ...inside) : null;
}

function nodePanel(node) {
  const own = factsOf[node.n].map((n) => facts[n]).filter((fact) => holds(fact) || fact.is === "holding");
  const holdings = own.filter((fact) => fact.is === "holding" && !(fact.source && toldBesides(fact)));
  const relations = own.filter((fact) => fact.is === "relation");
  const events = own.filter((fact) => fact.is === "event");
  const kind = [t(`type.${node.type}`), node.kind ? conceptName(node.kind) : "", node.country >= 0 && node.type !== "office" ? nameOf(nodes[node.country]) : ""];
  const others = [...new Set([node.iso, ...node.aliases])].filter((name) => name && name !== node.label && name !== node.en);
  return [
    heading(kind.filter(Boolean).join(" · "), nameOf(node), otherName(node), sign(node)),
    others.length ? el("p.soft", {}, t("panel.also", { names: others.join(" · ") })) : null,
    node.n < drawn ? actions(node) : el("p.soft", {}, t("panel.undrawn")),
    node.n < drawn && state.path ? pathSection(node) : null,
    contradictionsOf(node.n, own),
    node.type === "office" && node.owner >= 0 ? el("p", {}, nodeButton(nodes[node.owner])) : null,
    section(t(node.type === "office" ? "panel.holders" : "panel.offices"), holdings.length ? terms(holdings, node.type === "office" ? "holder" : "office") : null),
    section(t("panel.relations"), relations.map((fact) => unfolding([el("span.head", {}, eventName(fact)), el("span.when", {}, fact.begin ? shownDay(fact.begin) : "")], fact.claims))),
    belongings(node),
    section(t("panel.ties"), tieGroups(node)),
    section(`${t("panel.events")} (${events.length})`, events.map((fact) => eventItem(fact))),
    node.n < drawn && !state.path ? pathSection(node) : null,
    mentions(node),
    limitsNote(),
    node.same_as?.length ? section(t("panel.same"), node.same_as.map((address) => el("p", {}, link(address, address)))) : null,
  ];
}

/** Whether the articles themselves tell when a term began that a table has too. */
function toldBesides(term) {
  return holdersOf.get(term.office).some((fact) =>
    !fact.source && fact.holder === term.holder && fact.begin && fact.begin >= term.begin && !(term.end && fact.begin >= term.end));
}

function actions(node) {
  const focused = state.focus === node.id;
  const pinned = state.pinned.some(([id]) => id === node.id);
  return el("div.actions", {},
    button(t(focused ? "action.unfocus" : "action.focus"), () => (focused ? unfocus() : focusOn(node.id)), { "data-keep": "focus", "aria-pressed": String(focused) }),
    state.focus && !focused && !state.grown.includes(node.id) ? button(t("action.grow"), () => grow(node.id), { "data-keep": "grow" }) : null,
    button(t(pinned ? "action.unpin" : "action.pin"), () => (pinned ? unpin(node.n) : pin(node.n)), { "data-keep": "pin", "aria-pressed": String(pinned) }),
    button(t("action.hide"), () => hide(node.id), { "data-keep": "hide" }));
}

/** The offices and bodies of a country or a body. */
function belongings(node) {
  const owned = tiesOf[node.n].map((n) => ties[n]).filter((tie) => STRUCTURAL.has(tie.type) && tie.b === node.n).map((tie) => nodes[tie.a]);
  owned.sort((one, other) => (one.rank || 99) - (other.rank || 99) || other.weight - one.weight);
  return section(t("panel.belongings"), owned.length ? el("ul.plain", {}, owned.map((one) => el("li", {}, nodeButton(one)))) : null);
}

const MOST_LISTED = 8;

/** Neighbours by kind of tie, the strongest first. */
function tieGroups(node) {
  const groups = new Map();
  for (const n of tiesOf[node.n]) {
    const tie = ties[n];
    if (STRUCTURAL.has(tie.type) || tie.type === "holds" || !shown.now.get(n)?.held.length) continue;
    if (!groups.has(tie.type)) groups.set(tie.type, []);
    groups.get(tie.type).push(tie);
  }
  return [...groups].map(([type, list]) => {
    list.sort((one, other) => shown.now.get(other.n).reports - shown.now.get(one.n).reports);
    const row = (tie) => el("li", {}, tieButton(tie, nodes[tie.a === node.n ? tie.b : tie.a]));
    const rest = list.slice(MOST_LISTED);
    return el("div.ties", {}, el("h4", {}, stroke(type), t(`tie.${type}`)), el("ul.plain", {}, list.slice(0, MOST_LISTED).map(row)),
      rest.length ? el("details", {}, el("summary", {}, t("panel.more", { n: rest.length })), el("ul.plain", {}, rest.map(row))) : null);
  });
}

function tieButton(tie, node) {
  const { reports } = shown.now.get(tie.n) ?? tie;
  return button("", () => select("tie", tieKey(tie)), { class: "node tie", title: counted("count.reports", reports) }, sign(node), el("span.name", {}, nameOf(node)), el("span.count", {}, String(reports)));
}

function eventItem(fact) {
  const planned = fact.modality === "happened" ? null : el("span.status", {}, word("modality", fact.modality));
  return unfolding(
    [el("span.when", {}, shownWhen(fact)), el("span.head", {}, eventName(fact), planned)],
    fact.claims,
    [el("p.source", {}, button(t("panel.open"), () => choose({ is: "event", id: fact.id }), { class: "text" }), el("span.soft", {}, counted("count.reports", fact.reports)))],
  );
}

function tiePanel(tie) {
  const now = tieNow(tie);
  return [
    heading(t(`tie.${tie.type}`), `${nameOf(nodes[tie.a])} – ${nameOf(nodes[tie.b])}`, counted("count.reports", now.reports), stroke(tie.type)),
    el("p", {}, nodeButton(nodes[tie.a]), " ", nodeButton(nodes[tie.b])),
    tie.type === "holds" ? terms(now.held, "office")
    : STRUCTURAL.has(tie.type) ? el("p.soft", {}, t("panel.structural"))
    : section(t("panel.facts"), now.held.sort(inTime).map((fact) => (fact.is === "event" ? eventItem(fact) : unfolding([el("span.when", {}, fact.begin ? shownDay(fact.begin) : ""), el("span.head", {}, eventName(fact))], fact.claims)))),
  ];
}

function factPanel(fact) {
  if (fact.is === "holding") return [heading(t("tie.holds"), nameOf(nodes[fact.holder]), "", stroke("holds")), terms([fact], "office")];
  const row = (label, value) => (value ? [el("dt", {}, label), el("dd", {}, value)] : null);
  const place = fact.at === undefined ? fact.place : nodeButton(nodes[fact.at]);
  return [
    heading(fact.is === "relation" ? t("tie.relation") : word("event", fact.type), eventName(fact), "", el("span.dot")),
    contradictionsOf(-1, [fact]),
    el("dl", {},
      row(t("event.date"), fact.is === "relation" ? fact.begin && shownDay(fact.begin) : shownWhen(fact)), row(t("event.place"), place),
      fact.is === "event" ? row(t("event.modality"), word("modality", fact.modality)) : null, row(t("event.level"), fact.level && conceptName(fact.level)),
      fact.is === "event" ? row(t("event.reports"), String(fact.reports)) : null),
    fact.parts ? section(t("event.parts"), el("ul.plain", {}, fact.parts.map(([n, role, acting, byTitle]) => el("li", {}, nodeButton(nodes[n]), el("span.soft", {}, word("part", role)),
      acting >= 0 && facts[acting].office >= 0 ? el("span.soft", {}, t("event.acting", { office: nameOf(nodes[facts[acting].office]) })) : null, byTitle ? el("span.soft", {}, t("event.by_title")) : null)))) : null,
    section(t("panel.evidence"), fact.claims.length ? evidence(fact.claims) : null),
  ];
}

/** Contradictions about a node or its facts, with both sides' sentences. */
function contradictionsOf(n, own) {
  const numbers = new Set(own.map((fact) => fact.n));
  const found = knowledge.contradictions.filter((one) => (one.about >= 0 && one.about === n) || (one.fact >= 0 && numbers.has(one.fact)));
  return found.length ? el("section.contradiction", {}, el("h3", {}, t("panel.contradiction")), found.map(contradictionRow)) : null;
}

function mentions(node) {
  if (!node.claims.length) return null;
  const inner = el("div");
  const details = el("details.mentions", { on: { toggle: () => details.open && !inner.childNodes.length && inner.append(evidence(node.claims)) } },
    el("summary", {}, `${t("panel.mentions")} (${counted("count.articles", node.claims.length)})`), inner);
  return el("section", {}, details);
}
