// The Verify button of the published file, and its result in words.

class Verifier {
  constructor(page, plain, frame) {
    Object.assign(this, { page, plain, frame });
    this.button = el("button", { type: "button", class: "verify-button", title: "Check this file in your browser", onclick: () => this.verify() }, "Verify");
    this.result = el("div", { class: "result", role: "status" });
    this.root = el("section", { class: "verify", "aria-label": "Verification in this browser" }, this.result);
  }

  async verify() {
    this.button.disabled = true;
    delete this.result.dataset.verdict;
    this.result.replaceChildren(el("p", {}, "Checking …"));
    const roots = this.page ? [this.page.headRoot, this.page.bodyRoot] : [];
    await whenRead();
    const verification = await new Verification(fileParts(this.frame), roots, this.plain).run();
    this.result.replaceChildren(...resultOf(verification));
    this.result.dataset.verdict = verification.problems.size ? "failed" : "passed";
    this.button.disabled = false;
  }
}

function fileParts(frame) {
  const blocks = [...document.querySelectorAll('script[type$="json"][id]')].filter((one) => one.id !== "seals");
  const head = [...document.head.querySelectorAll("title, meta[name='description'], meta[property], link[rel='canonical']")];
  return {
    head: head.map((one) => [one.getAttribute("name") ?? one.getAttribute("property") ?? one.getAttribute("rel") ?? "title", one.content ?? one.getAttribute("href") ?? one.textContent]),
    shell: new Map([["frame", frame.text], ...["styles", "program", "plotly"].map((id) => [id, document.getElementById(id)?.textContent ?? null])]),
    seals: dataOf("seals"),
    fingerprint: dataOf("fingerprint"),
    blocks: new Map(blocks.map((one) => [one.id, dataOf(one.id)])),
  };
}

function resultOf({ problems, counted, digests, record, file }) {
  const title = (id) => [...(record?.claims ?? []), ...(record?.sources ?? [])].find((one) => (one.claim ?? one.id) === id)?.title;
  const failed = [...problems].map(([id, said]) => el("li", { "data-verdict": id }, el("strong", {}, title(id) ?? id), ` (${id}): `, said.join(" ")));
  const sign = el("span", { class: `sign ${failed.length ? "failed" : "passed"}`, "aria-hidden": "true" });
  const fine = (record?.claims ?? []).filter((one) => !problems.has(one.claim));
  return [
    el("h2", {}, sign, failed.length ? " Not verified" : " Verified in this browser"),
    failed.length ? el("ul", { class: "changed" }, failed) : null,
    el("p", {}, `Checked: ${counted.quotes} quotes and ${counted.mentions} numbers at their places in the text, ${counted.shown} rows, values and texts on the page and what its head tells other programs. `, digestWords(digests, counted)),
    el("p", { class: "quiet" }, "This finds a change made to the file after it was published. Of a chart it compares what is written at its marks; its axis, and where its bars end, are not measured. It cannot find a forgery: whoever writes the whole file anew can write its digests anew. Against that, compare the fingerprint with one the publisher gives elsewhere: ", el("code", {}, file.fingerprint)),
    fine.length ? el("details", {}, el("summary", {}, `${fine.length} claims and events without a difference`), el("ul", {}, fine.map((one) => el("li", {}, fineWords(one))))) : null,
  ].filter(Boolean);
}

function digestWords(digests, counted) {
  if (digests) return `The SHA-256 of ${counted.sources === 1 ? "the text" : `${counted.sources} texts`} and the digests of ${counted.lines} lines of data were computed here.`;
  return "This browser offers no digest on this address (open the file from your disk, or over https), so no SHA-256 was compared.";
}

function fineWords({ claim, title, quote }) {
  return `${title} (${claim}): the quote stands at ${quote.start}–${quote.end}, its numbers inside it, and what is shown agrees.`;
}
