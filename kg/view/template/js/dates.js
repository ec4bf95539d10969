/* Days: ISO 8601 in the data, numbers on the slider, words on the page. */

const DAY = 86400000;

function dayNumber(iso) {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

function isoDay(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** `2024-03-07` as `7/3/2024` or `7 Mar 2024`; `2024-03` and `2024` likewise; unknown digits stay X. */
function shownDay(iso) {
  const [year, month, day] = iso.split("-");
  if (spoken === "vi") return [day && trimmed(day), month && trimmed(month), year === "XXXX" ? "" : year].filter(Boolean).join("/");
  const name = month && /^\d\d$/.test(month) ? MONTHS[Number(month) - 1] : month;
  return [day && trimmed(day), name, year === "XXXX" ? "" : year].filter(Boolean).join(" ");
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function trimmed(digits) {
  return digits.replace(/^0/, "");
}

/** An EDTF date or interval in words. */
function shownDate(edtf) {
  if (!edtf) return t("date.unknown");
  const ends = edtf.split("/").map((end) => (end === ".." || end === "" ? "…" : shownDay(end.replace(/[~?%]/g, ""))));
  return ends.length === 2 && ends[0] === ends[1] ? ends[0] : ends.join(" – ");
}

/** When a fact holds, in words. */
function shownWhen(fact) {
  if (fact.is === "event") return shownDate(fact.date || (fact.begin && fact.end && fact.begin !== fact.end ? `${fact.begin}/${fact.end}` : fact.begin));
  if (fact.begin || fact.end) {
    return `${fact.begin ? shownDay(fact.begin_as || fact.begin) : "…"} – ${fact.end ? shownDay(fact.end_as || fact.end) : "…"}`;
  }
  return "";
}
