/** docs/openapi.json → the TypeScript of its schemas, one exported type each, so that a change of the API is a change of the viewer's types. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly parameters?: readonly { readonly name: string; readonly schema: { readonly default?: unknown } }[] } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export function typesOf({ components }: OpenApi): string {
  const types = Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, schema]) => `${comment(schema, "")}${declaration(name, schema)}`);
  return `/** Made of docs/openapi.json by dev/schema.ts: not edited by hand. */\n\n${types.join("\n\n")}\n`;
}

function declaration(name: string, schema: Schema): string {
  if (!schema.properties) return `export type ${name} = ${typeOf(schema)};`;
  const members = Object.entries(schema.properties).map(([key, property]) =>
    `${comment(property, "  ")}  readonly ${key}${schema.required?.includes(key) ? "" : "?"}: ${typeOf(property)};`);
  return `export interface ${name} {\n${members.join("\n")}\n}`;
}

function comment({ description, oneOf }: Schema, indent: string): string {
  const text = description ?? oneOf?.find((part) => part.description)?.description;
  return text ? `${indent}/** ${text.replace(/\s+/g, " ").replaceAll("*/", "* /")} */\n` : "";
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if (schema.oneOf) return nullLast(schema.oneOf.map(typeOf)).join(" | ");
  const kinds = typeof schema.type === "string" ? [schema.type] : schema.type ?? [];
  return kinds.length === 0 ? "unknown" : nullLast(kinds.map((kind) => typeOfKind(kind, schema))).join(" | ");
}

function typeOfKind(kind: string, { items, additionalProperties }: Schema): string {
  switch (kind) {
    case "integer":
    case "number": return "number";
    case "array": {
      const item = items ? typeOf(items) : "unknown";
      return `readonly ${item.includes(" ") ? `(${item})` : item}[]`;
    }
    case "object": return `Readonly<Record<string, ${additionalProperties ? typeOf(additionalProperties) : "unknown"}>>`;
    default: return kind;
  }
}

function nullLast(types: readonly string[]): string[] {
  return [...types.filter((type) => type !== "null"), ...types.filter((type) => type === "null")];
}
