/* What the panel shows while nothing is selected: how large the graph is, its strongest ties, the newest events, contradictions. */

function overview() {
  const inside = [...shown.nodes].map((n) => nodes[n]);
  const many = (type) => inside.filter((node) => node.type === type).length;
  const events = facts.filter((fact) => fact.is === "event" && holds(fact));
  const dates = articles.map((article) => article.date).filter(Boolean).sort();
  const numbers = [
    ["count.people", many("person")], ["count.offices", many("office")], ["count.countries", many("country")],
    ["count.organizations", many("organization")], ["count.events", events.length], ["count.articles", articles.length],
  ];
  return [
    el("header", {}, el("p.kind", {}, t("overview.kind")), el("h2", {}, knowledge.title || t("title")),
      dates.length ? el("p.second", {}, t("overview.span", { first: shownDay(dates[0]), last: shownDay(dates[dates.length - 1]) })) : null),
    el("ul.numbers", {}, numbers.filter(([, n]) => n).map(([key, n]) => number(key, n))),
    knowledge.whole > drawn ? el("p.soft", {}, t("overview.part", { drawn: figure(drawn), whole: figure(knowledge.whole) })) : null,
    limitsNote(),
    section(t("overview.strongest"), strongest()),
    contradictionList(),
    section(t("overview.newest"), newest(events).map(eventItem)),
    el("p.hint", {}, t("overview.hint")),
  ];
}

function number(key, n) {
  const [figure, ...words] = counted(key, n).split(" ");
  return el("li", {}, el("strong", {}, figure), " ", words.join(" "));
}

/** To what the page was narrowed when it was made; null for a page of the whole graph. */
function limitsNote() {
  const { focus, depth, country, begin, end, tier, query } = knowledge.limits;
  const told = [
    focus !== undefined && t("limits.focus", { name: nameOf(nodes[focus]), depth }), country !== undefined && t("limits.country", { name: nameOf(nodes[country]) }),
    begin && t("limits.begin", { day: shownDay(begin) }), end && t("limits.end", { day: shownDay(end) }),
    tier && t("limits.tier", { tier: t(`tier.${tier}`) }), query && t("limits.query"),
  ].filter(Boolean);
  return told.length ? el("p.limits", {}, t("limits.note", { what: told.join("; ") })) : null;
}

const MOST_CONTRADICTIONS = 3;

function contradictionList() {
  const rows = knowledge.contradictions.map(contradictionRow);
  if (!rows.length) return null;
  const rest = rows.slice(MOST_CONTRADICTIONS);
  return el("section.contradiction", {}, el("h3", {}, t("overview.contradictions")), rows.slice(0, MOST_CONTRADICTIONS),
    rest.length ? el("details.rest", {}, el("summary", {}, t("panel.more", { n: rest.length })), rest) : null);
}

function contradictionRow(one) {
  return unfolding([el("span.head", {}, contradictionText(one))], one.claims);
}

/** The ties between two people or countries with the most reports; all kinds between a pair count together. */
function strongest() {
  const pairs = new Map();
  for (const [n, now] of shown.now) {
    const tie = ties[n];
    if (!shown.ties.has(n) || tie.type === "holds") continue;
    const key = tie.a < tie.b ? `${tie.a} ${tie.b}` : `${tie.b} ${tie.a}`;
    const pair = pairs.get(key) ?? { tie, reports: 0, most: 0 };
    if (now.reports > pair.most) Object.assign(pair, { tie, most: now.reports });
    pair.reports += now.reports;
    pairs.set(key, pair);
  }
  const first = [...pairs.values()].sort((one, other) => other.reports - one.reports || one.tie.n - other.tie.n).slice(0, 10);
  if (!first.length) return null;
  const most = first[0].reports;
  return el("ol.strongest", {}, first.map(({ tie, reports }) => el("li", { vars: { "--share": `${(reports / most) * 100}%` } },
    button("", () => {
      select("tie", tieKey(tie));
      moveTo([tie.a, tie.b]);
    }, { class: "text" }, nameOf(nodes[tie.a]), el("span.soft", {}, " – "), nameOf(nodes[tie.b])),
    el("span.count", { title: counted("count.reports", reports) }, String(reports)))));
}

/** The newest of what happened; what is planned for later is not news yet. */
function newest(events) {
  const last = published.length ? isoDay(published[published.length - 1]) : "9999";
  return events.filter((fact) => firstDay(fact) && firstDay(fact) <= last && fact.modality === "happened").sort((one, other) => inTime(other, one)).slice(0, 6);
}
