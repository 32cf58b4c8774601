// Draws the tiles anew from `data` whenever it changes. One tile is in the tab order; the
// arrow keys lead from it to its neighbors, as on a map.

const STEPS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children)
  return node
}

function tileButton(tile, send) {
  const button = element(
    "button",
    {
      type: "button",
      className: tile.lightText ? "tile light" : "tile",
      title: tile.description,
    },
    element("b", {}, tile.state),
    element("span", {}, tile.text),
  )
  button.style.gridArea = `${tile.row + 1} / ${tile.column + 1}`
  button.style.background = tile.color
  button.ariaLabel = tile.description
  button.ariaPressed = String(tile.selected)
  button.dataset.state = tile.state
  button.tabIndex = -1
  button.onclick = () => send("state", tile.selected ? "" : tile.state)
  return button
}

// The nearest tile in the direction of a key: along the row or column first, then aside.
function neighbor(from, step, tiles) {
  const [down, right] = step
  const distance = (tile) => {
    const ahead = (tile.row - from.row) * down + (tile.column - from.column) * right
    const aside = Math.abs((tile.row - from.row) * right) + Math.abs((tile.column - from.column) * down)
    return ahead > 0 ? ahead + 3 * aside : Infinity
  }
  const nearest = tiles.reduce((best, tile) => (distance(tile) < distance(best) ? tile : best))
  return distance(nearest) < Infinity ? nearest : from
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".map")
  const focused = root.getRootNode().activeElement?.dataset?.state
  const buttons = new Map(data.tiles.map((tile) => [tile.state, tileButton(tile, setTriggerValue)]))
  const enter = (state) => {
    buttons.forEach((button) => (button.tabIndex = -1))
    buttons.get(state).tabIndex = 0
  }
  const tiles = element("div", { className: "tiles", role: "group" }, ...buttons.values())
  tiles.ariaLabel = data.caption
  tiles.onkeydown = (event) => {
    const step = STEPS[event.key]
    const from = data.tiles.find((tile) => tile.state === event.target.dataset.state)
    if (!step || !from) return
    event.preventDefault()
    const to = neighbor(from, step, data.tiles).state
    enter(to)
    buttons.get(to).focus()
  }
  const legend = data.categories.map((category) => {
    const color = element("i")
    color.style.background = category.color
    return element("li", {}, color, category.name)
  })
  root.replaceChildren(tiles, element("ul", { className: "legend" }, ...legend))
  enter(focused ?? data.tiles.find((tile) => tile.selected)?.state ?? data.tiles[0].state)
  if (focused) buttons.get(focused).focus({ preventScroll: true })
}
