/* Which facts hold under the chosen filters and on the chosen day, and how surely. */

/** Holders of an office by the day they are first seen in it: whoever is followed in a one-seat office no longer holds it. */
const holdersOf = new Map();
for (const fact of facts) {
  if (fact.is !== "holding" || fact.office < 0) continue;
  if (!holdersOf.has(fact.office)) holdersOf.set(fact.office, []);
  holdersOf.get(fact.office).push(fact);
}

/** Whether a holding holds on `day`: "yes", "no", or "perhaps" where the news no longer shows it but tells of no end either, or no closer
 * than the month or year in which the day lies. */
function heldOn(holding, day) {
  const first = firstDay(holding);
  const seen = holding.attested[holding.attested.length - 1] || holding.begin;
  if (holding.status === "former" || holding.status === "late" || holding.status === "designate") {
    return holding.begin && holding.begin <= day && holding.end && day < holding.end ? "yes" : "no";
  }
  const [opening, closing] = [holding.begin_as, holding.end_as].map((told) => Boolean(told) && day.startsWith(told));
  if (!first || day < first || (holding.end && day >= holding.end && !closing)) return "no";
  if (opening && !(holding.attested[0] <= day)) return "perhaps";
  if (closing) return holding.attested.length && day <= seen ? "yes" : "perhaps";
  if (holding.end || day <= seen) return "yes";
  const followed = nodes[holding.office]?.seats === 1
    && holdersOf.get(holding.office).some((other) => other.holder !== holding.holder && firstDay(other) > seen && firstDay(other) <= day);
  return followed ? "no" : "perhaps";
}

/** Whether a fact is part of the picture on the chosen day. */
function inPicture(fact) {
  if (!state.day) return true;
  if (fact.is === "holding") return heldOn(fact, state.day) !== "no";
  const begin = firstDay(fact);
  if (!begin || begin > state.day) return false;
  if (fact.is === "relation") return levelOn(fact) === fact;
  if (!state.span) return true;
  return dayNumber(state.day) - dayNumber(fact.end || begin) <= state.span;
}

/** The relation of the same countries that is the newest on the chosen day. */
function levelOn(relation) {
  const pair = relation.countries.join();
  return facts
    .filter((fact) => fact.is === "relation" && fact.countries.join() === pair && firstDay(fact) && (!state.day || firstDay(fact) <= state.day))
    .sort(inTime)
    .pop();
}

function witnessed(fact) {
  if (!state.off.outlets.length && !state.off.tiers.length) return true;
  return fact.claims.length === 0
    || fact.claims.some((n) => !isOff("outlets", articles[articleOfClaim(n)].outlet) && !isOff("tiers", tierOfClaim(n)));
}

/** Whether a fact passes all filters. */
function holds(fact) {
  return !(fact.is === "event" && isOff("modalities", fact.modality)) && witnessed(fact) && inPicture(fact);
}

/** Whether only filters of facts or the day are at work: then nodes without a tie leave the picture. */
function thinned() {
  return Boolean(state.day || state.off.outlets.length || state.off.tiers.length || state.off.modalities.length);
}

/** How a tie is drawn: its facts that hold, how many reports they have, and whether any of them is sure. */
function tieNow(tie) {
  const held = tie.facts.map((n) => facts[n]).filter(holds);
  const reports = held.reduce((sum, fact) => sum + (fact.is === "event" ? fact.reports : Math.max(1, fact.claims.length)), 0);
  const sure = held.some((fact) =>
    fact.is === "holding" ? (state.day ? heldOn(fact, state.day) === "yes" : ["current", "acting"].includes(fact.status))
    : fact.is === "relation" || fact.modality === "happened");
  return { held, reports, sure };
}
