import { defineConfig } from "vitest/config";

/** Where a running service listens while the viewer is developed with `npm run dev`. */
const service = process.env["STEMMA_API"] ?? "http://127.0.0.1:5180";

/** The service refuses requests from pages of other sites; the page that `npm run dev` serves speaks for it. */
const proxied = { target: service, changeOrigin: true, headers: { origin: service } };

export default defineConfig({
  base: "./",
  build: {
    outDir: "../src/GraphApi/wwwroot",
    emptyOutDir: true,
    target: "es2022",
    // Cytoscape alone is 430 kB before compression.
    chunkSizeWarningLimit: 560,
  },
  server: {
    proxy: { "/api": proxied, "/openapi": proxied, "/docs": proxied },
    // A test reads ../docs/viewer.md.
    fs: { allow: [".."] },
  },
  // A layout of many nodes takes seconds on a busy machine.
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"], testTimeout: 30_000 },
});
