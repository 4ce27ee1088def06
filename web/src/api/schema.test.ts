import { expect, it } from "vitest";
import document from "../../../docs/openapi.json?raw";
import { typesOf, type OpenApi } from "../../dev/schema";
import { usualLimit } from "../state/url";

const api = JSON.parse(document) as OpenApi;

it("is what the API says of its answers: renew it with vitest -u", async () => {
  await expect(typesOf(api)).toMatchFileSnapshot("schema.ts");
});

it("shows as many nodes of a lineage as the API does where nothing else is asked for", () => {
  const limit = api.paths["/api/lineage"]?.get?.parameters?.find(({ name }) => name === "limit");
  expect(usualLimit).toBe(limit?.schema.default);
});
