const SVG = "http://www.w3.org/2000/svg";
const DAY = 86400000;
const STEPS = [1, 2, 7, 14, 31, 92, 183, 366, 731, 1827, 3653, 7305, 18263, 36525]; // days; from 31 on, whole months
const SHAPES = { // within a circle of radius 1
  asserted: ["M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z", true],
  reported: ["M0,-1.2L1.2,0L0,1.2L-1.2,0Z", true],
  alleged: ["M0,-1.1L1.1,0.9L-1.1,0.9Z", true],
  unconfirmed: ["M0,-1.1L1.1,0.9L-1.1,0.9Z", false],
  denied: ["M-0.9,-0.9L0.9,0.9M0.9,-0.9L-0.9,0.9", false],
  planned: ["M-0.9,-0.9H0.9V0.9H-0.9Z", false],
  hypothetical: ["M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z", false],
  negated: ["M0,-1V1M-1,0H1", false],
};
const LETTER = 6.6; // pixels that a character of a label takes
const TALL = 700; // pixels of rows from which the days stand above as well as below
const RULE = "rgba(125,130,140,.35)";

function node(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  if (text !== undefined) made.textContent = text;
  return made;
}

function ticks(data, room) {
  const first = Date.parse(data.first);
  const span = data.right - data.left;
  const step = STEPS.find((days) => span / days * 82 <= room) ?? STEPS.at(-1);
  const found = [];
  const day = new Date(first + Math.ceil(data.left) * DAY);
  const months = Math.round(step / 30.4);
  if (months) { day.setUTCDate(1); day.setUTCMonth(Math.ceil(day.getUTCMonth() / months) * months % 12); }
  if (months > 12) day.setUTCFullYear(Math.floor(day.getUTCFullYear() / (months / 12)) * (months / 12), 0);
  for (let guard = 0; guard < 200; guard += 1) {
    const at = (day.getTime() - first) / DAY;
    if (at > data.right) break;
    if (at >= data.left) found.push([at, new Date(day)]);
    if (months) day.setUTCMonth(day.getUTCMonth() + months); else day.setUTCDate(day.getUTCDate() + step);
  }
  let year = null;
  return found.map(([at, date]) => {
    const parts = { month: "short", timeZone: "UTC" };
    if (!months) parts.day = "numeric";
    if (date.getUTCFullYear() !== year) parts.year = "numeric";
    year = date.getUTCFullYear();
    return [at, date.toLocaleDateString("en-GB", parts)];
  });
}

// The length in pixels of the tails of open starts: the longest label stands on its own, and no more, since a tail's
// length tells nothing. Without labels they are as long as the layout has them.
function tailOf(data) {
  const longest = Math.max(0, ...data.marks.map(([, , , , open, , , , label]) => (open ? label.length : 0)));
  return longest ? longest * LETTER + 24 : Infinity;
}

// The first day of the scale: where the tails and the labels to the left still have room before the marks.
function firstDay(data, room, tail) {
  if (tail === Infinity) return data.left;
  const firsts = data.marks.map(([begin, , at, , open, , , size, label, side]) => {
    const pixels = open ? tail : side === "left" ? label.length * LETTER + size + 8 : 0;
    const part = Math.min(0.8, pixels / room);
    const reach = (at - part * data.right) / (1 - part);
    return open ? reach : Math.min(begin, reach);
  });
  return Math.max(data.left, Math.min(...firsts) - (data.right - data.left) * 0.02);
}

function draw(layout, width) {
  const names = Math.max(...layout.lanes.map(([name]) => name.length));
  const left = Math.round(Math.min(names * 6.6 + 14, width * 0.24));
  const tail = tailOf(layout);
  const data = { ...layout, left: firstDay(layout, width - left - 14, tail) };
  const x = (day) => left + (day - data.left) / (data.right - data.left) * (width - left - 14);
  const top = data.rows * data.row > TALL ? 26 : 8;
  const y = (row) => top + (row + 0.5) * data.row;
  const bottom = top + data.rows * data.row;
  const svg = node("svg", { width, height: bottom + 26, viewBox: `0 0 ${width} ${bottom + 26}`, role: "group" });
  svg.setAttribute("aria-label", data.alt);
  svg.append(node("desc", {}, data.about));
  if (data.days.some((day) => day !== null)) {
    const from = x(Math.min(Math.max(data.days[0] ?? data.left, data.left), data.right));
    const to = x(Math.max(Math.min(data.days[1] ?? data.right, data.right), data.left));
    const range = node("rect", { x: from, width: Math.max(0, to - from), y: top - 4, height: bottom - top + 4, fill: "currentColor", opacity: 0.07 });
    range.append(node("title", {}, "The days of the filter"));
    svg.append(range);
  }
  for (const [day, text] of ticks(data, width - left)) {
    svg.append(node("line", { x1: x(day), x2: x(day), y1: top - 4, y2: bottom, stroke: RULE }));
    for (const at of top > 8 ? [top - 10, bottom + 17] : [bottom + 17]) {
      svg.append(node("text", { x: x(day), y: at, "text-anchor": "middle", "font-size": 12, fill: "currentColor" }, text));
    }
  }
  data.lanes.forEach(([name, first, height], i) => {
    if (i) svg.append(node("line", { x1: 0, x2: width, y1: y(first) - data.row * 0.8, y2: y(first) - data.row * 0.8, stroke: RULE }));
    const most = Math.floor((left - 10) / 6.4);
    const shown = name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
    const label = node("text", { x: 0, y: y(first + (height - 1) / 2) + 4, "font-size": 12.5, fill: "currentColor" }, shown);
    label.append(node("title", {}, name));
    svg.append(label);
  });
  const marks = data.marks.map((mark) => place(mark, data, x, y, tail));
  svg.append(...marks.map(({ link }) => link));
  return [svg, marks];
}

function place(mark, data, x, y, tail) {
  const [begin, end, at, row, open, colour, status, size, label, side, tip, id] = mark;
  const link = node("a", { href: `timeline?event=${id}`, class: "v-go mark", tabindex: -1, "aria-label": tip.join(", ") });
  const [x1, cx, cy] = [x(end), x(at), y(row)];
  const x0 = open ? Math.max(x(begin), cx - tail) : x(begin);
  const thick = data.row * (open ? 0.74 : 0.4);
  link.append(node("rect", { x: x0, width: Math.max(1, x1 - x0), y: cy - thick / 2, height: thick, fill: colour, "fill-opacity": open ? 0.16 : 0.45 }));
  if (open) link.append(node("path", { d: `M${x0 - 3},${cy}l7,-4.5v9Z`, fill: colour, "fill-opacity": 0.75 }));
  const [shape, filled] = SHAPES[status] ?? SHAPES.asserted;
  link.append(node("path", {
    d: shape, transform: `translate(${cx},${cy}) scale(${size})`, fill: filled ? colour : "none", stroke: colour,
    "stroke-width": 2, "vector-effect": "non-scaling-stroke", class: "symbol", "pointer-events": "all",
  }));
  if (label) {
    const toLeft = side === "left";
    link.append(node("text", {
      x: cx + (toLeft ? -size - 5 : size + 5), y: cy + 4, "font-size": 12, fill: "currentColor", "text-anchor": toLeft ? "end" : "start",
    }, label));
  }
  return { link, id, tip, x: cx, y: cy };
}

// The mark that an arrow key leads to: along the days, or to the nearest mark of the rows above or below.
function next(marks, from, key) {
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const order = [...marks].sort((a, b) => a.x - b.x || a.y - b.y);
    return order[order.indexOf(from) + (key === "ArrowRight" ? 1 : -1)];
  }
  const sign = key === "ArrowDown" ? 1 : -1;
  const far = (mark) => Math.abs(mark.y - from.y) * 1000 + Math.abs(mark.x - from.x);
  const others = marks.filter((mark) => (mark.y - from.y) * sign > 1);
  return others.length ? others.reduce((best, mark) => (far(mark) < far(best) ? mark : best)) : undefined;
}

// Brings the card of the chosen event into sight as soon as it is drawn, below the figure.
function reveal(id, tries) {
  const card = id && document.getElementById(`card-${id}`);
  if (card) card.scrollIntoView({ block: "start", behavior: "smooth" });
  else if (id && tries) setTimeout(reveal, 50, id, tries - 1);
}

export default function ({ data, parentElement: root }) {
  const frame = root.querySelector(".frame");
  const tip = root.querySelector(".tip");
  const state = root.timeline ?? (root.timeline = { json: "", width: 0, marks: [] });

  const redraw = () => {
    const json = JSON.stringify(data.figure);
    const width = Math.max(320, Math.floor(frame.clientWidth));
    if (json !== state.json || width !== state.width) {
      const [svg, marks] = draw(data.figure, width);
      Object.assign(state, { json, width, marks });
      root.querySelector(".plot").replaceChildren(svg);
      tip.hidden = true;
      if (marks.length) marks[0].link.setAttribute("tabindex", 0);
    }
    for (const mark of state.marks) mark.link.classList.toggle("chosen", mark.id === data.chosen);
    if (data.chosen !== state.chosen) reveal(data.chosen, 40);
    state.chosen = data.chosen;
  };
  const markOf = (event) => {
    const link = event.target.closest?.("a.mark");
    return link && state.marks.find((mark) => mark.link === link);
  };
  const show = (event) => {
    const mark = markOf(event);
    tip.hidden = !mark;
    if (!mark) return;
    tip.replaceChildren(...mark.tip.map((line) => Object.assign(document.createElement("div"), { textContent: line })));
    tip.style.top = `${mark.y + 14}px`;
    tip.style.left = `${Math.max(0, Math.min(mark.x - 40, state.width - tip.offsetWidth - 4))}px`;
  };
  const hide = () => { tip.hidden = true; };
  const steer = (event) => {
    if (event.key === "Escape") hide();
    const mark = markOf(event);
    if (!mark || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const other = next(state.marks, mark, event.key);
    if (!other) return;
    mark.link.setAttribute("tabindex", -1);
    other.link.setAttribute("tabindex", 0);
    other.link.focus();
  };
  const save = () => {
    const copy = root.querySelector("svg").cloneNode(true);
    const colours = getComputedStyle(frame);
    copy.setAttribute("xmlns", SVG);
    copy.setAttribute("style", `color:${colours.color};background:${colours.backgroundColor};font-family:sans-serif`);
    for (const link of copy.querySelectorAll("a")) link.removeAttribute("href");
    const file = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
    Object.assign(document.createElement("a"), { href: file, download: "timeline.svg" }).click();
    setTimeout(() => URL.revokeObjectURL(file), 10000);
  };

  // Streamlit may call again before it takes the last call's listeners away.
  const live = new AbortController();
  root.live?.abort();
  root.live = live;
  redraw();
  const watch = new ResizeObserver(redraw);
  watch.observe(frame);
  live.signal.addEventListener("abort", () => watch.disconnect());
  for (const [target, name, listener] of [
    [frame, "mouseover", show], [frame, "focusin", show], [frame, "mouseleave", hide], [frame, "focusout", hide],
    [frame, "keydown", steer], [root.querySelector("button"), "click", save],
  ]) target.addEventListener(name, listener, { signal: live.signal });
  return () => live.abort();
}
