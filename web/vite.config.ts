import { defineConfig } from "vitest/config";
import { stubApi } from "./dev/serve";

/** Where a running Stemma API listens while the viewer is developed with `npm run dev`; "stub" needs none. */
const api = process.env["STEMMA_API"] ?? "http://127.0.0.1:5180";

export default defineConfig({
  base: "./",
  build: {
    outDir: "../src/GraphApi/wwwroot",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 500,
  },
  ...(api === "stub" ? { plugins: [stubApi()] } : { server: { proxy: { "/api": api, "/openapi": api, "/docs": api } } }),
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
});
