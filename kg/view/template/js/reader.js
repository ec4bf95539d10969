/* The articles: a list, and the text of one with all its entities marked, each leading back to the graph. */

let lastSpan = null;

function startReader() {
  watch((now, before) => {
    if (now.view === "reader" && (now.view !== before.view || now.selected !== before.selected || now === before)) drawReader();
  });
  if (state.view === "reader") drawReader();
}

/** Open an article; `claim` is the evidence that is shown in it. */
function openArticle(id, claim = null) {
  lastSpan = claim && { article: claim.article.n, start: claim.from + claim.start, end: claim.from + claim.end };
  select("article", id, { view: "reader" });
}

function drawReader() {
  const open = state.selected?.is === "article" ? articles[articleOf.get(state.selected.id)] : null;
  const { box, entries } = articleList();
  for (const [article, entry] of entries) {
    if (article === open) entry.setAttribute("aria-current", "true");
    else entry.removeAttribute("aria-current");
  }
  refill(byId("reader"), box, el("article.text", { tabindex: -1, "data-keep": "text" }, open ? articleText(open) : el("p.soft", {}, t("reader.choose"))));
  for (const wanted of [entries.get(open), byId("reader").querySelector(".text .evidence-span")]) centre(wanted);
}

let listOfArticles = null;

/** All articles, the newest first: made once for each language, for there may be thousands. */
function articleList() {
  if (listOfArticles?.spoken === spoken) return listOfArticles;
  const ordered = [...articles].sort((one, other) => other.date.localeCompare(one.date) || one.n - other.n);
  const entries = new Map(ordered.map((article) => [article, button("", () => openArticle(article.id), { "data-keep": `article-${article.n}` },
    el("span.name", { lang: "vi" }, article.title || article.id), el("span.soft", {}, [article.outlet, article.date && shownDay(article.date)].filter(Boolean).join(" · ")))]));
  const box = el("nav.articles", { "aria-label": t("reader.list") }, el("h2", {}, counted("count.articles", articles.length)),
    el("ul", {}, [...entries.values()].map((entry) => el("li", {}, entry))));
  listOfArticles = { spoken, box, entries };
  return listOfArticles;
}

/** Scroll the column an element stands in, and nothing else, until the element is in its middle. */
function centre(element) {
  const column = element?.closest(".articles, .text");
  if (column) column.scrollTop += element.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 2;
}

function articleText(article) {
  const lines = [article.outlet, article.author, article.date && shownDay(article.date)].filter(Boolean).join(" · ");
  const head = [
    el("header", {}, el("p.kind", {}, lines), el("h2", { lang: "vi" }, article.title || article.id), article.url ? el("p", {}, link(article.url, article.url)) : null),
  ];
  if (!article.text) return [...head, el("p.soft", {}, t("reader.no_text")), evidence(claimsIn(article))];
  return [...head, el("div.body", { lang: "vi" }, paragraphs(article))];
}

function claimsIn(article) {
  return knowledge.claims.map((_, n) => n).filter((n) => articleOfClaim(n) === article.n);
}

/** The text by lines, without the headline that stands above it already; marks and the evidence span are cut where a line ends. */
function paragraphs(article) {
  const points = codePoints(article);
  const made = [];
  let start = 0;
  const headline = Array.from(article.title);
  if (headline.length && points.slice(0, headline.length + 1).join("") === `${article.title}\n`) start = headline.length + 1;
  for (let at = start; at <= points.length; at += 1) {
    if (at < points.length && points[at] !== "\n") continue;
    if (at > start) made.push(el("p", {}, pieces(article, points, start, at)));
    start = at + 1;
  }
  return made;
}

function pieces(article, points, from, to) {
  const cuts = article.marks.filter(([start, end]) => start < to && end > from);
  const made = [];
  let at = from;
  for (const [start, end, n] of cuts) {
    made.push(...plain(article, points, at, Math.max(at, start)));
    made.push(entityMark(article, points, Math.max(start, from), Math.min(end, to), nodes[n]));
    at = Math.min(end, to);
  }
  return [...made, ...plain(article, points, at, to)];
}

function inEvidence(article, start, end) {
  return lastSpan && lastSpan.article === article.n && start < lastSpan.end && end > lastSpan.start;
}

/** Text without marks, the evidence span apart. */
function plain(article, points, from, to) {
  if (from >= to) return [];
  if (!inEvidence(article, from, to)) return [points.slice(from, to).join("")];
  const [start, end] = [Math.max(from, lastSpan.start), Math.min(to, lastSpan.end)];
  return [points.slice(from, start).join(""), el("mark.evidence-span", {}, points.slice(start, end).join("")), points.slice(end, to).join("")];
}

function entityMark(article, points, start, end, node) {
  const made = el("a", { class: `entity ${node.type}`, title: `${t(`type.${node.type}`)}: ${nameOf(node)}`, on: {
    click: (event) => {
      event.preventDefault();
      choose({ is: "node", id: node.id });
    },
  } }, points.slice(start, end).join(""));
  made.href = `#n=${encodeURIComponent(node.id)}`;
  return inEvidence(article, start, end) ? el("mark.evidence-span", {}, made) : made;
}
