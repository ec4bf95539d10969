/* The sentences something rests on: the span marked, who says so and when, which rule read it, how sure it is. */

/** A list of the sentences of `claims`; several claims in one sentence are one entry with several marks. */
function evidence(claims) {
  const bySentence = new Map();
  for (const n of claims) {
    const claim = claimOf(n);
    if (!bySentence.has(claim.sentence)) bySentence.set(claim.sentence, []);
    bySentence.get(claim.sentence).push(claim);
  }
  const groups = [...bySentence.values()].sort(([one], [other]) => one.article.date.localeCompare(other.article.date) || one.sentence - other.sentence);
  return el("ul.evidence", {}, groups.map(sentenceItem));
}

function sentenceItem(claims) {
  const [first] = claims;
  const { article } = first;
  const rules = [...new Set(claims.map((claim) => claim.rule))].filter(Boolean);
  const off = isOff("outlets", article.outlet) || claims.every((claim) => isOff("tiers", claim.tier));
  return el(off ? "li.off" : "li", {},
    el("blockquote", { lang: "vi" }, markedText(first.text, claims)),
    el("p.source", {},
      article.outlet ? el("strong", {}, article.outlet) : null,
      article.date ? el("time", { datetime: article.date }, shownDay(article.date)) : null,
      el("span.tier", { class: `tier ${first.tier}`, title: t("evidence.confidence", { percent: Math.round(first.confidence * 100) }) }, t(`tier.${first.tier}`)),
      rules.length ? el("span.rule", { title: t("evidence.rule") }, rules.join(", ")) : null),
    el("p.source", {},
      button(article.title || article.id, () => openArticle(article.id, first), { class: "text", lang: "vi" }),
      article.url ? link(article.url, t("evidence.source")) : null));
}

/** A sentence as text nodes and marks; spans that overlap are joined. */
function markedText(text, claims) {
  const points = Array.from(text);
  const spans = claims
    .map(({ start, end }) => [Math.max(0, start), Math.min(points.length, end)])
    .filter(([start, end]) => start < end && end - start < points.length)
    .sort(([a], [b]) => a - b)
    .reduce((joined, [start, end]) => {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
      return joined;
    }, []);
  const pieces = [];
  let at = 0;
  for (const [start, end] of spans) {
    pieces.push(points.slice(at, start).join(""), el("mark", {}, points.slice(start, end).join("")));
    at = end;
  }
  return [...pieces, points.slice(at).join("")];
}

/** A heading that opens onto its evidence. */
function unfolding(head, claims, more = []) {
  if (!claims.length && !more.length) return el("div.fact", {}, el("div.summary", {}, head));
  const inner = el("div");
  const sentences = new Set(claims.map((n) => knowledge.claims[n][0])).size;
  const details = el("details.fact", {
    on: {
      toggle: () => {
        if (details.open && !inner.childNodes.length) inner.append(...more, evidence(claims));
      },
    },
  }, el("summary", {}, head, sentences || more.length ? el("span.count", { title: counted("count.sentences", sentences) }, sentences ? String(sentences) : "") : null), inner);
  return details;
}
