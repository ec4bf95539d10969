/* Time: a small histogram of the events, a slider for the day the graph shows, and play. Without a day all times are shown. */

const timed = facts.filter((fact) => fact.is === "event" && fact.begin);
const published = articles.map((article) => article.date && dayNumber(article.date)).filter(Boolean).sort((a, b) => a - b);

/** The days of the slider: those of the events, but not long before the first article or after the last, which tell of decades in passing. */
const timeRange = (() => {
  const days = [...timed.map((fact) => dayNumber(fact.begin)).filter((n) => n !== null), ...published].sort((a, b) => a - b);
  if (!days.length) return null;
  const [first, last] = [published[0] ?? days[0], published[published.length - 1] ?? days[days.length - 1]];
  return { from: Math.max(days[0], first - 366) - 1, to: Math.min(days[days.length - 1], last + 183) };
})();
let playing = 0;

function startSlider() {
  const place = byId("timeline");
  if (!timeRange) {
    place.hidden = true;
    return;
  }
  const range = el("input", { type: "range", id: "day", min: timeRange.from, max: timeRange.to, step: 1, "aria-label": t("time.day"), on: {
    input: () => setDay(isoDay(Number(range.value)), false),
    change: () => setDay(isoDay(Number(range.value)), true),
  } });
  const play = button("", togglePlay, { id: "play", class: "icon-button" });
  const shownNow = el("output", { id: "day-shown", for: "day" });
  const span = el("select", { id: "span", "aria-label": t("time.span"), on: { change: () => change({ span: Number(span.value) }) } },
    [0, 30, 90, 365].map((days) => el("option", { value: days }, t(`time.span.${days}`))));
  const all = button(t("time.all"), () => {
    stopPlaying();
    change({ day: "" });
  }, { id: "all-times", class: "quiet small" });
  const row = el("div.time-row", {}, span, all);
  const hint = el("p.soft.time-hint", {}, t("time.hint"));
  refill(place, play, el("div.track-box", {}, histogram(), range, ticks()), el("div.time-side", {}, shownNow, row, hint));
  const draw = () => {
    const at = state.day ? Math.min(timeRange.to, Math.max(timeRange.from, dayNumber(state.day))) : timeRange.to;
    range.value = at;
    range.setAttribute("aria-valuetext", state.day ? shownDay(state.day) : t("time.always"));
    shownNow.textContent = state.day ? t("time.asof", { day: shownDay(state.day) }) : t("time.always");
    span.value = String(state.span);
    row.hidden = !state.day;
    hint.hidden = Boolean(state.day);
    place.classList.toggle("on", Boolean(state.day));
    place.style.setProperty("--at", `${((at - timeRange.from) / Math.max(1, timeRange.to - timeRange.from)) * 100}%`);
    play.replaceChildren(svg("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" }, svg("path", { class: "filled", d: playing ? "M6 4h3v12H6zM11 4h3v12h-3z" : "M6 4l10 6-10 6z" })));
    play.setAttribute("aria-label", t(playing ? "time.pause" : "time.play"));
    play.title = t(playing ? "time.pause" : "time.play");
  };
  startSlider.draw = draw;
  draw();
}

/** The day of the picture; while the slider moves no step is kept, when it rests one is. */
let dayBefore = null;
function setDay(day, rests) {
  dayBefore ??= state;
  if (rests) {
    past.push(dayBefore);
    dayBefore = null;
  }
  change({ day }, { keep: false });
}

function togglePlay() {
  if (playing) return stopPlaying();
  const length = timeRange.to - timeRange.from;
  const start = state.day && dayNumber(state.day) < timeRange.to ? dayNumber(state.day) : timeRange.from;
  past.push(state);
  let at = start;
  playing = setInterval(() => {
    at = Math.min(timeRange.to, at + Math.max(1, Math.round(length / 160)));
    change({ day: isoDay(at) }, { keep: false });
    if (at >= timeRange.to) stopPlaying();
  }, 120);
  return startSlider.draw();
}

function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  startSlider.draw();
}

/** Bars of events a stretch of time. */
function histogram() {
  const bars = 72;
  const length = Math.max(1, timeRange.to - timeRange.from);
  const counts = new Array(bars).fill(0);
  for (const fact of timed) {
    const at = Math.floor(((dayNumber(fact.begin) - timeRange.from) / length) * bars);
    if (at >= 0 && at <= bars) counts[Math.min(bars - 1, at)] += 1;
  }
  const most = Math.max(...counts, 1);
  return svg("svg", { class: "histogram", viewBox: `0 0 ${bars} 20`, preserveAspectRatio: "none", "aria-hidden": "true" },
    counts.map((count, k) => (count ? svg("rect", { x: k + 0.12, width: 0.76, y: 20 - (count / most) * 18, height: (count / most) * 18 }) : null)));
}

/** The years under the slider, as many as there is room for. */
function ticks() {
  const length = Math.max(1, timeRange.to - timeRange.from);
  const [first, last] = [Number(isoDay(timeRange.from).slice(0, 4)) + 1, Number(isoDay(timeRange.to).slice(0, 4))];
  const step = Math.max(1, Math.ceil((last - first + 1) / 8));
  const made = [];
  for (let year = first; year <= last; year += step) {
    const left = ((dayNumber(`${year}-01-01`) - timeRange.from) / length) * 100;
    made.push(el("span", { vars: { "--left": `${left}%` } }, String(year)));
  }
  return el("div.ticks", { "aria-hidden": "true" }, made);
}
