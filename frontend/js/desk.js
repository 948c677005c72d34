// The one case that a server cannot answer: there is no connection. The words stand in the page,
// in its language; this only shows them.
document.addEventListener("htmx:error", () => {
  const box = document.getElementById("notice");
  box.replaceChildren(Object.assign(document.createElement("p"), { textContent: box.dataset.offline }));
});
