// Progressive help only: every page works without this file.
const root = document.documentElement;
root.classList.add("js");

const on = (type, selector, act) => document.addEventListener(type, event => {
  const target = event.target.closest?.(selector);
  if (target) act(target, event);
});

// Quantity stepper: buttons around a number field; data-submit sends the form after a short rest.
const waiting = new WeakMap();
function submitSoon(form) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => form.requestSubmit(form.querySelector(".no-js") ?? undefined), 450));
}
on("click", "[data-step]", button => {
  const box = button.closest("[data-stepper]");
  const input = box.querySelector("input");
  const wanted = (parseInt(input.value, 10) || 0) + Number(button.dataset.step);
  const value = Math.min(Math.max(wanted, Number(input.min || 1)), Number(input.max || 9999));
  if (String(value) === input.value) return;
  input.value = value;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
on("change", "[data-stepper][data-submit] input, select[data-submit]", input => {
  if (input.form && input.checkValidity()) submitSoon(input.form);
});

// A chosen variant shows its own price and stock, and the cart is told the price that was seen.
on("change", "[data-variants] [name=varian]", choice => {
  const form = choice.form;
  const price = form.querySelector("[data-variant-price] [data-rupiah]");
  price.dataset.rupiah = choice.dataset.price;
  price.textContent = choice.dataset.priceWords;
  const struck = form.querySelector("[data-variant-struck]");
  if (struck) {
    struck.hidden = !choice.dataset.struck;
    struck.querySelector("s").textContent = choice.dataset.struck ?? "";
  }
  const stock = form.querySelector("[data-variant-stock]");
  if (stock) stock.textContent = `stok ${Number(choice.dataset.stock).toLocaleString("id-ID")}`;
  form.elements.jumlah.max = Math.min(999, choice.dataset.stock);
});
on("submit", "[data-variants]", form => {
  const choice = form.querySelector("[name=varian]:checked");
  if (!choice) return;
  const seen = form.elements.harga ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "harga" }));
  seen.value = choice.dataset.price;
});

// One box ticks all of its list.
on("change", "[data-tick-all]", box => {
  document.querySelectorAll(box.dataset.tickAll).forEach(other => other.checked = box.checked);
});

// A question before what cannot be taken back.
on("click", "[data-confirm]", (button, event) => {
  if (!confirm(button.dataset.confirm)) event.preventDefault();
});

// What is typed into one form of a page goes lost when another is sent: a question first.
on("submit", "form", (form, event) => {
  if (event.defaultPrevented) return;
  const typed = [...document.querySelectorAll("textarea[data-unsent]")].some(area => area.form !== form && area.value !== area.defaultValue);
  if (typed && !confirm("Tulisan di kotak lain halaman ini belum disimpan dan akan hilang. Lanjutkan?")) event.preventDefault();
});

// Double-submit guard. The server's one-use token is the real one; this only spares a second wait.
on("submit", "form", (form, event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button?.matches("[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  button.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", event => {
  if (!event.persisted) return;
  document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent);
  document.querySelectorAll("[aria-busy]").forEach(button => button.removeAttribute("aria-busy"));
});

// Pictures chosen for upload are shown at once.
on("change", "input[type=file][data-preview]", input => {
  const place = document.getElementById(input.dataset.preview);
  place.querySelectorAll("img").forEach(image => URL.revokeObjectURL(image.src));
  place.replaceChildren(...[...input.files].filter(file => file.type.startsWith("image/")).map(file => {
    const image = new Image();
    image.src = URL.createObjectURL(file);
    image.alt = file.name;
    return image;
  }));
});

// Suggestions go away with Escape, and when the search is left.
on("keydown", ".search", (search, event) => {
  if (event.key === "Escape") search.querySelector(".suggest").replaceChildren();
});
on("focusout", ".search", (search, event) => {
  if (event.relatedTarget && !search.contains(event.relatedTarget)) search.querySelector(".suggest").replaceChildren();
});
on("click", "body", (_, event) => {
  if (!event.target.closest(".search")) document.querySelectorAll(".search .suggest").forEach(list => list.replaceChildren());
});

// What was done is told where the page opens, be it far below.
function tellHere() {
  const said = document.querySelector("#kabar > .flash");
  const here = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (said && here?.matches("section")) here.prepend(said);
}
document.addEventListener("htmx:afterSettle", tellHere);
tellHere();

// Gallery: a thumbnail moves the strip, not the page.
on("click", ".thumbs a", (link, event) => {
  const picture = document.getElementById(link.hash.slice(1));
  if (!picture) return;
  event.preventDefault();
  picture.parentElement.scrollTo({ left: picture.offsetLeft - picture.parentElement.offsetLeft });
});

on("click", "[data-print]", (link, event) => {
  event.preventDefault();
  print();
});

// Shape checks from the server's annotations, shown while typing where that script is loaded.
if (window.aspnetValidation) new window.aspnetValidation.ValidationService().bootstrap({ watch: true });
