// Keeps what is shown once: copied, as a file, or on paper. The buttons are there only with this file; without it the text is selected by hand.
const textOf = button => document.querySelector(button.dataset.keepOf).innerText.trim();

// Without https a browser has no clipboard of its own; then what is shown is selected and copied as by hand.
async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("[data-keep-of], [data-print]")) button.hidden = false;

document.addEventListener("click", async event => {
  const button = event.target.closest("[data-keep-of]");
  if (!button) return;
  if (button.dataset.file) {
    const address = URL.createObjectURL(new Blob([`${button.dataset.title}\n${location.host}\n\n${textOf(button)}\n`], { type: "text/plain" }));
    Object.assign(document.createElement("a"), { href: address, download: button.dataset.file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  } else {
    const done = await copy(textOf(button).replaceAll(" ", ""), document.querySelector(button.dataset.keepOf));
    button.closest("section").querySelector("[role=status]").textContent = done ? "Tersalin." : "Belum tersalin. Pilih teksnya, lalu salin.";
  }
});
