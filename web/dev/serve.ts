/** A Vite plugin that lets the stub answer `/api` while the viewer is developed: `STEMMA_API=stub npm run dev`. */

import type { Plugin } from "vite";
import { answer } from "./stub";

export function stubApi(): Plugin {
  return {
    name: "stub-api",
    configureServer: ({ middlewares }) => {
      middlewares.use("/api/", (request, response) => {
        let text = "";
        request.on("data", (chunk: Buffer) => { text += chunk.toString(); });
        request.on("end", () => {
          const url = new URL(request.url ?? "/", "http://stub");
          const { status, body } = answer(url.pathname.slice(1), url.searchParams, text ? (JSON.parse(text) as Record<string, unknown>) : {});
          response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
        });
      });
    },
  };
}
