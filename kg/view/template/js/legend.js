/* The legend, which is the filter too: types, relations, and further down kinds of office, countries, outlets, tiers. */

function startLegend() {
  const count = (values) => {
    const counts = new Map();
    for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const inside = nodes.slice(0, drawn);
  const counts = {
    types: count(inside.map((node) => node.type)),
    ties: count(ties.map((tie) => tie.type)),
    kinds: count(inside.map((node) => node.kind)),
    countries: count(inside.map((node) => (node.type === "country" ? node.id : nodes[node.country]?.id))),
    outlets: count(articles.map((article) => article.outlet)),
    tiers: count(knowledge.claims.map((claim) => knowledge.tiers[claim[4]])),
    modalities: count(facts.map((fact) => (fact.is === "event" ? fact.modality : ""))),
  };
  const ways = {
    types: { order: ["person", "office", "country", "organization", "place", "agreement"], label: (value) => t(`type.${value}`), sign: (value) => symbol(value) },
    ties: { order: Object.keys(CURVES).concat("holds", "of", "in"), label: (value) => t(`tie.${value}`), sign: stroke },
    kinds: { label: conceptName },
    countries: { label: (id) => nameOf(nodes[numberOf.get(id)]), sign: (id) => (flagFor(nodes[numberOf.get(id)]) ? sign(nodes[numberOf.get(id)]) : el("span.badge", {}, nodes[numberOf.get(id)].iso)) },
    outlets: { label: (value) => value },
    tiers: { order: knowledge.tiers, label: (value) => t(`tier.${value}`) },
    modalities: { order: ["happened", "planned", "reported", "cancelled"], label: (value) => word("modality", value) },
  };
  const section = (name, open) => {
    const values = [...counts[name].keys()];
    const order = ways[name].order;
    values.sort((a, b) => (order ? order.indexOf(a) - order.indexOf(b) : counts[name].get(b) - counts[name].get(a)) || a.localeCompare(b));
    if (values.length < (open ? 1 : 2)) return null;
    const rows = el("ul", {}, values.map((value) => filterRow(name, value, counts[name].get(value), ways[name])));
    if (open) return el("section", {}, el("h2", {}, t(`filter.${name}`)), rows);
    const off = state.off[name].length;
    return el("details", { open: opened.has(name), on: { toggle: (event) => (event.target.open ? opened.add(name) : opened.delete(name)) } },
      el("summary", { "data-keep": `open-${name}` }, t(`filter.${name}`), off ? el("span.count", {}, `−${off}`) : null), allOrNone(name, values), rows);
  };
  const opened = new Set();
  const draw = () => refill(byId("legend"), ...["types", "ties"].map((name) => section(name, true)), ...["kinds", "countries", "outlets", "tiers", "modalities"].map((name) => section(name, false)), hiddenSection());
  watch((now, before) => {
    if (now.off !== before.off || now.hidden !== before.hidden || now === before) draw();
  });
  draw();
}

function filterRow(name, value, count, way) {
  const box = el("input", { type: "checkbox", "data-keep": `${name}-${value}`, on: { change: () => toggleOff(name, value) } });
  box.checked = !isOff(name, value);
  return el("li", {}, el("label", {}, box, way.sign ? way.sign(value) : null, el("span.name", {}, way.label(value)), el("span.count", {}, figure(count))));
}

function allOrNone(name, values) {
  const set = (list) => change({ off: Object.freeze({ ...state.off, [name]: Object.freeze(list) }) });
  return el("p.all", {}, button(t("filter.all"), () => set([]), { class: "quiet small" }), button(t("filter.none"), () => set(values), { class: "quiet small" }));
}

function hiddenSection() {
  if (!state.hidden.length) return null;
  return el("section", {}, el("h2", {}, t("filter.hidden")), el("ul", {}, state.hidden.map((id) => {
    const node = nodes[numberOf.get(id)];
    return el("li", {}, button(nameOf(node), () => change({ hidden: Object.freeze(state.hidden.filter((one) => one !== id)) }), { class: "quiet small", title: t("filter.bring") }, sign(node)));
  })));
}
