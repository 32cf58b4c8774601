// Leaves the first screen in its place while the app draws its page below it, out of sight and out
// of reach. Once the page is whole the first screen goes at once, so that nothing jumps; what was
// read and what had the focus go on in the app.
{
  const screen = document.querySelector(".first-screen");
  const root = document.getElementById("root");
  const msBetweenLooks = 100;
  const looksAtRest = 2; // in which the app may still ask for another run
  const msOfPatience = 20_000; // for a page that never rests
  const main = () => root.querySelector("[data-testid=stMain]");
  const hasPage = () => main()?.querySelector("h1, [data-testid=stException]");

  const isDrawing = (chart) => chart.getBoundingClientRect().top < innerHeight;
  const rests = () =>
    root.querySelector("[data-test-script-state=notRunning]")
    && !root.querySelector("[data-stale=true], [data-testid=stSkeleton]")
    && ![...root.querySelectorAll("[data-testid=stVegaLiteChart]:not(:has(svg, canvas))")].some(isDrawing)
    && document.fonts.status === "loaded";

  let readTo = scrollY;
  function isRead() {
    const scrolls = readTo !== scrollY;
    readTo = scrollY;
    const selection = getSelection();
    const selects = !selection.isCollapsed && screen.contains(selection.anchorNode);
    return scrolls || selects || screen.querySelector(":popover-open");
  }

  // The headings that were scrolled past and that the app has too: [the first screen's, the app's].
  const pastHeadings = () =>
    [...screen.querySelectorAll("h2[id]")]
      .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3)
      .map((heading) => [heading, main().querySelector(`[id="${CSS.escape(heading.id)}"]`)])
      .filter(([, same]) => same);

  function scrollAlike() {
    const [heading, same] = pastHeadings().at(-1) ?? [];
    if (!scrollY || !heading) return;
    const below = Math.max(heading.getBoundingClientRect().top, 80); // the bar at the top
    const moved = same.getBoundingClientRect().top + scrollY - below;
    main().scrollTo({ top: main().scrollTop + moved, behavior: "instant" });
  }

  function focusAlike(left) {
    const isInView = (link) => link.getBoundingClientRect().right > 0; // not in a closed menu
    const same = [...root.querySelectorAll("a")]
      .find((link) => link.href === left.href && isInView(link));
    const next = same ?? main().querySelector("h1");
    if (!same) next?.setAttribute("tabindex", "-1");
    next?.focus({ preventScroll: true });
  }

  function handOver() {
    const focused = document.activeElement;
    const isLeft = screen.contains(focused);
    scrollAlike();
    screen.remove();
    if (isLeft) focusAlike(focused);
  }

  let looks = 0, drawnSince;
  const watch = setInterval(() => {
    if (!hasPage()) return;
    drawnSince ??= performance.now();
    const waited = performance.now() - drawnSince > msOfPatience;
    looks = !isRead() && (waited || rests()) ? looks + 1 : 0;
    if (looks < looksAtRest) return;
    clearInterval(watch);
    handOver();
  }, msBetweenLooks);
}
