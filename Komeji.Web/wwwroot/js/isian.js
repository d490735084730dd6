// What was typed and not saved stays: in a form with data-keep it is remembered in this tab until the page says that it was saved.
// Leaving asks first; coming back, after a broken connection or signing in again, offers what was typed.
const prefix = "isian:";
const form = document.querySelector("form[data-keep]");

const fields = () => [...form.elements].filter(field => field.name && !["hidden", "submit", "button", "file", "password"].includes(field.type));
const written = () => JSON.stringify(fields().map(field => [field.name, field.type === "checkbox" || field.type === "radio" ? field.checked : field.value, field.value]));

// Saved at last: the page says so.
if (document.querySelector(".flash.success")) {
  Object.keys(sessionStorage).filter(key => key.startsWith(prefix) && JSON.parse(sessionStorage[key]).sent).forEach(key => sessionStorage.removeItem(key));
}

if (form) {
  const key = prefix + location.pathname;
  const before = written();
  let leaving = false;
  const kept = key in sessionStorage ? JSON.parse(sessionStorage[key]).written : null;
  // A form that came back from the server holds what was typed, and is not saved yet.
  const typed = form.dataset.typed !== undefined;
  if (kept && kept !== before && !typed) offer(kept);

  form.addEventListener("input", () => sessionStorage[key] = JSON.stringify({ written: written(), sent: false }));
  form.addEventListener("submit", () => {
    leaving = true;
    sessionStorage[key] = JSON.stringify({ written: written(), sent: true });
  });
  addEventListener("beforeunload", event => {
    if (!leaving && (typed || written() !== before)) event.preventDefault();
  });
  addEventListener("pageshow", () => leaving = false);

  function offer(lost) {
    const note = document.createElement("div");
    note.className = "note cluster";
    note.dataset.testid = "kept-typing";
    const words = document.createElement("p");
    words.textContent = "Isian yang belum tersimpan masih ada di sini.";
    const take = Object.assign(document.createElement("button"), { type: "button", className: "btn small go", textContent: "Pakai Lagi" });
    const drop = Object.assign(document.createElement("button"), { type: "button", className: "btn small", textContent: "Buang" });
    take.onclick = () => {
      for (const [name, value, option] of JSON.parse(lost)) {
        const same = [...form.elements].filter(field => field.name === name);
        const field = same.find(one => one.value === option && typeof value === "boolean") ?? same.find(one => typeof value === "string" && one.type !== "hidden");
        if (field && typeof value === "boolean") field.checked = value;
        else if (field) field.value = value;
      }
      note.remove();
    };
    drop.onclick = () => {
      sessionStorage.removeItem(key);
      note.remove();
    };
    note.append(words, take, drop);
    form.prepend(note);
  }
}
