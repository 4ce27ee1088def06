// Sets the theme before the first paint. A file of its own, because the service's content policy allows no inline script.
document.documentElement.dataset.theme =
  localStorage.getItem("stemma.theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
