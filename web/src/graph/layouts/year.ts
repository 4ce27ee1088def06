/**
 * The layout by year: columns of one year each, older left, gaps in time compressed. Within the columns nodes are ordered
 * by the mean of their neighbours (the barycentre method of Sugiyama, Tagawa and Toda, 1981) and moved apart.
 */

import { columnsOf, dense, naturalWidth, placeColumns, roomy, type Column, type Spacing } from "./columns";
import { widestLabel, type Layout, type LayoutInput, type Point } from "./layout";
import { routesOf } from "./routes";
import { spread } from "./spread";

/** Maximum distance between the rows of a column on the screen. */
const maxRow = 62;
const narrowestLabel = 96;
/** A drawing that would have to be zoomed out by more than this factor to fit becomes a map of dots. */
const farthest = 1.8;
/** Maximum width of a drawing that is panned, in canvas widths. */
const screens = 5;
/** Sweeps after which lineages of a few hundred nodes no longer change (observed; each is linear in the edges). */
const sweeps = 24;
/** Pull of an edge of context, relative to 1 for an edge of descent. */
const contextPull = 0.35;
/** Rows by which context, such as a dataset, is set apart from the line of descent. */
const aside = 2.4;

export const yearLayout: Layout = {
  id: "year",
  label: "By year",
  run: (input) => {
    if (input.nodes.length === 0) return { maxLabel: widestLabel, positions: new Map(), ticks: [], routes: new Map() };
    const { columns, spacing } = fittedColumns(input);
    const { minRow } = spacing;
    const ticks = placeColumns(columns, spacing, input.width);
    const fullest = Math.max(...columns.map((column) => column.nodes.length));
    const zoom = input.pans ? 1 : Math.min(1, input.width / naturalWidth(columns, spacing));
    const row = Math.max(minRow, Math.min(maxRow, input.height / fullest) / zoom);
    const ys = squeezed(order(columns, input, row), input.height / zoom, minRow / row);
    const positions = new Map<string, Point>();
    for (const column of columns) {
      for (const node of column.nodes) positions.set(node.id, { x: column.x, y: ys.get(node.id) ?? 0 });
    }
    const isDated = input.nodes.some(({ year }) => year !== null);
    return { maxLabel: Math.max(narrowestLabel, spacing.maxLabel), positions, ticks: isDated ? ticks : [], routes: routesOf(columns, positions, input.edges) };
  },
};

/** Tries ever narrower drawings: few nodes in a column, as many as fit, labels cut shorter, and at last dots without room for labels. */
function fittedColumns(input: LayoutInput): { columns: Column[]; spacing: Spacing } {
  const airy = Math.max(8, Math.min(Math.floor(input.height / 46), Math.ceil(Math.sqrt(input.nodes.length) * 1.6)));
  const packed = Math.max(airy, Math.floor(input.height / roomy(0).minRow));
  const tries = [[airy, widestLabel], [packed, widestLabel], [packed, 150], [packed, 120], [packed, narrowestLabel]] as const;
  for (const [rows, maxLabel] of tries) {
    const [columns, spacing] = [columnsOf(input, rows), roomy(maxLabel)];
    const isLast = maxLabel === narrowestLabel;
    if (naturalWidth(columns, spacing) <= input.width * (input.pans ? screens : isLast ? farthest : 1)) return { columns, spacing };
  }
  return { columns: columnsOf(input, Math.max(packed, Math.ceil(Math.sqrt(input.nodes.length * 1.2)))), spacing: dense };
}

/** Brings rows nearer together if they need more than the height, down to `least` of their distance. */
function squeezed(ys: Map<string, number>, height: number, least: number): Map<string, number> {
  const extent = Math.max(...ys.values()) - Math.min(...ys.values());
  const factor = Math.max(least, Math.min(1, height / Math.max(1, extent)));
  return new Map([...ys].map(([id, y]) => [id, y * factor]));
}

function order(columns: readonly Column[], input: LayoutInput, row: number): Map<string, number> {
  const pulls = pullsOf(input);
  const sides = sidesOf(input);
  const ys = new Map<string, number>();
  for (const column of columns) {
    const middle = (column.nodes.length - 1) / 2;
    column.nodes.forEach((node, i) => ys.set(node.id, (i - middle) * row));
  }
  const reach = (Math.max(...columns.map(({ nodes }) => nodes.length)) / 2 + aside) * row;
  if (input.focus !== null) ys.set(input.focus, 0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const forward = sweep % 2 === 0;
    for (const column of forward ? columns : [...columns].reverse()) settle(column, { pulls, sides, row, reach, focus: input.focus }, ys);
  }
  return ys;
}

interface Forces {
  readonly pulls: ReadonlyMap<string, readonly Pull[]>;
  /** −1 or 1 for a node of context: above or below; absent for a node of descent. */
  readonly sides: ReadonlyMap<string, number>;
  readonly row: number;
  /** Maximum distance from the middle: context attached only to context must not drift away. */
  readonly reach: number;
  readonly focus: string | null;
}

/** Orders a column by the pull of its nodes' neighbours, with rows at least a row apart; the focus stays in the middle. */
function settle(column: Column, { pulls, sides, row, reach, focus }: Forces, ys: Map<string, number>): void {
  const wanted = new Map(column.nodes.map(({ id }) => {
    const y = pulled(id, pulls, ys) + (sides.get(id) ?? 0) * aside * row;
    return [id, id === focus ? 0 : Math.max(-reach, Math.min(reach, y))];
  }));
  column.nodes.sort((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const placed = spread(column.nodes.map((node) => wanted.get(node.id) ?? 0), column.nodes.map(() => row));
  column.nodes.forEach((node, i) => ys.set(node.id, placed[i] ?? 0));
}

/** Nodes without any edge of descent are context, placed alternately above and below. */
function sidesOf({ nodes, edges, focus }: LayoutInput): Map<string, number> {
  const inDescent = new Set(edges.filter(({ descent }) => descent).flatMap(({ source, target }) => [source, target]));
  const context = nodes.map(({ id }) => id).filter((id) => !inDescent.has(id) && id !== focus).sort();
  const isAllContext = context.length >= nodes.length - 1;
  return new Map(isAllContext ? [] : context.map((id, i) => [id, i % 2 === 0 ? -1 : 1]));
}

interface Pull { readonly other: string; readonly weight: number }

function pulled(id: string, pulls: ReadonlyMap<string, readonly Pull[]>, ys: ReadonlyMap<string, number>): number {
  let sum = 0;
  let weight = 0;
  for (const pull of pulls.get(id) ?? []) {
    sum += (ys.get(pull.other) ?? 0) * pull.weight;
    weight += pull.weight;
  }
  return weight > 0 ? sum / weight : 0;
}

function pullsOf({ nodes, edges }: LayoutInput): Map<string, Pull[]> {
  const pulls = new Map<string, Pull[]>(nodes.map((node) => [node.id, []]));
  for (const { source, target, descent } of edges) {
    const weight = descent ? 1 : contextPull;
    pulls.get(source)?.push({ other: target, weight });
    pulls.get(target)?.push({ other: source, weight });
  }
  return pulls;
}
