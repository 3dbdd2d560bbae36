/* Every page works without this file. It adds keys, one-press copying, and the place in the outline you are reading. */
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  root.classList.add("script");

  /* One polite line, for the eye and for screen readers. */
  const toast = one(".toast");
  let silence;
  const say = words => {
    toast.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { toast.textContent = ""; }, 4000);
  };

  /* Copying: over plain http from another computer there is no clipboard, so the old way is tried before giving up. */
  const copyTheOldWay = words => {
    const box = document.createElement("textarea");
    box.value = words;
    box.className = "hide";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };
  const copy = async words => {
    let done = true;
    try { await navigator.clipboard.writeText(words); } catch { done = copyTheOldWay(words); }
    say(done ? `${toast.dataset.copied} ${words.length > 70 ? words.slice(0, 68) + "…" : words}` : toast.dataset.failed);
  };
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button.dataset.copy);
  });

  /* A copied selection of a document takes its title and lines along. */
  document.addEventListener("copy", event => {
    const text = document.getElementById("kb-text");
    const selection = getSelection();
    if (!text || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
    const words = selection.toString().trim();
    if (words.length < 25) return;
    const range = selection.getRangeAt(0);
    const lines = all("[id^=l]", text).filter(line => /^l\d+$/.test(line.id));
    const upTo = (node, offset) => lines.filter(line => {
      const edge = document.createRange();
      edge.setStart(node, offset);
      return edge.comparePoint(line, 0) <= 0;
    }).pop() ?? lines[0];
    const first = upTo(range.startContainer, range.startOffset).id.slice(1);
    const last = upTo(range.endContainer, range.endOffset).id.slice(1);
    const place = `${toast.dataset.line} ${first === last ? first : `${first}–${last}`}`;
    event.clipboardData.setData("text/plain", `${words}\n(${text.dataset.title}, ${place})`);
    event.preventDefault();
    say(`${toast.dataset.withSource}: ${place}`);
  });

  /* The outline of a whole document follows the reading; the address stays. */
  const outline = document.getElementById("kb-outline");
  const entries = new Map();
  for (const link of outline ? all("a[href^='#']", outline) : []) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) entries.set(section, link);
  }
  if (entries.size > 1 && !one("[aria-current]", outline)) {
    let isWaiting = false;
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
      if (!isWaiting) { isWaiting = true; requestAnimationFrame(follow); }
    }, { passive: true });
  }

  /* Keys. Single letters can be switched off (WCAG 2.1.4), and never act while something is typed. */
  const remembered = { get: () => { try { return localStorage.getItem("kb.keys"); } catch { return null; } },
    set: value => { try { localStorage.setItem("kb.keys", value); } catch { /* a private window keeps nothing */ } } };
  let isOff = remembered.get() === "off";
  const toggle = document.getElementById("kb-keys-off");
  if (toggle) {
    toggle.checked = isOff;
    toggle.addEventListener("change", () => { isOff = toggle.checked; remembered.set(isOff ? "off" : "on"); });
  }

  const hits = all(".hit");
  let chosen = -1;
  const choose = step => {
    if (step < 0 && chosen <= 0) {
      hits.forEach(hit => hit.classList.remove("on"));
      chosen = -1;
      one(".find input").focus();
      return;
    }
    chosen = Math.min(hits.length - 1, chosen + step);
    hits.forEach((hit, index) => hit.classList.toggle("on", index === chosen));
    one("h3 a", hits[chosen]).focus({ preventScroll: true });
    hits[chosen].scrollIntoView({ block: "nearest" });
  };
  const press = selector => one(selector, hits[chosen] ?? document)?.click();
  const showKeys = async () => {
    try {
      const page = new DOMParser().parseFromString(await (await fetch("/about")).text(), "text/html");
      const dialog = document.createElement("dialog");
      const button = document.createElement("button");
      button.className = "button";
      button.textContent = one(".close").textContent;
      button.addEventListener("click", () => dialog.close());
      dialog.append(one("#kb-keys .keys", page), button);
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    } catch { location.href = "/about#kb-keys"; }
  };
  const keys = {
    "/": () => one(".find input")?.select(),
    "?": showKeys,
    c: () => press("[data-copy]"),
    n: () => press(".passages [rel=next]"),
    p: () => press(".passages [rel=prev]"),
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    const isTyping = event.target.closest("input, textarea, select, dialog");
    if (isArrow && hits.length && (!isTyping || event.target.closest(".find"))) {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (!isTyping && !isOff && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
