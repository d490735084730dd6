// What was typed and not saved stays: in a form with data-keep it is remembered in this tab, for this person, until the page says that
// it was saved. Leaving asks first; coming back, after a broken connection or signing in again, offers what was typed.
const form = document.querySelector("form[data-keep]:not([data-keep=''])");
const prefix = "isian:";
const mine = prefix + (form?.dataset.keep ?? "") + ":";
const read = key => JSON.parse(sessionStorage.getItem(key) ?? "null");

// Saved at last: the page says so. What another person typed is nobody's to see.
for (const key of Object.keys(sessionStorage).filter(key => key.startsWith(prefix))) {
  if ((form && !key.startsWith(mine)) || (document.querySelector(".flash.success") && read(key)?.sent)) sessionStorage.removeItem(key);
}

if (form) {
  const key = mine + location.pathname;
  const isChoice = field => field.type === "checkbox" || field.type === "radio";
  const fields = [...form.elements].filter(field => field.name && !["hidden", "submit", "button", "file", "password"].includes(field.type));
  const nameOf = field => isChoice(field) ? `${field.name}=${field.value}` : field.name;
  const valueOf = field => isChoice(field) ? field.checked : field.value;
  const shown = new Map(fields.map(field => [field, valueOf(field)]));
  // A form that came back from the server holds what was typed, and is not saved yet.
  const typed = Boolean(form.dataset.typed);
  // Only what the person changed, so that nothing newer is written over.
  const kept = read(key)?.fields ?? {};
  let leaving = false;
  const lost = () => fields.filter(field => nameOf(field) in kept && kept[nameOf(field)] !== valueOf(field));
  const save = sent => sessionStorage.setItem(key, JSON.stringify({ fields: kept, sent }));

  if (!typed && lost().length > 0) offer();
  form.addEventListener("input", event => {
    if (!shown.has(event.target)) return;
    if (!typed && valueOf(event.target) === shown.get(event.target)) delete kept[nameOf(event.target)];
    else kept[nameOf(event.target)] = valueOf(event.target);
    save(false);
  });
  // A button with an address of its own does something else, so nothing is saved by it.
  form.addEventListener("submit", event => {
    leaving = true;
    save(!event.submitter?.hasAttribute("formaction"));
  });
  addEventListener("beforeunload", event => {
    if (!leaving && (typed || fields.some(field => valueOf(field) !== shown.get(field)))) event.preventDefault();
  });
  addEventListener("pageshow", () => leaving = false);

  function offer() {
    const note = document.createElement("div");
    note.className = "note cluster";
    note.dataset.testid = "kept-typing";
    const words = Object.assign(document.createElement("p"), { textContent: "Isian yang belum tersimpan masih ada di sini." });
    const take = Object.assign(document.createElement("button"), { type: "button", className: "btn small go", textContent: "Pakai Lagi" });
    const drop = Object.assign(document.createElement("button"), { type: "button", className: "btn small", textContent: "Buang" });
    take.onclick = () => {
      for (const field of lost()) {
        if (isChoice(field)) field.checked = kept[nameOf(field)];
        else field.value = kept[nameOf(field)];
      }
      note.remove();
    };
    drop.onclick = () => {
      Object.keys(kept).forEach(name => delete kept[name]);
      sessionStorage.removeItem(key);
      note.remove();
    };
    note.append(words, take, drop);
    form.prepend(note);
  }
}
