/* The start: read the address, draw, and let every part follow the state. */

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function drawFrame() {
  for (const view of ["graph", "tables", "reader"]) byId(view).hidden = state.view !== view;
  byId("timeline").hidden = state.view === "reader" || !timeRange;
  document.body.dataset.view = state.view;
  for (const tab of document.querySelectorAll("[data-view]")) if (tab.tagName === "BUTTON") tab.setAttribute("aria-pressed", String(tab.dataset.view === state.view));
  byId("undo").disabled = !past.length;
  drawFocusBar();
}

function drawFocusBar() {
  const bar = byId("focus-bar");
  bar.hidden = !state.focus;
  if (!state.focus) return;
  const depth = (steps) => button(String(steps), () => {
    change({ depth: steps });
    fit();
  }, { "data-keep": `depth-${steps}`, "aria-pressed": String(state.depth === steps), "aria-label": t("focus.depth", { n: steps }) });
  refill(bar, el("span", {}, t("focus.of")), el("strong", {}, nameOf(nodes[numberOf.get(state.focus)])), el("span.soft", {}, t("focus.steps")), el("span.steps", {}, [1, 2, 3].map(depth)),
    button("×", unfocus, { class: "quiet", "aria-label": t("action.unfocus"), title: t("action.unfocus"), "data-keep": "unfocus" }));
}

function speak(language) {
  spoken = language;
  widths.clear();
  translatePage();
  byId("language").textContent = spoken === "vi" ? "EN" : "VI";
  startSlider();
}

function switchLanguage() {
  speak(spoken === "vi" ? "en" : "vi");
  tell(state);
}

function drawer(name) {
  const opener = byId(`show-${name}`);
  opener.addEventListener("click", () => {
    const open = document.body.classList.toggle(`with-${name}`);
    opener.setAttribute("aria-expanded", String(open));
  });
  byId("canvas").addEventListener("pointerdown", () => {
    if (name !== "legend") return;
    document.body.classList.remove("with-legend");
    opener.setAttribute("aria-expanded", "false");
  });
}

/** On paper the page is light, and what stands out fills the drawing; afterwards it is as it was. */
function startPrint(retheme) {
  let before = null;
  matchMedia("print").addEventListener("change", ({ matches }) => {
    if (matches) before = { dark: document.documentElement.dataset.theme === "dark", position: net.getViewPosition(), scale: net.getScale() };
    retheme(matches ? false : before.dark);
    net.setSize("100%", "100%");
    if (matches) look([...(lit?.nodes ?? shown.nodes)], 1.25, false);
    else net.moveTo(before);
  });
}

function start() {
  readAddress();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  setTheme(dark.matches);
  const retheme = (is) => {
    setTheme(is);
    readTheme();
    net.redraw();
  };
  dark.addEventListener("change", (event) => retheme(event.matches));
  startPrint(retheme);
  translatePage();
  byId("language").textContent = spoken === "vi" ? "EN" : "VI";
  computeShown();
  drawFrame();
  startNetwork();
  lit = highlighted();
  watch(drawFrame);
  watch(redraw);
  startLegend();
  startSearch();
  startPanel();
  startSlider();
  watch(() => startSlider.draw?.());
  startTables();
  startReader();
  startExport();
  startKeyboard();
  drawer("legend");
  drawer("panel");
  for (const tab of document.querySelectorAll("button[data-view]")) tab.addEventListener("click", () => change({ view: tab.dataset.view }, { keep: false }));
  const actions = {
    undo, reset: () => { reset(); fit(); }, theme: () => retheme(document.documentElement.dataset.theme !== "dark"), help: openHelp, language: switchLanguage,
    "zoom-in": () => zoomBy(1.3), "zoom-out": () => zoomBy(1 / 1.3), "zoom-fit": () => fit(),
  };
  for (const [id, action] of Object.entries(actions)) byId(id).addEventListener("click", action);
  window.addEventListener("hashchange", () => {
    const before = state;
    const language = spoken;
    readAddress();
    past.push(before);
    if (spoken !== language) speak(spoken);
    for (const watcher of watchers) watcher(state, spoken === language ? before : state);
  });
  if (state.view === "graph" && state.selected?.is === "node" && shown.nodes.has(numberOf.get(state.selected.id)) && !state.focus) moveTo([...(lit?.nodes ?? [])]);
  const drawnOnce = () => document.documentElement.classList.add("drawn");
  if (state.view === "graph") net.once("afterDrawing", drawnOnce);
  else drawnOnce();
}

start();
