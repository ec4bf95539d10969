/* YASGUI on our endpoint: our prefixes instead of those of prefix.cc, our questions beside it. */
"use strict";

(async () => {
  const { questions, prefixes } = await (await fetch("/api/questions")).json();
  const vietnamese = document.documentElement.lang === "vi";
  const endpoint = `${location.origin}/sparql`;
  Yasgui.Yasqe.defaults.prefixCcApi = `${location.origin}/api/prefixes.json`;
  const start = "SELECT ?name ?office WHERE {\n  ?person kg:holds ?held ; rdfs:label ?name .\n  ?held rdfs:label ?office\n} LIMIT 50\n";
  const declared = (query) => Object.entries(prefixes).filter(([name]) => new RegExp(`(^|[^\\w:])${name}:`).test(query)).map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("");
  Yasgui.Yasqe.defaults.value = `${declared(start)}\n${start}`;
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    persistenceId: "kg",
    endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
  });
  const put = (query) => { yasgui.getTab().setQuery(query); yasgui.getTab().getYasqe().focus(); };
  const given = new URLSearchParams(location.hash.slice(1)).get("query");
  if (given) put(given);

  const list = document.getElementById("questions");
  const filter = document.getElementById("filter");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  function show() {
    const typed = plain(filter.value.trim());
    const wanted = questions.filter((one) => typed.split(" ").every((word) => plain(`${one.vi} ${one.en} ${one.name} ${one.topic}`).includes(word)));
    list.replaceChildren(...wanted.map((one) => {
      const choose = make("button", { type: "button", className: "text", title: one.about, textContent: vietnamese ? one.vi : one.en });
      choose.addEventListener("click", () => put(one.sparql));
      return make("li", {}, choose, make("span", { className: "soft", textContent: ` ${one.name}` }));
    }));
  }
  filter.addEventListener("input", show);
  show();
  document.getElementById("prefixes").replaceChildren(...Object.entries(prefixes).flatMap(([name, iri]) => [make("dt", { textContent: `${name}:` }), make("dd", { textContent: iri })]));
  document.body.dataset.ready = "yes";
})();
