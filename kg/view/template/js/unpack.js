/* The page's data come deflated in base64: the browser itself inflates them, without any request. */

/** The JSON in the element `id`; a browser that cannot inflate is told so, and nothing more happens. */
async function unpacked(id) {
  if (!("DecompressionStream" in window)) {
    byId("too-old").hidden = false;
    throw new Error("no DecompressionStream");
  }
  const bytes = Uint8Array.from(atob(byId(id).textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}
