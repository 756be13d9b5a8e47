// Comforts that the pages do without where scripts are off: theme switch, live notice, opening the cites that a link points at.
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
  var axis = document.getElementById("axis");
  if (axis) {
    var width = 100;
    axis.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) { return; }
      event.preventDefault();
      width = Math.min(1600, Math.max(100, width * (event.deltaY < 0 ? 1.2 : 1 / 1.2)));
      axis.firstElementChild.style.width = width + "%";
    }, { passive: false });
  }
  var fresh = document.getElementById("fresh");
  if (window.EventSource && document.body.dataset.live) {
    var source = new EventSource("/live");
    source.addEventListener("article", function (event) {
      if (fresh) { fresh.hidden = false; }
      var data = JSON.parse(event.data);
      if (data.story === document.body.dataset.live) { document.title = "● " + document.title.replace(/^● /, ""); }
    });
    addEventListener("pagehide", function () { source.close(); });
  }
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      document.getElementById("q").focus();
    }
  });
})();
