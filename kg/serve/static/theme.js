/* Light or dark, before anything is drawn: what was chosen last, else what the system says. */
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("theme"); } catch { /* storage may be forbidden */ }
  const system = matchMedia("(prefers-color-scheme: dark)");
  const set = () => { document.documentElement.dataset.theme = chosen ?? (system.matches ? "dark" : "light"); };
  set();
  system.addEventListener("change", set);
  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("theme").addEventListener("click", () => {
      chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
      try { localStorage.setItem("theme", chosen); } catch { /* then for this page alone */ }
      set();
      document.dispatchEvent(new Event("retheme"));
    });
  });
})();
