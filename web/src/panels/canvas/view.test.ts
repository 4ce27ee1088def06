import { expect, it } from "vitest";
import { Problem } from "../../api/problem";
import type { Command } from "../../commands/command";
import { expand } from "../../state/actions/view";
import { edges, nodes } from "../../../dev/graph";
import { merge } from "../../state/content";
import { edgeKey, initialState, startView, type Content } from "../../state/state";
import { Store } from "../../state/store";
import { decodeView } from "../../state/url";
import { hintText, noLineageText, nothingShown, waysOut, withoutLineage } from "./view";

const commands = new Map(["undo", "start", "console"].map((id): [string, Command] => [id, { id, label: id, group: "View", keys: [], run: () => undefined }]));

it.each([
  ["?of=dpo", 0, "first", ["Try again"]], ["?of=dpo", 0, "later", ["Try again", "Go back"]], ["?of=dpo", 503, "later", ["Try again", "Go back"]],
  ["?of=nope", 404, "first", ["Start page"]], ["?of=nope", 404, "later", ["Go back", "Start page"]],
  ["?of=SPO", 300, "first", ["Start page"]], ["?of=SPO", 300, "later", ["Go back"]],
  ["?ask=how?", 422, "first", ["Start page"]], ["?ask=how?", 422, "later", ["Go back"]],
  ["?cypher=x", 400, "first", ["Open the console"]], ["?cypher=x", 400, "later", ["Open the console", "Go back"]],
] as const)("out of %s with status %i as the %s view lead %j", (query, status, when, labels) => {
  const store = new Store(initialState(decodeView(query), "light", true));
  if (when === "later") store.dispatch(expand("dpo"));
  const ways = waysOut(new Problem(status, "code", "detail"), { store, commands });
  expect([...ways.querySelectorAll("button")].map((button) => button.textContent)).toEqual(labels);
});

it.each([
  [0, false, "The statement ran, and found nothing."], [3, false, "This result of 3 rows holds no nodes or relations; the console has it as a table."],
  [1000, true, "This result of more than 1,000 rows holds no nodes or relations; the console has it as a table."],
])("says of a result of %i rows without a graph, cut (%s): %s", (rowCount, truncated, words) => {
  const store = new Store({ ...initialState(decodeView("?cypher=x"), "light", true), content: { table: { rowCount, truncated } } as unknown as Content });
  expect(nothingShown({ store })[0]?.textContent).toBe(words);
});

it("leads from two things that no line joins to the question about both", () => {
  const base = { kind: "path", from: "d4rl", to: "policy-gradient" } as const;
  const store = new Store({ ...initialState(decodeView("?from=d4rl&to=policy-gradient"), "light", true), content: { nodes: new Map(), base, table: null } as unknown as Content });
  const [words, ways] = nothingShown({ store });
  expect(words?.textContent).toBe("In this graph neither descent nor a paper that names both joins d4rl and policy gradient.");
  ways?.querySelector("button")?.click();
  expect(store.state.view.base).toEqual({ kind: "ask", question: "what do d4rl and policy gradient have in common?" });
});

it.each([
  [0, true, "Hover an edge for its sentence · Enter expands · arrows walk along edges"],
  [1, true, "1 of 20 names does not fit: zoom in, hover a node, or press T for the table"],
  [3, true, "3 of 20 names do not fit: zoom in, hover a node, or press T for the table"],
  [3, false, "3 of 20 names do not fit: zoom in, or open the table"],
])("says of a drawing with %i names left out, on a roomy page (%s): %s", (unlabelled, roomy, text) => {
  const content = { ...merge([{ nodes, edges, shown: 0, total: 0 }]), focus: null, base: startView.base } as unknown as Content;
  expect(hintText({ ...initialState(startView, "light", roomy), content }, unlabelled)).toBe(text);
});

it("tries again in place", () => {
  const store = new Store(initialState(decodeView("?of=dpo"), "light", true));
  const { base } = store.state.view;
  waysOut(Problem.offline(), { store, commands }).querySelector("button")?.click();
  expect(store.state.view.base).toEqual(base);
  expect(store.state.view.base).not.toBe(base);
});

it.each([
  ["?of=ppo", "No abstract here says what PPO builds on, nor of anything that it builds on PPO."],
  ["?of=ppo&up=2&down=0", "No abstract here says what PPO builds on."], ["?of=ppo&up=0&down=2", "No abstract here says of anything that it builds on PPO."],
])("says of %s only what was looked for", (query, text) => {
  expect(noLineageText("PPO", "PPO", decodeView(query).base)).toBe(text);
});

it.each([
  ["?of=ppo", true, null], ["?of=ppo", false, "ppo"], ["?of=ppo&up=0&down=0", false, null], ["?around=ppo", false, null],
])("says of %s whose relations are there (%s) that %s is without lineage", (query, isRelated, id) => {
  const content = {
    focus: "ppo", nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.filter(({ type }) => isRelated || type === "COMPARES_WITH" || type === "EVALUATES_ON").map((edge) => [edgeKey(edge), edge])),
  } as unknown as Content;
  expect(withoutLineage({ ...initialState(decodeView(query), "light", true), content })?.id ?? null).toBe(id);
});
