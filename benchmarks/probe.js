// Runs in every page that is measured, before anything else, and notes when something is to be seen.
// Chromium's own clock; everything is counted from the start of the navigation or of the click.

(() => {
  const inChart = (node) => node.nodeType === 1 && (node.closest(".js-plotly-plot") || node.querySelector(".js-plotly-plot"));
  const marks = () => document.querySelectorAll(".js-plotly-plot .main-svg .point").length;
  const probe = (window.probe = { first: null, clicked: null, changed: null, lit: null });

  // A change in a chart, or of what holds one; a state that a host writes on its page is none.
  const touches = ({ type, target, attributeName, addedNodes, removedNodes }) =>
    type === "attributes"
      ? Boolean(target.closest(".js-plotly-plot")) || (attributeName === "hidden" && Boolean(inChart(target)))
      : Boolean(target.nodeType === 1 && target.closest(".js-plotly-plot")) || [...addedNodes, ...removedNodes].some(inChart);

  // Found by the browser's own list and looked for only while a mark is waited for: the probe must cost less than what it measures.
  const lights = document.getElementsByTagName("mark");
  const isLit = () => [...lights].some((mark) => mark.closest("[data-claim]")?.dataset.claim === probe.wanted && mark.closest("[aria-current='true']"));

  new MutationObserver((records) => {
    if (probe.first === null && marks()) probe.first = performance.now();
    if (probe.clicked === null) return;
    if (!probe.wanted && records.some(touches)) probe.changed = performance.now() - probe.clicked;
    if (probe.wanted && probe.lit === null && isLit()) {
      probe.lit = -1;
      // Seen, not only made: after the frame that shows it, and before what the page does next.
      const seen = () => (probe.lit = performance.now() - probe.clicked);
      requestAnimationFrame(() => scheduler.postTask(seen, { priority: "user-blocking" }));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });

  // The click itself, as the browser got it.
  addEventListener("pointerup", (event) => (probe.clicked = event.timeStamp), true);
})();
