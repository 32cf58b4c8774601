// Keeps the code of the profile in the browser's storage for this site, if the visitor chose so.
const place = "certlens.profile"
let forgotten = 0, focus = 0

function read() {
  try {
    return localStorage.getItem(place) ?? ""
  } catch {
    return ""  // a browser that lets no page keep anything
  }
}

function write(code) {
  try {
    if (code) localStorage.setItem(place, code)
    else localStorage.removeItem(place)
  } catch { /* then the address is the only copy */ }
}

// Who drops a pick by keyboard goes on from the button that takes it back.
function focusUndo(frames = 60) {
  const button = document.querySelector(".st-key-tray-undo button")
  if (button) button.focus({ preventScroll: true })
  else if (frames) requestAnimationFrame(() => focusUndo(frames - 1))
}

export default function ({ data, setStateValue }) {
  if (data.forgotten > forgotten) write("")
  else if (data.keeping && data.code) write(data.code)
  forgotten = data.forgotten
  const kept = read()
  if (!data.keeping && kept !== data.known) setStateValue("kept", kept)
  if (data.focus > focus) focusUndo()
  focus = data.focus
}
