import { expect, it } from "vitest";
import { reasonOf } from "../panels/detail/reasons";
import { sureness } from "./sureness";

it.each([[1, "0.99"], [0.997, "0.99"], [0.5, "0.50"]])("prints a confidence of %d as %s", (confidence, text) => expect(sureness(confidence)).toBe(text));

it.each([
  ["derived.roles", "follows from what the paper says of both"], ["role.model.disbelieved", "read by the trained model"],
  ["role.uses", "a phrase of this sentence says so"], ["by-hand", "rule by-hand"],
])("says %s as %s", (rule, words) => expect(reasonOf(rule)).toBe(words));
