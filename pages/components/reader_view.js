export default function ({ data, parentElement: root }) {
  const text = root.querySelector(".text");
  const margin = root.querySelector(".margin");
  const copy = root.querySelector(".copy");
  const find = root.querySelector(".find");
  const found = root.querySelector(".found");

  const drawn = root.drawn ?? (root.drawn = {});
  const changed = (name) => {
    const now = JSON.stringify(data[name]);
    return drawn[name] === now ? false : ((drawn[name] = now), true);
  };
  root.querySelector(".facts").textContent = data.facts;
  if (changed("pieces")) {
    text.replaceChildren(...data.pieces.map(([surface, classes, title, refs, start]) => {
      const piece = document.createElement(classes ? "mark" : "span");
      piece.textContent = surface;
      piece.dataset.start = start;
      if (classes) piece.className = classes;
      if (title) piece.title = title;
      if (refs.length) {
        piece.dataset.refs = refs.join(" ");
        piece.tabIndex = 0;
        piece.setAttribute("role", "button");
      }
      return piece;
    }));
    const focus = text.querySelector(".l-focus");
    if (focus) requestAnimationFrame(() => scroll(text, focus));
  }
  if (changed("margin")) {
    margin.replaceChildren(...data.margin.map(([id, title, facts, quad, dimmed, told, happening]) => {
      const item = document.createElement("button");
      item.type = "button";
      item.dataset.id = id;
      item.dataset.told = told;
      item.dataset.happening = happening;
      item.className = quad + (dimmed ? " dimmed" : "");
      if (dimmed) item.title = "The filter leaves this event out";
      const head = document.createElement("span");
      head.textContent = title;
      const small = document.createElement("small");
      small.textContent = facts;
      item.append(head, small);
      return item;
    }));
  }

  function scroll(box, node) {
    box.scrollTo({ top: node.offsetTop - box.offsetTop - box.clientHeight / 3, behavior: "smooth" });
  }

  function show(id) {
    for (const old of root.querySelectorAll(".l-now, .now")) old.classList.remove("l-now", "now");
    const marks = [...text.querySelectorAll("[data-refs]")].filter((m) => m.dataset.refs.split(" ").includes(id));
    for (const mark of marks) mark.classList.add("l-now");
    const item = [...margin.children].find((i) => i.dataset.id === id);
    margin.querySelector(".onward")?.remove();
    if (item) {
      item.classList.add("now");
      const card = Object.assign(document.createElement("a"), { className: "v-go onward", href: `timeline?event=${id}` });
      card.textContent = `Open its card: ${item.dataset.told}`;
      item.after(card);
    }
    return [marks[0], item];
  }

  function fromText(event) {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    const mark = event.target.closest("[data-refs]");
    if (!mark) return;
    if (event.type === "keydown") event.preventDefault();
    const [, item] = show(mark.dataset.refs.split(" ")[0]);
    if (item) scroll(margin, item);
    tell(item);
  }

  function fromMargin(event) {
    const item = event.target.closest("button");
    if (!item) return;
    const [mark] = show(item.dataset.id);
    if (mark) scroll(text, mark);
    tell(item);
  }

  // The article beside this one shows its own report of the same happening, or none.
  function tell(item) {
    window.dispatchEvent(new CustomEvent("variorum-happening", { detail: { text, happening: item?.dataset.happening } }));
  }

  function follow({ detail }) {
    if (detail.text === text) return;
    const other = [...margin.children].find((i) => detail.happening && i.dataset.happening === detail.happening);
    const [mark, item] = show(other?.dataset.id);
    if (mark) scroll(text, mark);
    if (item) scroll(margin, item);
  }

  const codePoints = (string) => Array.from(string).length;

  function offset(node, within) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece || !text.contains(piece)) return null;
    return Number(piece.dataset.start) + codePoints(piece.textContent.slice(0, within));
  }

  function selected() {
    const selection = root.getSelection ? root.getSelection() : document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    return start !== null && end !== null && start < end ? [start, end] : null;
  }

  function offer() {
    copy.hidden = !selected();
    copy.textContent = "Copy a link to the selected words";
  }

  async function copyLink() {
    const span = selected();
    if (!span) return;
    const address = new URL(window.location.href);
    address.searchParams.set("article", data.label);
    address.searchParams.set("span", span.join("-"));
    try {
      await navigator.clipboard.writeText(address.href);
      copy.textContent = "Copied";
    } catch {
      window.prompt("The link to these words:", address.href);
    }
  }

  function clear() {
    CSS.highlights.delete("variorum-find");
    CSS.highlights.delete("variorum-find-now");
    root.hits = [];
  }

  // The hit `steps` from the one shown, round from the last to the first.
  function step(steps) {
    const hits = root.hits ?? [];
    if (!hits.length) return;
    root.hit = (root.hit + steps + hits.length) % hits.length;
    const range = hits[root.hit];
    CSS.highlights.set("variorum-find-now", new Highlight(range));
    found.textContent = `${root.hit + 1} of ${hits.length}${hits.length > 1 ? ": Enter goes to the next" : ""}`;
    scroll(text, range.startContainer.parentElement);
  }

  function walk(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  }

  function search() {
    clear();
    const wanted = find.value.toLowerCase();
    if (!wanted) { found.textContent = ""; return; }
    const nodes = [...text.children].map((piece) => piece.firstChild).filter(Boolean);
    const starts = [];
    let whole = "";
    for (const node of nodes) { starts.push(whole.length); whole += node.data; }
    const lower = whole.toLowerCase();
    const place = (at) => {
      let i = starts.findLastIndex((start) => start <= at);
      return [nodes[i], Math.min(at - starts[i], nodes[i].length)];
    };
    const ranges = [];
    for (let at = lower.indexOf(wanted); at >= 0 && lower.length === whole.length; at = lower.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(...place(at));
      range.setEnd(...place(at + wanted.length));
      ranges.push(range);
    }
    CSS.highlights.set("variorum-find", new Highlight(...ranges));
    root.hits = ranges;
    root.hit = 0;
    found.textContent = "not found";
    step(0);
  }

  // Streamlit may call again before it takes the last call's listeners away.
  const live = new AbortController();
  root.live?.abort();
  root.live = live;
  for (const [node, name, listener] of [
    [text, "click", fromText], [text, "keydown", fromText], [margin, "click", fromMargin], [window, "variorum-happening", follow],
    [document, "selectionchange", offer], [copy, "click", copyLink], [find, "input", search], [find, "keydown", walk],
  ]) node.addEventListener(name, listener, { signal: live.signal });
  return () => live.abort();
}
