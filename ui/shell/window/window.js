// How far down each page was read, by the name of what it shows. A page reached by the browser's
// buttons opens there, every other at its top. Streamlit leaves the window where it was. Its
// addresses are no help: one in the history may carry the query of the page after it.
const readTo = new Map()
const framesToSettle = 30
let shown, cameBack = false, turn = 0
// Whether the page was just opened, so that what it adds to its address is no step of its own.
let opened = true, early = ""

const main = () => document.querySelector("[data-testid=stMain]")
const isDrawn = () => !document.querySelector("[data-test-script-state='running']")

// Go to a place as soon as there is that much page, and stay while more is drawn around it. The
// top is there at once; what a page was asked to bring into view after that is let be.
function hold(top) {
  const mine = ++turn
  let left = top ? framesToSettle : 0
  const step = () => {
    if (mine !== turn) return
    main()?.scrollTo({ top, behavior: "instant" })
    requestAnimationFrame(() => {
      if (!isDrawn() || left-- > 0) step()
    })
  }
  step()
}

function letGo() {
  turn += 1
}

// A page completes the address by which it was opened: with the choices made before, and with the
// visitor's profile. Streamlit would make that a step to go back to, one at each page. The query of
// the next page may also come before its name, as if it were one of the page that is left, and once
// more when that page has completed it. One act is one step, however many addresses it brings.
// Until here the script that started the app let no step be made.
delete history.pushState
const push = history.pushState.bind(history)
history.pushState = (state, title, url) => {
  const next = new URL(url, location.href)
  const staysOnPage = next.pathname === location.pathname
  const completes = staysOnPage ? opened || early : next.search && next.search === early
  if (completes) history.replaceState(state, title, url)
  else push(state, title, url)
  early = staysOnPage && !opened ? next.search : ""
  if (!staysOnPage) opened = true
}

function acted() {
  letGo()
  cameBack = opened = false
  early = ""
  if (shown !== undefined) readTo.set(shown, main()?.scrollTop ?? 0)
}

// In a narrow window the menu lies over the page. Streamlit closes it only for the browsers of
// phones, which a moment later are found to have closed it.
function closeMenu(event) {
  if (!event.target.closest?.("[data-testid=stSidebarNavLink]")) return
  if (!window.matchMedia("(max-width: 768px)").matches) return
  setTimeout(() => {
    const menu = document.querySelector("[data-testid=stSidebar][data-collapsed=false]")
    menu?.querySelector("[data-testid=stSidebarCollapseButton] button")?.click()
  }, 50)
}

// Streamlit notes in the browser whether the menu was open, and would lay one that was left open
// over the next page that is opened there.
function forgetMenu() {
  setTimeout(() => {
    try {
      Object.keys(localStorage)
        .filter(key => key.startsWith("stSidebarCollapsed"))
        .forEach(key => localStorage.removeItem(key))
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  })
}

// Streamlit draws a popover at the end of the page, far away from its button: it takes the focus
// when it opens, and the Escape key gives it back.
const seenOpen = new WeakSet()

function enterPopovers() {
  for (const popover of document.querySelectorAll("[data-testid=stPopoverBody]")) {
    if (seenOpen.has(popover)) continue
    seenOpen.add(popover)
    popover.tabIndex = -1
    popover.focus({ preventScroll: true })
  }
}

// Streamlit calls the button of a narrow window's menu "Expand sidebar", and folds the sections in
// it for a pointer alone. It lists buttons among the items of a list, which no list may have. In
// the bar it does not say in which section the page stands.
let section = ""

function nameMenu() {
  const button = document.querySelector("[data-testid=stExpandSidebarButton]")
  if (button) button.ariaLabel = "Menu"
  const closer = document.querySelector("[data-testid=stSidebarCollapseButton] button")
  if (closer) closer.ariaLabel = "Close menu"
  const list = document.querySelector("[data-testid=stSidebarNavItems]")
  for (const part of list ? [list, ...list.querySelectorAll("li")] : []) part.role = "none"
  for (const header of document.querySelectorAll("[data-testid=stNavSectionHeader]")) {
    header.role = "button"
    header.tabIndex = 0
    header.ariaExpanded = String(header.nextElementSibling !== null)
  }
  for (const opener of document.querySelectorAll("[data-testid=stTopNavSection]"))
    opener.ariaCurrent = section && opener.textContent.trim() === section ? "true" : null
}

function pressSection(event) {
  if (event.key !== "Enter" && event.key !== " ") return
  const header = event.target.closest?.("[data-testid=stNavSectionHeader]")
  if (!header) return
  event.preventDefault()
  header.click()
}

addEventListener("keydown", pressSection)
new MutationObserver(() => { nameMenu(); enterPopovers() }).observe(document.body, { childList: true, subtree: true })
addEventListener("pointerdown", acted, true)
addEventListener("keydown", acted, true)
addEventListener("wheel", letGo, { capture: true, passive: true })
addEventListener("touchmove", letGo, { capture: true, passive: true })
addEventListener("popstate", () => { cameBack = opened = true })
addEventListener("click", closeMenu, true)
addEventListener("click", forgetMenu, true)

export default function ({ data }) {
  section = data.section
  nameMenu()
  if (shown === data.shown) return
  const isFirst = shown === undefined
  shown = data.shown
  if (!isFirst) hold(cameBack ? readTo.get(shown) ?? 0 : 0)
}
