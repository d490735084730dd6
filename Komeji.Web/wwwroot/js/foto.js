// Pictures of a listing: made smaller before they travel, sent one after another, and shown without leaving the page, so that what
// was typed elsewhere on it stays. Photos of papers are made smaller too, and travel with the rest of their form. Without this file the
// forms do the same work by themselves.

// Upright and without what the camera wrote. Whatever cannot be made smaller here is sent as it is: the server decides.
async function smaller(file, longest) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    const pen = canvas.getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    // What may be transparent stays so.
    const type = /png|webp/.test(file.type) ? "image/webp" : "image/jpeg";
    const blob = await new Promise(done => canvas.toBlob(done, type, 0.88));
    return blob && blob.type === type && blob.size < file.size ? blob : file;
  } catch {
    return file;
  }
}

// What is chosen and not sent yet; it outlives the form, which is drawn anew.
let waiting = [];

// As the pages write it: 10 MB is ten times 1,024 times 1,024.
const size = bytes => bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 2 ** 10))} kB` : `${(bytes / 2 ** 20).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;

function tell(shot, words, done = 0) {
  shot.words.textContent = words;
  shot.bar.value = done;
}

function choose(form, files) {
  const most = Number(form.dataset.most);
  waiting.forEach(shot => URL.revokeObjectURL(shot.image.src));
  waiting = [...files].slice(0, most).map(file => {
    const shot = {
      file,
      item: Object.assign(document.createElement("li"), { className: "shot" }),
      image: Object.assign(new Image(), { alt: file.name, src: URL.createObjectURL(file) }),
      words: Object.assign(document.createElement("p"), { className: "small" }),
      bar: Object.assign(document.createElement("progress"), { max: 1 }),
    };
    shot.bar.setAttribute("aria-label", file.name);
    const beside = document.createElement("div");
    beside.append(shot.words, shot.bar);
    shot.item.append(shot.image, beside);
    shot.image.onerror = () => shot.image.src = "/img/kosong-kotak.svg";
    tell(shot, `${file.name}, ${size(file.size)}`);
    return shot;
  });
  show(form, files.length > most ? `Hanya ${most} foto pertama yang dikirim; satu produk paling banyak 8.` : "");
}

function show(form, words) {
  form.querySelector("[data-upload-list]").replaceChildren(...waiting.map(shot => shot.item));
  form.querySelector("[data-upload-status]").textContent = words;
  form.querySelector("input[type=file]").required = waiting.length === 0;
}

// Why a photo was not stored; nothing when it was.
const refusals = {
  0: "Sambungan terputus. Tekan Unggah Foto untuk mencoba lagi.",
  401: "Anda perlu masuk lagi. Masuk di tab lain, lalu tekan Unggah Foto.",
  403: "Anda perlu masuk lagi. Masuk di tab lain, lalu tekan Unggah Foto.",
  413: "Foto paling besar 10 MB. Perkecil fotonya, lalu unggah lagi.",
  429: "Terlalu banyak unggahan sekaligus. Tunggu sebentar, lalu tekan Unggah Foto.",
};
const reason = request => request.status === 422 ? request.responseText
  // Sent on to the page for signing in.
  : request.responseURL.includes("/masuk") ? refusals[401]
  : refusals[request.status] ?? "Server belum bisa menyimpan foto ini. Tunggu sebentar, lalu tekan Unggah Foto.";

const send = (form, shot, blob) => new Promise(done => {
  const body = new FormData(form);
  body.delete("foto");
  body.append("foto", blob, shot.file.name);
  const request = new XMLHttpRequest();
  request.open("POST", form.getAttribute("action") + "/satu");
  request.upload.onprogress = event => tell(shot, `Mengirim ${size(blob.size)}…`, event.loaded / event.total * 0.95);
  request.onload = () => done(request.status === 204 ? "" : reason(request));
  request.onerror = request.ontimeout = () => done(refusals[0]);
  request.send(body);
});

async function sendAll(form) {
  const button = form.querySelector("[data-once]");
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  const status = form.querySelector("[data-upload-status]");
  const kept = [];
  let stored = 0;
  for (const [at, shot] of waiting.entries()) {
    status.textContent = `Mengunggah foto ${at + 1} dari ${waiting.length}…`;
    tell(shot, "Mengecilkan foto…");
    const refusal = await send(form, shot, await smaller(shot.file, Number(form.dataset.longest)));
    if (refusal === "") {
      stored++;
      tell(shot, "Tersimpan.", 1);
    } else {
      kept.push(shot);
      tell(shot, refusal);
    }
  }
  waiting = kept;
  // What is stored is not sent again, whatever becomes of the page.
  form.querySelector("input[type=file]").value = "";
  button.removeAttribute("aria-busy");
  let words = kept.length === 0 ? `${stored} foto tersimpan.` : stored === 0 ? "Belum ada foto yang tersimpan." : `${stored} foto tersimpan, ${kept.length} belum.`;
  try {
    if (stored > 0) await draw("#foto", await fetch(location.pathname, { headers: { Accept: "text/html" } }), stored);
  } catch {
    words += " Muat ulang halaman untuk melihatnya.";
  }
  const next = document.querySelector("form[data-upload]");
  if (next) show(next, words);
}

// Puts the answer's part in the place of this page's, and what the answer says into it.
async function draw(part, answer, steps) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(part);
  if (!fresh) return location.assign(answer.url);
  const flash = page.querySelector(".flash");
  document.querySelectorAll(".flash").forEach(old => old.remove());
  if (flash) fresh.querySelector("header").after(flash);
  const old = document.querySelector(part);
  for (const field of [...old.querySelectorAll("[name=teks]")].filter(field => field.value !== field.defaultValue)) {
    const same = [...fresh.querySelectorAll("[name=teks]")].find(other => other.form.getAttribute("action") === field.form.getAttribute("action"));
    if (same && same.value !== field.value) same.value = field.value;
  }
  old.replaceWith(fresh);
  const upload = fresh.querySelector("form[data-upload]");
  if (upload && waiting.length > 0) show(upload, "");
  // Only our own steps may pass for seen: what somebody else changed meanwhile must still be told.
  const [seen, now] = [document.querySelector("[name=Versi]"), page.querySelector("[name=Versi]")];
  if (seen && now && Number(now.value) - Number(seen.value) <= steps) seen.value = now.value;
}

document.addEventListener("change", event => {
  const form = event.target.closest("form[data-upload]");
  if (form && event.target.type === "file") choose(form, event.target.files);
});

// One step at a time: the next would be about a page that is not there any more.
let busy = false;

// Before other scripts hear of it: they leave alone what is not sent as a page.
document.addEventListener("submit", async event => {
  const form = event.target;
  const photos = document.querySelector("form[data-upload]");
  if (photos && form !== photos && waiting.length > 0 && form.matches("[data-keep]")) {
    // What was chosen is stored first, so that saving the rest does not lose it.
    event.preventDefault();
    if (busy) return;
    busy = true;
    try { await sendAll(photos); } finally { busy = false; }
    if (waiting.length === 0) form.requestSubmit(event.submitter ?? undefined);
    return;
  }
  const upload = form.matches("[data-upload]") && waiting.length > 0;
  if (!upload && !form.matches("[data-part]") || form.dataset.plain) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  try {
    if (upload) await sendAll(form);
    else await step(form, event.submitter);
  } finally {
    busy = false;
  }
}, true);

async function step(form, button) {
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.append(button.name, button.value);
  try {
    await draw(form.dataset.part, await fetch(address, { method: "POST", body, headers: { Accept: "text/html" } }), 1);
    document.querySelector(form.dataset.part)?.focus({ preventScroll: true });
  } catch {
    form.dataset.plain = "1";
    form.requestSubmit(button ?? undefined);
  }
}

// Photos of a paper: what was chosen is exchanged for smaller pictures before the form is sent; a PDF stays as it is.
let shrinking = null;
let rounds = 0;

async function shrink(input) {
  const round = ++rounds;
  const status = input.form.querySelector("[data-shrink-status]");
  const [most, longest] = [Number(input.dataset.most), Number(input.dataset.shrink)];
  const chosen = [...input.files];
  const files = new DataTransfer();
  status.textContent = chosen.length > 0 ? "Mengecilkan foto…" : "";
  for (const file of chosen.slice(0, most)) {
    const blob = file.type.startsWith("image/") ? await smaller(file, longest) : file;
    files.items.add(blob === file ? file : new File([blob], file.name, { type: blob.type }));
  }
  // Chosen anew meanwhile: that round is the one that counts.
  if (round !== rounds) return;
  input.files = files.files;
  const words = [...input.files].map(file => `${file.name}, ${size(file.size)}`).join("; ");
  status.textContent = tooLarge(input) || (chosen.length > most ? `Hanya ${most} berkas pertama yang dikirim. ${words}` : words);
}

// What the server would refuse is told here, so that nothing typed travels for nothing.
const tooLarge = input => [...input.files].filter(file => file.size > Number(input.dataset.limit))
  .map(file => `${file.name} sebesar ${size(file.size)}; paling besar ${size(Number(input.dataset.limit))}. Pilih yang lebih kecil.`).join(" ");

document.addEventListener("change", event => {
  if (!event.target.matches("input[type=file][data-shrink]")) return;
  const mine = shrink(event.target).catch(() => { }).finally(() => shrinking = shrinking === mine ? null : shrinking);
  shrinking = mine;
});

document.addEventListener("submit", async event => {
  const [form, button] = [event.target, event.submitter];
  const input = form.querySelector("input[type=file][data-shrink]");
  const refused = input && !shrinking && !button?.hasAttribute("formaction") && tooLarge(input);
  if (!input || (!shrinking && !refused)) return;
  event.preventDefault();
  event.stopPropagation();
  if (refused) return input.focus();
  await shrinking;
  form.requestSubmit(button);
}, true);
