// Comforts that the pages do without where scripts are off: theme switch, zooming without loading the page, live news,
// keys, opening what is printed.
(function () {
  "use strict";
  var root = document.documentElement;
  var themes = { get: function () { try { return localStorage.getItem("theme"); } catch (e) { return null; } },
                 set: function (t) { try { localStorage.setItem("theme", t); } catch (e) { /* private mode keeps none */ } } };
  var chosen = themes.get();
  if (chosen === "dark" || chosen === "light") { root.dataset.theme = chosen; }
  var button = document.getElementById("theme");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      themes.set(root.dataset.theme);
    });
  }

  function parsed(html) { return new DOMParser().parseFromString(html, "text/html"); }

  // The timeline: the server draws it for any window; here it is only asked for the next one.
  var asked = 0;
  function zoom(address, focus) {
    var axis = document.getElementById("axis");
    var at = address.indexOf("?");
    var path = axis.querySelector(".drawing").dataset.story + "/axis" + (at < 0 ? "" : address.slice(at).replace(/#.*/, ""));
    var turn = ++asked;
    axis.setAttribute("aria-busy", "true");
    fetch(path).then(function (r) { return r.ok ? r.text() : Promise.reject(r.status); }).then(function (html) {
      var drawn = parsed(html).getElementById("axis");
      if (!drawn || turn !== asked) { return; }
      axis.replaceWith(document.importNode(drawn, true));
      var next = document.getElementById("axis");
      var again = focus && next.querySelector(focus);
      if (again) { again.focus({ preventScroll: true }); }
    }).catch(function () { location.href = address; });
  }
  function windowAt(drawing, fraction, factor) {
    var from = Number(drawing.dataset.from), to = Number(drawing.dataset.to), length = Math.max(60, (to - from) * factor);
    var pivot = from + (to - from) * fraction;
    var start = Math.round(pivot - length * fraction);
    return drawing.dataset.story + "?from=" + start + "&to=" + Math.round(start + length) + "#timeline";
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[data-zoom]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      zoom(link.getAttribute("href"), link.dataset.zoom === "tick" ? ".drawing" : "[data-zoom=" + link.dataset.zoom + "]");
    }
  });
  var wheel = 0;
  document.addEventListener("wheel", function (event) {
    var drawing = event.target.closest && event.target.closest(".drawing");
    if (!drawing || !event.ctrlKey) { return; }
    event.preventDefault();
    clearTimeout(wheel);
    var box = drawing.getBoundingClientRect(), fraction = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    wheel = setTimeout(function () { zoom(windowAt(drawing, fraction, event.deltaY < 0 ? 0.5 : 2), null); }, 60);
  }, { passive: false });
  var drag = null;
  document.addEventListener("pointerdown", function (event) {
    var drawing = event.target.closest && event.target.closest(".drawing");
    drag = drawing && event.pointerType === "mouse" && event.button === 0 ? { x: event.clientX, drawing: drawing } : null;
  });
  document.addEventListener("pointerup", function (event) {
    if (!drag || Math.abs(event.clientX - drag.x) < 12) { drag = null; return; }
    var d = drag.drawing, length = Number(d.dataset.to) - Number(d.dataset.from);
    var moved = Math.round((drag.x - event.clientX) / d.getBoundingClientRect().width * length);
    drag = null;
    zoom(d.dataset.story + "?from=" + (Number(d.dataset.from) + moved) + "&to=" + (Number(d.dataset.to) + moved), null);
  });
  document.addEventListener("dragstart", function (event) { if (drag) { event.preventDefault(); } });

  // New articles: on the front page the cards are put in, on a story the reader is asked first.
  var fresh = document.getElementById("fresh");
  function announce(text, address) {
    if (!fresh) { return; }
    var link = document.createElement("a");
    link.href = address;
    link.textContent = text;
    fresh.replaceChildren(link);
    fresh.hidden = false;
  }
  function refresh(changed) {
    fetch(location.href).then(function (r) { return r.ok ? r.text() : Promise.reject(r.status); }).then(function (html) {
      var page = parsed(html), cards = page.getElementById("cards");
      if (!cards) { return; }
      cards.querySelectorAll(".card").forEach(function (card) { card.classList.toggle("changed", !!changed[card.dataset.story]); });
      document.getElementById("cards").replaceWith(document.importNode(cards, true));
      document.getElementById("total").textContent = page.getElementById("total").textContent;
    }).catch(function () { /* the notice stays, and with it the link */ });
  }
  if (window.EventSource && document.body.dataset.live) {
    var here = document.body.dataset.live, source = new EventSource("/live"), changed = {}, waiting = 0;
    source.addEventListener("article", function (event) {
      var data = JSON.parse(event.data);
      if (here === "front") {
        changed[data.story] = true;
        announce("New: " + data.title, "/story/" + encodeURIComponent(data.story));
        clearTimeout(waiting);
        if (!document.querySelector("#cards :focus")) { waiting = setTimeout(function () { refresh(changed); }, 300); }
      } else if (data.story === here) {
        announce("This story has changed: now " + data.articles + " articles. Show it", location.pathname);
        document.title = "● " + document.title.replace(/^● /, "");
      }
    });
    addEventListener("pagehide", function () { source.close(); });
  }

  // Keys: / searches, j and k go through the statements, o opens and closes their places, ? says so.
  var help = document.getElementById("keys");
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) { return; }
    if (event.key === "/") { event.preventDefault(); document.getElementById("q").focus(); }
    if (event.key === "?" && help) { if (help.open) { help.close(); } else { help.showModal(); } }
    if (event.key === "j" || event.key === "k") {
      var all = Array.prototype.slice.call(document.querySelectorAll("details.cites > summary, .hit > a, .card h2 a"));
      if (!all.length) { return; }
      var at = all.indexOf(document.activeElement);
      var next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)))];
      next.focus();
      next.scrollIntoView({ block: "center" });
    }
    if (event.key === "o" && document.activeElement.tagName === "SUMMARY") { document.activeElement.click(); }
    var drawing = document.activeElement.closest(".drawing");
    if (drawing) {
      var keys = { ArrowLeft: "back", ArrowRight: "on", "+": "in", "-": "out", "0": "focus" };
      var link = keys[event.key] && document.querySelector("[data-zoom=" + keys[event.key] + "]");
      if (link) { event.preventDefault(); zoom(link.getAttribute("href"), ".drawing"); }
    }
  });

  // On paper there is nothing to click: all places are opened, and closed again afterwards.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details.cites:not([open])"));
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () { opened.forEach(function (d) { d.open = false; }); opened = []; });
})();
