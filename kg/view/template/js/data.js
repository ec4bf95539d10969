/* The page's data, read once: nodes, ties, facts and evidence by number, and what belongs to what. */

const drawing = await unpacked("network-data");
const knowledge = await unpacked("knowledge");
const drawn = knowledge.drawn;

const nodes = knowledge.nodes.map((details, n) => {
  const [x, y, size, weight] = drawing.nodes[n] ?? [0, 0, 7, 0];
  return { n, label: "", en: "", aliases: [], iso: "", country: -1, owner: -1, kind: "", claims: [], ...details, x, y, size, weight };
});
const ties = drawing.edges.map(([a, b, type, reports, own], n) => ({ n, a, b, type, reports, facts: own }));
const facts = knowledge.facts.map((fact, n) => ({ n, begin: "", end: "", claims: [], attested: [], modality: "happened", reports: 1, ...fact }));
for (const fact of facts) {
  if (fact.is !== "event") continue;
  fact.end ||= fact.begin;
  fact.date ??= fact.begin === fact.end ? fact.begin : `${fact.begin}/${fact.end}`;
  fact.parts = fact.parts.map(([n, role = "participant", acting = -1, byTitle = 0]) => [n, role, acting, byTitle]);
}
const articles = knowledge.articles.map((article, n) => ({ n, title: "", outlet: "", author: "", date: "", url: "", text: "", marks: [], ...article }));

const STRUCTURAL = new Set(["of", "in"]);
const DIRECTED = new Set(["visited", "invited", "attended", "appointed"]);
const numberOf = new Map(nodes.map((node) => [node.id, node.n]));
const factOf = new Map(facts.map((fact) => [fact.id, fact.n]));
const articleOf = new Map(articles.map((article) => [article.id, article.n]));
const tieOf = new Map(ties.flatMap((tie) => [[tieKey({ ...tie, a: tie.b, b: tie.a }), tie.n], [tieKey(tie), tie.n]]));

const tiesOf = nodes.map(() => []);
for (const tie of ties) {
  tiesOf[tie.a].push(tie.n);
  tiesOf[tie.b].push(tie.n);
}
const factsOf = nodes.map(() => []);
for (const fact of facts) for (const n of new Set(nodesOf(fact))) factsOf[n].push(fact.n);
for (const list of factsOf) list.sort((a, b) => inTime(facts[a], facts[b]));

function tieKey(tie) {
  return `${nodes[tie.a].id}~${tie.type}~${nodes[tie.b].id}`;
}

/** The nodes a fact is about. */
function nodesOf(fact) {
  const found =
    fact.is === "holding" ? [fact.holder, fact.office]
    : fact.is === "relation" ? fact.countries
    : [...fact.parts.map((part) => part[0]), ...(fact.at === undefined ? [] : [fact.at])];
  return found.filter((n) => n >= 0);
}

function inTime(one, other) {
  return (firstDay(one) || "9999").localeCompare(firstDay(other) || "9999") || one.n - other.n;
}

/** The first day on which a fact is known to hold; empty where none is known. */
function firstDay(fact) {
  return fact.begin || fact.attested[0] || "";
}

function lastDay(fact) {
  return fact.end || fact.attested[fact.attested.length - 1] || fact.begin || "";
}

/** A claim with its sentence; offsets count code points, as the program's do. */
function claimOf(n) {
  const [sentence, start, end, rule, tier, confidence] = knowledge.claims[n];
  const [article, from, to, own] = knowledge.sentences[sentence];
  return {
    n, sentence, start, end, article: articles[article], from, confidence,
    rule: knowledge.rules[rule], tier: knowledge.tiers[tier],
    text: own === undefined ? codePoints(articles[article]).slice(from, to).join("") : own,
  };
}

const pointsOf = new Map();
function codePoints(article) {
  if (!pointsOf.has(article.n)) pointsOf.set(article.n, Array.from(article.text));
  return pointsOf.get(article.n);
}
function articleOfClaim(n) {
  return knowledge.sentences[knowledge.claims[n][0]][0];
}
function tierOfClaim(n) {
  return knowledge.tiers[knowledge.claims[n][4]];
}

/** The page's own order of importance: ties weighed by reports, countries first. */
function rankOf(node) {
  const base = { country: 400, person: 100, organization: 60, agreement: 20, place: 10, office: 0 }[node.type];
  return base + node.weight * (node.type === "office" ? 0.5 : 4);
}
