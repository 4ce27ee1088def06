import { describe, expect, it } from "vitest";
import { Client } from "./client";

function clientOf(...responses: (Response | Error)[]): { client: Client; calls: () => number } {
  let calls = 0;
  const fetcher = (): Promise<Response> => {
    const next = responses[Math.min(calls++, responses.length - 1)];
    return next instanceof Response ? Promise.resolve(next.clone()) : Promise.reject(next ?? new Error("none"));
  };
  return { client: new Client(fetcher), calls: () => calls };
}

describe("the client", () => {
  it("asks the server once for the same thing", async () => {
    const { client, calls } = clientOf(Response.json({ items: [] }));
    await Promise.all([client.search("dpo"), client.search("dpo")]);
    await client.search("dpo");
    expect(calls()).toBe(1);
  });

  it("asks again after a failure", async () => {
    const { client, calls } = clientOf(new TypeError("refused"), Response.json({ items: [] }));
    await expect(client.search("dpo")).rejects.toMatchObject({ code: "offline" });
    await expect(client.search("dpo")).resolves.toEqual({ items: [] });
    expect(calls()).toBe(2);
  });

  it("reads the place of a fault in Cypher", async () => {
    const body = { code: "SyntaxError.X", detail: "unexpected RETRUN", line: 2, column: 5, caret: "RETRUN n\n^" };
    const { client } = clientOf(Response.json(body, { status: 400 }));
    await expect(client.cypher("x")).rejects.toMatchObject({ status: 400, code: body.code, detail: body.detail, place: { line: 2, column: 5, caret: body.caret } });
  });

  it("has a sentence for an error that is not JSON", async () => {
    const { client } = clientOf(new Response("<html>", { status: 502 }));
    await expect(client.stats()).rejects.toMatchObject({ code: "http.502", detail: "The server answered 502." });
  });
});
