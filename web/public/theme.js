// Sets the theme before the first paint. A file of its own, because the service's content policy allows no inline script.
let theme = null;
try {
  theme = localStorage.getItem("stemma.theme");
} catch {
  // The browser blocks site data.
}
document.documentElement.dataset.theme = theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
