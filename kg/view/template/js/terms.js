/* Offices with their terms on a small timeline: a bar is what the news knows of the term, open ends fade out. */

/** Holdings as rows with bars on one scale; `nameOther` tells whether a row is named by its office or by its holder. */
function terms(holdings, nameOther) {
  const days = holdings.flatMap((fact) => [firstDay(fact), lastDay(fact)]).filter(Boolean).map(dayNumber);
  const [from, to] = days.length ? [Math.min(...days), Math.max(...days)] : [0, 1];
  const span = Math.max(1, to - from);
  const ordered = [...holdings].sort(inTime);
  return el("div.terms", {}, ordered.map((fact) => {
    const other = nodes[nameOther === "office" ? fact.office : fact.holder];
    const first = firstDay(fact);
    const left = first ? ((dayNumber(first) - from) / span) * 100 : 0;
    const last = lastDay(fact);
    const width = first && last ? Math.max(2, ((dayNumber(last) - dayNumber(first)) / span) * 100) : 2;
    const bar = first ? el(`span.bar.${fact.end ? "closed" : "open"}`, { vars: { "--left": `${Math.min(left, 98)}%`, "--width": `${Math.min(width, 100 - Math.min(left, 98))}%` } }) : null;
    const [early, late] = [fact.attested[0], fact.attested[fact.attested.length - 1]];
    const seen = !early || fact.source ? "" : early === late ? t("terms.once", { day: shownDay(early) }) : t("terms.seen", { first: shownDay(early), last: shownDay(late) });
    const status = [
      fact.status === "current" ? null : el("span.status", {}, word("status", fact.status)), fact.source ? el("span.status.no", {}, t("terms.background")) : null,
    ];
    return el("div.term", {},
      el("div.head", {}, other ? nodeButton(other) : null, status, held(fact)),
      unfolding(
        [el("span.when", {}, [shownWhen(fact) || seen, fact.scope].filter(Boolean).join(" · ")), el("span.track", { "aria-hidden": "true" }, bar)],
        fact.claims,
        fact.source ? [el("p.soft", {}, t("terms.source", { source: fact.source }))] : shownWhen(fact) && seen ? [el("p.soft", {}, seen)] : [],
      ));
  }));
}

/** On a chosen day: whether the office is held then. */
function held(fact) {
  if (!state.day) return null;
  const answer = heldOn(fact, state.day);
  return el(`span.status.${answer}`, {}, t(`held.${answer}`));
}
