import { Client } from "../src/api/client";
import { answer } from "./stub";

/** A client whose server is the stub, in the same process; `asked` holds the requests it has seen. */
export function stubClient(): { client: Client; asked: string[] } {
  const asked: string[] = [];
  const fetcher = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input), "http://stub/");
    asked.push(url.pathname + url.search);
    const body = typeof init?.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    const given = answer(url.pathname.replace("/api/", ""), url.searchParams, body);
    return Promise.resolve(new Response(JSON.stringify(given.body), { status: given.status }));
  };
  return { client: new Client(fetcher), asked };
}
