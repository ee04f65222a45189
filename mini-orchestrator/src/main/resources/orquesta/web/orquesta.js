// Keeps a page fresh: states as they change, the rest of it fetched again from the server, which renders everything.
"use strict";
(() => {
  const body = document.body, base = body.dataset.base, home = body.dataset.run === "0";
  document.documentElement.classList.add("js");

  // ---- live states
  const live = document.querySelector(".live"), news = document.getElementById("news");
  const say = (on) => {
    live.className = on ? "live on" : "live off";
    live.textContent = on ? body.dataset.live : body.dataset.notLive;
  };
  const paint = (change) => {
    for (const place of document.querySelectorAll("[data-step]")) {
      if (place.dataset.step !== (change.key || "") || (!change.key && home)) continue;
      const node = place.matches("[data-state]") ? place : place.querySelector("[data-state]");
      if (!node) continue;
      const label = node.getAttribute("aria-label");
      if (label) node.setAttribute("aria-label", label.replace(": " + node.dataset.state, ": " + change.word));
      node.dataset.state = change.state;
      node.querySelector("title")?.replaceChildren(`${change.key}: ${change.word}. ${change.reason}`);
      node.querySelector(".word")?.replaceChildren(change.word);
      node.querySelector("use")?.setAttribute("href", "#i-" + change.state);
      for (const drawn of node.querySelectorAll(".band, .bar")) drawn.setAttribute("fill", `url(#p-${change.state})`);
    }
  };

  // What the visitor opened or closed stays so; else the server says what is open: a step that failed shows why.
  const byHand = new Set();
  document.addEventListener("click", (event) => {
    const details = event.target.closest("summary")?.parentElement;
    if (details) byHand.add(details.id);
  });

  let timer = 0, busy = false, again = false, painted = 0;
  const refresh = () => { if (!timer) timer = setTimeout(fetchPage, 150); };
  const fetchPage = async () => {
    timer = 0;
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
      if (answer.ok) replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch { /* the connection is gone: the stream says so and tries again */ }
    busy = false;
    if (again) { again = false; refresh(); }
  };
  // The step that somebody looks at: the one that a link led to, else the first in the window.
  const looked = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const steps = [...document.querySelectorAll("#steps > [id]")];
    return [target && target.closest("#steps > [id]"), ...steps].find((one) => {
      const box = one && one.getBoundingClientRect();
      return box && box.bottom > 0 && box.top < innerHeight;
    });
  };
  const replace = (fresh) => {
    if (Number(fresh.body.dataset.last) < painted) return refresh(); // made before what is painted: it would take some of that back
    const step = looked(), top = step && step.getBoundingClientRect().top;
    for (const region of document.querySelectorAll("[data-region]")) {
      const other = fresh.getElementById(region.id);
      if (!other || other.innerHTML === region.source) continue;
      region.source = other.innerHTML;
      const open = new Map([...region.querySelectorAll("details[id]")].filter((one) => byHand.has(one.id)).map((one) => [one.id, one.open]));
      const focus = region.contains(document.activeElement) ? path(region, document.activeElement) : null;
      const led = focus && document.activeElement.getAttribute("href");
      const at = [region.scrollLeft, region.scrollTop];
      region.replaceChildren(...other.childNodes);
      for (const [id, was] of open) { const one = document.getElementById(id); if (one) one.open = was; }
      if (focus) found(region, focus, led)?.focus({ preventScroll: true });
      [region.scrollLeft, region.scrollTop] = at;
    }
    const again = step && document.getElementById(step.id);
    if (again) scrollBy(0, again.getBoundingClientRect().top - top); // it stays where it is, though what stands above it grows
    const go = document.getElementById("go"), other = fresh.getElementById("go");
    if (go && other) { go.disabled = other.disabled; go.value = other.value; } // a server that was started anew has another token
    const token = document.querySelector("[name=token][type=hidden]"), newer = fresh.querySelector("[name=token][type=hidden]");
    if (token && newer) token.value = newer.value;
    mark();
    if (box) showPlan(); // what is published by now need not be computed
    const refused = said?.dataset.refused; // for files that are mended by now: what it says is no longer true
    if (refused && refused !== fresh.body.dataset.version && !fresh.getElementById("broken")) asksAnew();
    offerCopies();
  };
  const path = (region, element) => {
    const way = [];
    for (; element !== region; element = element.parentElement) way.unshift([...element.parentElement.children].indexOf(element));
    return way;
  };
  // At its old place, or where the link is now that leads there: a list that grew must not move the focus to another run.
  const found = (region, way, led) => {
    const there = way.reduce((node, i) => node?.children[i], region);
    if (!led || there?.getAttribute("href") === led) return there;
    return [...region.querySelectorAll("a")].find((one) => one.getAttribute("href") === led) || there;
  };
  for (const region of document.querySelectorAll("[data-region]")) region.source = region.innerHTML;

  if (body.dataset.run !== "-1") {
    const stream = new EventSource(`${base}/events?run=${body.dataset.run}&after=${body.dataset.last}&version=${body.dataset.version}`);
    stream.onopen = () => { painted = 0; say(true); };
    stream.onerror = () => say(false);
    const changed = (event) => {
      const change = JSON.parse(event.data);
      if (home || String(change.run) === body.dataset.run) {
        paint(change);
        painted = Number(event.lastEventId);
        news.textContent = (change.key || change.run) + ": " + change.word;
        refresh();
      }
    };
    stream.addEventListener("state", changed);
    stream.addEventListener("run", changed);
    stream.addEventListener("definitions", refresh);
    // Time goes on though nothing happens: the bars of what runs grow.
    const goesOn = () => document.querySelector('#summary .chip[data-state="running"]');
    const hasClock = () => document.getElementById("clock");
    setInterval(() => { if (!document.hidden && (hasClock() || (!home && goesOn()))) refresh(); }, 1000);
    // Of other pipelines nobody tells.
    setInterval(() => { if (!document.hidden && document.getElementById("pipelines")) refresh(); }, 5000);
    addEventListener("pagehide", () => stream.close());
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  // ---- the selection box
  const box = document.getElementById("select"), said = document.getElementById("picked");
  const job = document.querySelector("#run [name=job]"), part = document.getElementById("partition");
  const needed = document.querySelector("#run [name=needed]"), chaos = document.getElementById("chaos");
  const chosen = () => {
    const asked = new URLSearchParams();
    if (box.value) asked.set("select", box.value);
    if (part && part.value) asked.set("partition", part.value);
    if (needed && needed.checked) asked.set("needed", "on");
    if (chaos && chaos.value) asked.set("chaos", chaos.value);
    if (box.value && job.value) asked.set("job", job.value); // counts only as long as the box says what the job runs
    return base + (asked.size ? "/?" + asked : "/");
  };
  let picked = null, asked = 0;
  const mark = () => {
    const graph = document.querySelector("#graph .graph");
    if (!graph || !box || picked === null) return;
    graph.classList.toggle("choosing", picked.size > 0);
    for (const node of graph.querySelectorAll(".node")) node.classList.toggle("picked", picked.has(node.dataset.step));
    for (const one of graph.querySelectorAll(".pick")) one.setAttribute("aria-checked", picked.has(one.value));
  };
  const ask = async () => {
    const number = ++asked;
    try {
      const answer = await (await fetch(base + "/selection?select=" + encodeURIComponent(box.value))).json();
      if (number !== asked) return;
      picked = new Set(answer.keys);
      mark();
      if (said.dataset.refused) return; // why nothing was started stays until something else is asked
      said.textContent = answer.said;
      said.className = answer.wrong ? "picked wrong" : "picked";
    } catch { /* no connection: the word beside the title says so */ }
  };
  // A node that is ticked: the server says what stands in the box then, as its button does without a script.
  const toggle = async (key) => {
    const number = ++asked;
    try {
      const answer = await (await fetch(base + "/selection?select=" + encodeURIComponent(box.value) + "&toggle=" + encodeURIComponent(key))).json();
      if (number !== asked) return;
      box.value = answer.text;
      history.replaceState(null, "", chosen());
      asksAnew();
    } catch { /* no connection: the word beside the title says so */ }
  };
  const ticked = (event) => {
    const one = box && event.target.closest?.(".pick");
    if (!one) return;
    event.preventDefault();
    toggle(one.value);
  };
  document.addEventListener("click", ticked);
  // What would run: as the server tells it for what is in the box now.
  let wanted = 0;
  const plan = document.getElementById("plan");
  const showPlan = async () => {
    const number = ++wanted;
    try {
      const answer = await fetch(chosen(), { headers: { Accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("plan");
      if (number !== wanted || !fresh || fresh.innerHTML === plan.source) return;
      const opened = plan.querySelector("details")?.open;
      plan.source = fresh.innerHTML;
      plan.replaceChildren(...fresh.childNodes);
      const details = plan.querySelector("details");
      if (details && opened) details.open = true;
    } catch { /* no connection: the word beside the title says so */ }
  };
  const asksAnew = () => { delete said.dataset.refused; ask(); showPlan(); };
  if (box) {
    let wait = 0;
    box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(asksAnew, 120); });
    for (const field of [part, chaos]) {
      field?.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(showPlan, 120); });
    }
    if (needed) needed.addEventListener("change", showPlan);
    box.form.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.id === "go") return;
      event.preventDefault();
      history.replaceState(null, "", chosen());
      asksAnew();
    });
    if (said.dataset.refused) history.replaceState(null, "", chosen()); // the home, not the address that starts runs
    if (box.value) ask();
  }

  // ---- copy
  const offerCopies = () => { for (const button of document.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard; };
  offerCopies();
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    news.textContent = body.dataset.copied;
    button.lastChild.textContent = body.dataset.copied;
  });

  // ---- another language or theme: the same place of the same page, with the selection that is being typed
  document.querySelector(".switches").addEventListener("submit", (event) => {
    if (box) history.replaceState(null, "", chosen());
    event.target.elements.back.value = location.pathname + location.search + location.hash;
    sessionStorage.setItem("scrolled", scrollY);
  });
  addEventListener("load", () => {
    const scrolled = sessionStorage.getItem("scrolled");
    sessionStorage.removeItem("scrolled");
    if (scrolled !== null) scrollTo(0, scrolled);
  });

  // ---- a step that a link leads to opens what says why
  const arrive = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const opened = target && (target.closest("details") || target.querySelector(".why"));
    if (opened) { opened.open = true; byHand.add(opened.id); }
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
