// Functions that screen_checks.py runs in the page, one after each name.
// scheme
(name) => { document.documentElement.dataset.colorScheme = name; };
// ---
// overflow
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")].filter((e) => {
    const r = e.getBoundingClientRect();
    return r.width && r.right > width + 1 && !e.closest(".scroll, [popover]");
  }).slice(0, 4).map((e) => `${e.tagName}.${e.className.baseVal ?? e.className} → ${Math.round(e.getBoundingClientRect().right)}`);
};
// ---
// spread
(css) => {
  // A sheet made by a script is not bound by the policy, a style element would be.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
};
// ---
// clipped
() => [...document.querySelectorAll("a, button, label, th, td, dd, dt, h1, h2, h3, p")].filter((e) => {
  const s = getComputedStyle(e);
  return (s.overflowX === "hidden" || s.textOverflow === "ellipsis") && e.scrollWidth > e.clientWidth + 1
    && !e.closest(".ds-sr-only, .ds-skip-link, thead") && e.getClientRects().length && e.offsetWidth > 2;
}).map((e) => e.innerText.slice(0, 30));
// ---
// focused
() => {
  // getClientRects()[0], not getBoundingClientRect(): a link broken over two lines has an empty middle.
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  e.dataset.walked ??= String(Math.random());
  const r = e.getClientRects()[0] || e.getBoundingClientRect();
  const ring = [e, e.parentElement].map((x) => getComputedStyle(x)).some((s) =>
    (parseFloat(s.outlineWidth) >= 2 && s.outlineStyle !== "none") || s.boxShadow !== "none");
  const at = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, r.x + r.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, r.y + Math.min(r.height / 2, 20))));
  return { id: e.dataset.walked, text: (e.innerText || e.name || e.id || e.tagName).trim().slice(0, 30), ring,
    skip: e.matches(".ds-skip-link"), seen: r.width > 1 && (e.contains(at) || Boolean(at?.contains(e))) };
};
// ---
// unreached
() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.dataset.walked
    && !e.closest("details:not([open]) > :not(summary)")
    && !(e.type === "radio" && [...document.querySelectorAll(`input[name="${e.name}"]`)].some((x) => x.dataset.walked || x !== e)))
  .map((e) => (e.innerText || e.id || e.tagName).slice(0, 30));
// ---
// current lost
() => [...document.querySelectorAll("[aria-current]")].filter((e) => {
  // In forced colours the current menu item must still differ from its neighbours.
  const other = e.closest("ul, ol")?.querySelector("a:not([aria-current])");
  if (!other) return false;
  const s = getComputedStyle(e), t = getComputedStyle(other);
  // The browser reports colours of our own here, but paints the system's, unless the element opts out.
  const colours = s.forcedColorAdjust === "none" ? ["backgroundColor", "color"] : [];
  return ["borderBottomWidth", "borderInlineStartWidth", "fontWeight", "textDecorationLine", ...colours].every((k) => s[k] === t[k]);
}).map((e) => e.innerText);
// ---
// styled
() => [...document.querySelectorAll("[style]")].map((e) => e.outerHTML.slice(0, 60));
// ---
// doubled ids
() => {
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  return [...new Set(ids.filter((x, i) => ids.indexOf(x) !== i))];
};
// ---
// strangers
() => performance.getEntriesByType("resource").map((r) => r.name).filter((name) => !name.startsWith(location.origin) && !name.startsWith("data:"));
// ---
// headings
() => {
  const found = [...document.querySelectorAll("h1")].map((e) => e.innerText);
  return found.length === 1 ? [] : [found.length, ...found];
};
// ---
