// Starts the app once the first screen is painted; what loads it waits in a template until then.
{
  // The app completes the address by which it was opened, which is no step to go back to. Its own
  // script of the window tells steps apart, but comes later, and then takes this one's place.
  history.pushState = (state, title, url) => history.replaceState(state, title, url);
  // Streamlit would first look for its server below the address of the page, in vain.
  window.__streamlit = { BACKEND_BASE_URL: new URL("./", location.href).href };
  // The sections of a narrow window's menu are folded until they are opened; Streamlit keeps that.
  try {
    const kept = "stSidebarSectionsState-";
    if (!localStorage.getItem(kept)) localStorage.setItem(kept, JSON.stringify(SECTIONS));
  } catch {
    // A browser that keeps nothing shows them open.
  }
  const start = () => document.body.append(document.getElementById("app").content);
  const painted = (done) => requestAnimationFrame(() => setTimeout(done));
  const anyway = (done) => setTimeout(done, 300); // a tab in the background paints nothing
  Promise.race([new Promise(painted), new Promise(anyway)]).then(start);
}
