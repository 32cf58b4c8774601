// Asks the service while somebody types, and lists what it found as links. A plain press on one
// goes through the session, which keeps its choices; any other opens the address, as links do.
const hint = "Type a word, letters such as CCS, or a question."
const failure = "The search does not answer at the moment. Please try again."
const pauseInTyping = 120
const pauseBeforeRun = 150
const framesToFind = 1200, framesToSettle = 90
const belowTheNavigation = "5rem"
let turn = 0

// The address of a place says whose it is: a further tab begins with the same profile.
function withProfile(address) {
  const url = new URL(address, location.href)
  const profile = new URLSearchParams(location.search).get("me")
  if (profile) url.searchParams.set("me", profile)
  return url.href
}

// Bring the place into view once its page is drawn, out of the fold that it may be in, hold it there
// while more is drawn around it, and have the keyboard go on from there. Whatever the reader does
// next ends that.
function arrive(anchor) {
  const mine = ++turn
  let left = framesToFind, still = 0, isEntered = false
  const step = () => {
    if (mine !== turn || !left--) return
    const isDrawn = !document.querySelector("[data-test-script-state='running']")
    const place = isDrawn && (anchor ? document.getElementById(anchor) : document.querySelector("h1"))
    if (place) {
      if (!isEntered) enter(place)
      isEntered = true
      if (!anchor) return
      const fold = place.closest("details")
      fold?.setAttribute("open", "")
      const top = fold ?? place
      top.style.scrollMarginTop = belowTheNavigation
      const before = top.getBoundingClientRect().top
      top.scrollIntoView({ block: "start", behavior: "instant" })
      still = Math.abs(top.getBoundingClientRect().top - before) > 1 ? 0 : still + 1
      if (still > framesToSettle) return
    }
    requestAnimationFrame(step)
  }
  // The run that leads there has yet to begin.
  setTimeout(step, pauseBeforeRun)
}

function enter(place) {
  place.setAttribute("tabindex", "-1")
  place.focus({ preventScroll: true })
}

// An address may name a place; the app drops that part of it before the page is drawn.
const opened = performance.getEntriesByType("navigation")[0]?.name ?? location.href
if (new URL(opened).hash) arrive(decodeURIComponent(new URL(opened).hash.slice(1)))

for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) {
  addEventListener(kind, () => { turn += 1 }, { capture: true, passive: true })
}

function element(tag, className, text = "") {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}

function entry(hit, choose) {
  const link = element("a")
  link.href = withProfile(hit.address)
  link.append(element("span", "title", hit.title))
  const sentence = element("span", "sentence")
  for (const [text, isFound] of hit.sentence) sentence.append(element(isFound ? "mark" : "span", "", text))
  link.append(sentence, element("span", "trail", hit.trail))
  link.onclick = event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    choose(hit)
  }
  const item = element("li")
  item.append(link)
  return item
}

export default function ({ parentElement, setTriggerValue }) {
  const find = selector => parentElement.querySelector(selector)
  const dialog = find("dialog"), input = find("input"), says = find(".says")
  const hits = find(".hits"), nearest = find(".nearest")
  let asked = 0, timer, opensFirst = false

  const links = () => [...hits.querySelectorAll("a")]

  function choose(hit) {
    const anchor = new URL(hit.address, location.href).hash.slice(1)
    dialog.close()
    arrive(anchor)
    setTriggerValue("go", hit.id)
  }

  function show(answer) {
    says.textContent = answer.says
    hits.replaceChildren(...answer.hits.map(hit => entry(hit, choose)))
    nearest.replaceChildren(...answer.nearest.map(word => {
      const button = element("button", "", word)
      button.type = "button"
      button.onclick = () => { input.value = word; input.focus(); ask() }
      return button
    }))
    if (opensFirst) links()[0]?.click()
    opensFirst = false
  }

  async function ask() {
    const mine = ++asked
    const query = input.value
    if (!query.trim()) return show({ says: hint, hits: [], nearest: [] })
    try {
      const answer = await fetch("search.json", { method: "POST", body: query })
      if (!answer.ok) throw new Error(answer.status)
      const found = await answer.json()
      if (mine === asked) show(found)
    } catch {
      if (mine === asked) show({ says: failure, hits: [], nearest: [] })
    }
  }

  function askSoon() {
    asked += 1
    clearTimeout(timer)
    timer = setTimeout(() => { timer = undefined; ask() }, pauseInTyping)
  }

  function open() {
    if (!dialog.open) dialog.showModal()
    input.focus()
    input.select()
    if (!says.textContent) says.textContent = hint
  }

  // Until here it could not have answered.
  find(".open").disabled = false
  find(".open").onclick = open
  find(".close").onclick = () => dialog.close()
  dialog.onclick = event => { if (event.target === dialog) dialog.close() }
  input.oninput = askSoon
  dialog.onkeydown = event => {
    const all = [input, ...links()]
    const current = all.indexOf(parentElement.activeElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && current >= 0) {
      event.preventDefault()
      all[Math.min(Math.max(current + step, 0), all.length - 1)].focus()
    } else if (event.key === "Enter" && parentElement.activeElement === input) {
      event.preventDefault()
      // What was typed last may not be answered yet.
      if (timer) { clearTimeout(timer); timer = undefined; opensFirst = true; ask() }
      else links()[0]?.click()
    }
  }

  const shortcut = event => {
    if (event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return
    if (event.ctrlKey === event.metaKey) return
    event.preventDefault()
    open()
  }
  document.addEventListener("keydown", shortcut)
  return () => document.removeEventListener("keydown", shortcut)
}
