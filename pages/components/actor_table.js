const SHOWN = 60; // rows before the button that shows the rest

function made(name, text, attributes = {}) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
}

function compare(a, b) {
  return typeof a === "number" ? b - a : String(a).localeCompare(String(b));
}

export default function ({ data, parentElement: root, setTriggerValue }) {
  const [table, find, more] = [".table", ".find", ".more"].map((name) => root.querySelector(name));
  const state = root.table ?? (root.table = { json: "", by: 2, up: false, all: false, chosen: [] });

  const heads = () => data.columns.map(([name, why], i) => {
    const head = made("th", undefined, { scope: "col", "aria-sort": i !== state.by ? "none" : state.up ? "ascending" : "descending" });
    const button = made("button", name, { type: "button", title: `${name}: ${why}. Click to sort` });
    if (i === state.by) button.append(state.up ? " ↑" : " ↓");
    button.dataset.column = i;
    head.append(button);
    return head;
  });

  const line = (values) => {
    const row = made("tr");
    const label = made("label");
    const box = made("input", undefined, { type: "checkbox", value: values[0] });
    box.checked = state.chosen.includes(values[0]);
    label.append(box, made("span", values[0], { dir: "auto" }));
    const name = made("th", undefined, { scope: "row" });
    name.append(label);
    row.append(name, ...values.slice(1).map((value, i) => {
      const cell = made("td", i === 0 ? value : value || "", i === 0 ? {} : { class: "n" });
      if (i === 1) cell.style.setProperty("--part", `${value / data.most * 100}%`);
      return cell;
    }));
    return row;
  };

  const redraw = () => {
    const wanted = find.value.trim().toLowerCase();
    const rows = data.rows.filter(([name, kind]) => `${name} ${kind}`.toLowerCase().includes(wanted));
    rows.sort((a, b) => compare(a[state.by], b[state.by]) || compare(a[0], b[0]));
    // Numbers begin with the greatest, words with the first of the alphabet: `up` says the opposite of numbers.
    if (state.up === (typeof data.rows[0][state.by] === "number")) rows.reverse();
    const shown = state.all ? rows : rows.slice(0, SHOWN);
    const head = made("tr");
    head.append(...heads());
    table.tHead.replaceChildren(head);
    table.tBodies[0].replaceChildren(...shown.map(line));
    more.hidden = shown.length === rows.length;
    more.textContent = `Show all ${rows.length}`;
  };

  const json = JSON.stringify(data);
  if (json !== state.json) {
    state.json = json;
    state.chosen = data.chosen;
    root.querySelector(".note").textContent = data.note;
    redraw();
  }
  const sort = (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const column = Number(button.dataset.column);
    const text = typeof data.rows[0][column] !== "number";
    state.up = column === state.by ? !state.up : text;
    state.by = column;
    redraw();
    table.tHead.querySelector(`[data-column="${column}"]`).focus();
  };
  const tick = (event) => {
    const { value, checked } = event.target;
    state.chosen = checked ? [...state.chosen, value] : state.chosen.filter((name) => name !== value);
    setTriggerValue("chosen", state.chosen);
  };
  // Streamlit may call again before it takes the last call's listeners away.
  const live = new AbortController();
  root.live?.abort();
  root.live = live;
  for (const [node, name, listener] of [
    [table.tHead, "click", sort], [table.tBodies[0], "change", tick], [find, "input", redraw],
    [more, "click", () => { state.all = true; redraw(); }],
  ]) node.addEventListener(name, listener, { signal: live.signal });
  return () => live.abort();
}
