/* Every page works without this file. It saves page loads: answers while you type, keys, copying in one press, the place
   in the outline you are reading. */
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, values = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...inside);
    return element;
  };
  const kept = { // a private window keeps nothing, and nothing depends on it
    get: name => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* as above */ } },
  };
  root.classList.add("script");

  /* One polite line, for the eye and for screen readers. */
  const toast = one(".toast");
  const our = toast.dataset;
  let silence;
  const say = words => {
    toast.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { toast.textContent = ""; }, 4000);
  };

  /* Copying, as plain text and as one paragraph for Word. Over plain http from another computer there is no clipboard, so
     the old way is tried before giving up. */
  const quote = words => `“${words.replace(/\s+/g, " ").trim().replace(/“/g, "‘").replace(/”/g, "’")}”`;
  const paragraph = words => make("p", { lang: "vi", textContent: words }).outerHTML;
  const copyTheOldWay = (plain, rich) => {
    const fill = event => {
      event.clipboardData.setData("text/plain", plain);
      if (rich) event.clipboardData.setData("text/html", rich);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const before = document.activeElement;
    const box = make("textarea", { value: plain, className: "hide" });
    document.body.append(box);
    box.select();
    addEventListener("copy", fill, { capture: true });
    const done = document.execCommand("copy");
    removeEventListener("copy", fill, { capture: true });
    box.remove();
    before?.focus({ preventScroll: true });
    return done;
  };
  const copy = async (plain, rich) => {
    let done = true;
    try {
      const kinds = rich ? { "text/plain": plain, "text/html": rich } : { "text/plain": plain };
      for (const kind in kinds) kinds[kind] = new Blob([kinds[kind]], { type: kind });
      await navigator.clipboard.write([new ClipboardItem(kinds)]);
    } catch { done = copyTheOldWay(plain, rich); }
    say(done ? `${our.copied} ${plain.length > 70 ? plain.slice(0, 68) + "…" : plain}` : our.failed);
  };
  const copyParagraph = words => {
    const line = words.replace(/\s+/g, " ").trim();
    return copy(line, paragraph(line));
  };
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-copy], [data-copy-from], [data-copy-address]");
    if (!button || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (button.dataset.copy) copyParagraph(button.dataset.copy);
    else if (button.dataset.copyFrom) copy(document.getElementById(button.dataset.copyFrom).value);
    else copy(new URL(button.dataset.copyAddress, location.href).href);
  });

  /* A copied selection of a document takes its title, pages and lines along. */
  const text = document.getElementById("kb-text");
  const placeOf = range => {
    const marks = all("[id^=l]", text).filter(mark => /^l\d+$/.test(mark.id));
    const hasWordsAfter = mark => { // a paragraph chosen whole ends where the next one begins
      const rest = range.cloneRange();
      rest.setStartAfter(mark);
      const words = rest.cloneContents();
      all(".number, .cite-here", words).forEach(ours => ours.remove());
      return words.textContent.trim() !== "";
    };
    const upTo = (node, offset, isTaken = () => true) => {
      const edge = document.createRange();
      edge.setStart(node, offset);
      return marks.findLastIndex(mark => edge.comparePoint(mark, 0) <= 0 && isTaken(mark));
    };
    const pageAt = index => marks.slice(0, index + 1).findLast(mark => mark.dataset.page)?.dataset.page ?? text.dataset.page;
    const ends = [upTo(range.startContainer, range.startOffset), upTo(range.endContainer, range.endOffset, hasWordsAfter)];
    const span = values => values[0] === values[1] ? values[0] : values.join("–");
    const pages = span(ends.map(pageAt));
    const lines = span(ends.map(index => marks[Math.max(index, 0)].id.slice(1)));
    return (pages ? `${our.page} ${pages}, ` : "") + `${our.line} ${lines}`;
  };
  document.addEventListener("copy", event => {
    const selection = getSelection();
    if (!text || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
    const words = selection.toString().replace(/\s+/g, " ").trim();
    if (words.length < 25) return;
    const place = placeOf(selection.getRangeAt(0));
    const quoted = `${quote(words)} (${text.dataset.title}, ${place})`;
    event.clipboardData.setData("text/plain", quoted);
    event.clipboardData.setData("text/html", paragraph(quoted));
    event.preventDefault();
    say(`${our.withSource}: ${place}`);
  });

  /* The outline follows the reading; the address stays. The section that was asked for keeps its mark until somebody
     moves. */
  const outline = document.getElementById("kb-outline");
  const entries = new Map();
  for (const link of outline ? all("a[href^='#']", outline) : []) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) entries.set(section, link);
  }
  if (entries.size > 1) {
    let isWaiting = false;
    let isReading = !one("[aria-current]", outline);
    for (const move of ["wheel", "touchmove", "keydown"]) {
      addEventListener(move, () => { isReading = true; }, { once: true, passive: true });
    }
    const follow = () => {
      isWaiting = false;
      const read = [...entries.keys()].filter(section => section.getBoundingClientRect().top < innerHeight / 3).pop();
      const link = entries.get(read);
      if (!link || link.hasAttribute("aria-current")) return;
      all("[aria-current]", outline).forEach(other => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "location");
      const here = link.getBoundingClientRect();
      const frame = outline.getBoundingClientRect();
      if (here.top < frame.top || here.bottom > frame.bottom) outline.scrollTop += here.top - frame.top - frame.height / 3;
    };
    addEventListener("scroll", () => {
      if (isReading && !isWaiting) { isWaiting = true; requestAnimationFrame(follow); }
    }, { passive: true });
  }

  /* The last questions of this browser that found something; they stay in it. */
  const MOST_ASKED = 8;
  const asked = {
    list: () => { try { return JSON.parse(kept.get("kb.asked")) ?? []; } catch { return []; } },
    add: words => kept.set("kb.asked", JSON.stringify([words, ...asked.list().filter(other => other !== words)].slice(0, MOST_ASKED))),
  };
  const remembered = document.getElementById("kb-asked");
  if (remembered && asked.list().length) {
    one("ul", remembered).append(...asked.list().map(words =>
      make("li", { lang: "vi" }, make("a", { href: `/search?${new URLSearchParams({ q: words })}`, textContent: words }))));
    one("button", remembered).addEventListener("click", () => { kept.set("kb.asked", "[]"); remembered.hidden = true; });
    remembered.hidden = false;
  }

  /* Answers while you type, on the page of an answer. One request at a time: a newer one ends the one before, so answers
     never come out of order, and the old ones stay until the new ones are there. Back goes question by question: what
     was typed without resting is one step. */
  const WAIT = 150; // Vietnamese keyboards type by deleting and retyping
  const REST = 1000;
  const SLOW = 400;
  const box = one(".find input");
  const results = () => document.getElementById("kb-results");
  let chosen = -1;
  const answerWhileTyping = () => {
    let waiting, resting, running;
    let isRested = true;
    let shown = location.pathname + location.search;
    const addressOf = () => `/search?${new URLSearchParams(new FormData(box.form))}`;
    const rest = () => {
      clearTimeout(resting);
      isRested = true;
      if (one(".hit", results()) && !one(".near", results())) asked.add(box.value.trim());
    };
    const replace = page => {
      results().replaceWith(document.adoptNode(one("#kb-results", page)));
      document.title = page.title;
      one(".nav .last a").search = one(".nav .last a", page).search;
      document.getElementById("kb-heard").textContent = one("h1", results()).textContent;
      chosen = -1;
    };
    const ask = async (address, isTyped) => {
      clearTimeout(waiting);
      running?.abort();
      const mine = running = new AbortController();
      const took = one(".count .fine", results());
      const before = took.textContent;
      const slow = setTimeout(() => { took.textContent = our.searching; }, SLOW);
      try {
        const response = await fetch(address, { signal: mine.signal });
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        if (mine !== running || !one("#kb-results", page)) throw new Error(response.statusText);
        replace(page);
        shown = address;
        if (isTyped) {
          history[isRested ? "pushState" : "replaceState"](null, "", address);
          isRested = false;
          clearTimeout(resting);
          resting = setTimeout(rest, REST);
        }
      } catch {
        if (mine === running && !mine.signal.aborted) took.textContent = before;
      } finally { clearTimeout(slow); }
    };
    const askSoon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { if (box.value.trim() && addressOf() !== shown) ask(addressOf(), true); }, WAIT);
    };
    box.addEventListener("input", event => { if (!event.isComposing) askSoon(); });
    box.addEventListener("compositionend", askSoon);
    box.addEventListener("blur", rest);
    box.form.addEventListener("submit", async event => {
      if (!box.value.trim()) return;
      event.preventDefault();
      await ask(addressOf(), true);
      if (shown === addressOf()) rest(); else location.assign(addressOf());
    });
    addEventListener("popstate", () => {
      const address = location.pathname + location.search;
      if (address === shown || location.pathname !== "/search") return;
      box.value = new URLSearchParams(location.search).get("q") ?? "";
      isRested = true;
      ask(address, false);
    });
    if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") rest();
  };
  if (box && results()) answerWhileTyping();

  /* Suggestions, on every other page with a box: an ARIA combobox. Typing alone never leaves the page. */
  const suggestWhileTyping = () => {
    const list = make("ul", { className: "suggest", id: "kb-suggest", role: "listbox", ariaLabel: our.suggestions, hidden: true });
    const kinds = JSON.parse(our.kinds);
    let waiting, running, isOff;
    let at = -1;
    const options = () => all("[role=option]", list);
    const choose = index => {
      at = index;
      options().forEach((option, order) => option.setAttribute("aria-selected", order === at));
      if (at < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", options()[at].id);
    };
    const show = found => {
      list.replaceChildren(...found.slice(0, 6).map(({ text: words, kind, count }, order) => {
        const facts = [kinds[kind], count && `${count} ${our.places}`].filter(Boolean).join(" · ");
        return make("li", { id: `kb-suggest-${order}`, role: "option" }, make("b", { lang: "vi", textContent: words }), make("span", { textContent: facts }));
      }));
      list.hidden = !found.length;
      box.setAttribute("aria-expanded", !list.hidden);
      choose(-1);
    };
    const take = option => {
      box.value = one("b", option).textContent;
      show([]);
      box.form.requestSubmit();
    };
    const ask = async () => {
      running?.abort();
      const words = box.value.trim();
      if (!words || isOff) return show([]);
      const mine = running = new AbortController();
      try {
        const response = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: words })}`, { signal: mine.signal });
        isOff = response.status === 404;
        const { suggestions = [] } = response.ok ? await response.json() : {};
        if (mine === running && document.activeElement === box) show(suggestions);
      } catch { /* ended by a newer one, or the server is gone: the form still works */ }
    };
    const askSoon = () => { clearTimeout(waiting); waiting = setTimeout(ask, WAIT); };
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", list.id);
    box.parentElement.append(list);
    box.addEventListener("input", event => { if (!event.isComposing) askSoon(); });
    box.addEventListener("compositionend", askSoon);
    box.addEventListener("blur", () => show([]));
    list.addEventListener("mousedown", event => {
      const option = event.target.closest("[role=option]");
      event.preventDefault();
      if (option) take(option);
    });
    box.addEventListener("keydown", event => {
      if (event.isComposing || list.hidden) return;
      const count = options().length;
      if (event.key === "ArrowDown") choose(at + 1 < count ? at + 1 : -1);
      else if (event.key === "ArrowUp") choose(at < 0 ? count - 1 : at - 1);
      else if (event.key === "Escape") show([]);
      else if (event.key === "Enter" && at >= 0) take(options()[at]);
      else return;
      event.preventDefault();
    });
  };
  if (box && !results()) suggestWhileTyping();

  /* Keys. Single letters can be switched off (WCAG 2.1.4), and never act while something is typed. */
  let isOff = kept.get("kb.keys") === "off";
  const toggle = document.getElementById("kb-keys-off");
  if (toggle) {
    toggle.checked = isOff;
    toggle.addEventListener("change", () => { isOff = toggle.checked; kept.set("kb.keys", isOff ? "off" : "on"); });
  }
  const hits = () => all(".hit");
  const choose = step => {
    if (step < 0 && chosen <= 0) {
      hits().forEach(hit => hit.classList.remove("on"));
      chosen = -1;
      box.focus();
      return;
    }
    chosen = Math.min(hits().length - 1, chosen + step);
    hits().forEach((hit, index) => hit.classList.toggle("on", index === chosen));
    one("h3 a", hits()[chosen]).focus({ preventScroll: true });
    hits()[chosen].scrollIntoView({ block: "nearest" });
  };
  /* What `c` copies: the passage that is chosen, the selection, the framed paragraph; else the page's own citation. */
  const copyHere = () => {
    const framed = text && (one(".par:has(:target)", text) ?? one(".par.on", text));
    if (text && !getSelection().isCollapsed) document.execCommand("copy");
    else if (framed && one("p", framed)) {
      const range = document.createRange();
      range.selectNodeContents(one("p", framed));
      copyParagraph(`${quote(one("p", framed).textContent)} (${text.dataset.title}, ${placeOf(range)})`);
    } else one("[data-copy], [data-copy-from]", hits()[Math.max(chosen, 0)] ?? document)?.click();
  };
  const showKeys = async () => {
    try {
      const page = new DOMParser().parseFromString(await (await fetch("/about")).text(), "text/html");
      const keys = one("#kb-keys", page);
      const button = make("button", { className: "button", type: "button", textContent: one(".close").textContent });
      const dialog = make("dialog", { ariaLabel: one("h2", keys).textContent }, one("h2", keys), one(".keys", keys), button);
      button.addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    } catch { location.href = "/about#kb-keys"; }
  };
  const keys = {
    "/": () => box?.select(),
    "?": showKeys,
    c: copyHere,
    n: () => one(".passages [rel=next]")?.click(),
    p: () => one(".passages [rel=prev]")?.click(),
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
    if (isArrow && hits().length && (!isTyping || event.target === box)) {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (!isTyping && !isOff && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
