// Draws the results table anew from `data` whenever it changes.
// Nothing is kept here: clicks are sent to Python, which sends new data.

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function heading(column, data, send) {
  const active = column.order === data.order
  const arrow = active ? (data.descending ? "▼" : "▲") : ""
  const button = element(
    "button",
    { type: "button", className: "sort" },
    column.title,
    element("span", { className: "arrow", ariaHidden: "true" }, arrow),
  )
  button.onclick = () => {
    const down = active && !data.descending
    send("sort", (down ? "-" : "") + column.order)
  }
  button.dataset.focus = `sort ${column.order}`
  const cell = element("th", { scope: "col", className: column.number ? "number" : "" }, button)
  if (column.meaning) {
    const meaning = element("span", { className: "meaning", role: "tooltip" }, column.meaning)
    meaning.id = `meaning-${column.order}`
    button.setAttribute("aria-describedby", meaning.id)
    cell.append(meaning)
  }
  if (active) cell.ariaSort = data.descending ? "descending" : "ascending"
  return cell
}

function marked(cell, className = "") {
  const text = element("span", { className }, cell.text)
  if (!cell.mark) return [text]
  const mark = element("span", { className: "mark", role: "img", title: cell.standing }, cell.mark)
  mark.ariaLabel = cell.standing
  return [text, mark]
}

function figure(cell, column, data) {
  const made = element("td", { className: column.number ? "number" : "" })
  made.dataset.title = column.title
  made.append(element("span", {}, ...marked(cell, cell.text === data.unknown ? "missing" : "")))
  return made
}

function line(row, data, send) {
  const checked = data.picked.includes(row.id)
  const box = element("input", { type: "checkbox", checked, disabled: data.full && !checked })
  box.ariaLabel = `Pick ${row.label}`
  box.dataset.focus = `pick ${row.id}`
  box.onchange = () => send("pick", row.id)

  const link = element("a", { href: row.href }, row.label)
  link.dataset.focus = `open ${row.id}`
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    send("open", row.id)
  }
  const name = element("span", { className: "name" }, row.name)
  const title = element("th", { scope: "row" }, link, name)
  const remark = element("span", { className: "remark" }, row.remark)
  if (row.holders.text) remark.append(" · ", ...marked(row.holders))
  title.append(remark)

  const picked = checked ? "picked" : ""
  const made = element("tr", { className: picked }, element("td", { className: "box" }, box), title)
  made.append(...row.cells.map((cell, at) => figure(cell, data.columns[at], data)))
  return made
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".results")
  const focused = root.getRootNode().activeElement?.dataset?.focus
  const scrolled = root.querySelector(".frame")?.scrollLeft ?? 0

  const credential = { title: "Credential", order: "name" }
  const head = element(
    "tr",
    {},
    element("th", { scope: "col", className: "box" }, element("span", { className: "hidden" }, "Pick")),
    ...[credential, ...data.columns].map((column) => heading(column, data, setTriggerValue)),
  )
  const table = element(
    "table",
    {},
    element("caption", { className: "hidden" }, data.caption),
    element("thead", {}, head),
    element("tbody", {}, ...data.rows.map((row) => line(row, data, setTriggerValue))),
  )
  const frame = element("div", { className: "frame", tabIndex: 0, role: "region" }, table)
  frame.ariaLabel = data.caption
  root.replaceChildren(frame, element("p", { className: "legend" }, data.legend))

  frame.scrollLeft = scrolled
  if (focused) {
    const again = [...root.querySelectorAll("[data-focus]")].find((each) => each.dataset.focus === focused)
    again?.focus({ preventScroll: true })
  }
}
