// Draws the tiles anew from `data` whenever it changes. One tile is in the tab order; the
// arrow keys lead from it to its neighbors, as on a map.

const STEPS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function tile(each, data, send) {
  const made = element(
    "button",
    { type: "button", className: each.light ? "tile light" : "tile", title: each.spoken },
    element("b", {}, each.state),
    element("span", {}, each.pay),
  )
  made.style.gridArea = `${each.row + 1} / ${each.column + 1}`
  made.style.background = data.colors[each.side]
  made.ariaLabel = each.spoken
  made.ariaPressed = String(each.chosen)
  made.dataset.state = each.state
  made.tabIndex = -1
  made.onclick = () => send("state", each.chosen ? "" : each.state)
  return made
}

// The nearest tile in the direction of a key: along the row or column first, then aside.
function neighbor(from, step, tiles) {
  const [down, right] = step
  const distance = (each) => {
    const ahead = (each.row - from.row) * down + (each.column - from.column) * right
    const aside = Math.abs((each.row - from.row) * right) + Math.abs((each.column - from.column) * down)
    return ahead > 0 ? ahead + 3 * aside : Infinity
  }
  const best = tiles.reduce((one, other) => (distance(other) < distance(one) ? other : one))
  return distance(best) < Infinity ? best : from
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".map")
  const focused = root.getRootNode().activeElement?.dataset?.state
  const buttons = new Map(data.tiles.map((each) => [each.state, tile(each, data, setTriggerValue)]))
  const enter = (state) => {
    buttons.forEach((button) => (button.tabIndex = -1))
    buttons.get(state).tabIndex = 0
  }
  const tiles = element("div", { className: "tiles", role: "group" }, ...buttons.values())
  tiles.ariaLabel = data.caption
  tiles.onkeydown = (event) => {
    const step = STEPS[event.key]
    const from = data.tiles.find((each) => each.state === event.target.dataset.state)
    if (!step || !from) return
    event.preventDefault()
    const to = neighbor(from, step, data.tiles).state
    enter(to)
    buttons.get(to).focus()
  }
  const legend = data.classes.map((name) => {
    const color = element("i")
    color.style.background = data.colors[name]
    return element("li", {}, color, name)
  })
  root.replaceChildren(tiles, element("ul", { className: "legend" }, ...legend))
  enter(focused ?? data.tiles.find((each) => each.chosen)?.state ?? data.tiles[0].state)
  if (focused) buttons.get(focused).focus({ preventScroll: true })
}
