/** Years → columns: which nodes share a column, where each column begins, and the axis. */

import type { LayoutInput, LayoutNode, Tick } from "./layout";

export interface Column {
  readonly year: number;
  readonly nodes: LayoutNode[];
  x: number;
}

/** Spacing of a drawing, in pixels. */
export interface Spacing {
  /** Left of a column's nodes, for the arrows that end there. */
  readonly lead: number;
  /** Between the longest label of a column and the next column. */
  readonly trail: number;
  readonly minBand: number;
  /** Labels are at most this wide. */
  readonly maxLabel: number;
  /** Minimum distance between the rows of a column. */
  readonly minRow: number;
}

/** Every node has room for its label; a label above its node needs the row. */
export const roomy = (maxLabel: number): Spacing => ({ lead: 28, trail: 22, minBand: 64, maxLabel, minRow: 34 });
/** A map of many dots: labels are shown only where they happen to fit. */
export const dense: Spacing = { lead: 13, trail: 13, minBand: 26, maxLabel: 0, minRow: 18 };

/** Width of any number of years without a node. */
const gapWidth = 30;
/** Maximum stretch of a narrow graph over a wide canvas, so that few nodes do not end up far apart. */
const maxStretch = 2.2;

export function columnsOf(input: LayoutInput, rows: number): Column[] {
  const years = yearsOf(input);
  const levels = levelsWithinYear(input, years);
  const groups = new Map<string, Column>();
  for (const node of [...input.nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const year = years.get(node.id) ?? 0;
    const key = `${year} ${levels.get(node.id) ?? 0}`;
    const column = groups.get(key) ?? { year, nodes: [], x: 0 };
    column.nodes.push(node);
    groups.set(key, column);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => compareKeys(a, b))
    .flatMap(([, column]) => dealt(column, rows));
}

/** A node without a year gets the earliest year of its neighbours, or the latest year of all nodes. */
export function yearsOf({ nodes, edges }: LayoutInput): Map<string, number> {
  const years = new Map(nodes.flatMap((node) => (node.year === null ? [] : [[node.id, node.year] as const])));
  const latest = Math.max(0, ...years.values());
  const guesses = new Map<string, number>();
  for (const node of nodes) {
    if (node.year !== null) continue;
    const near = edges.flatMap(({ source, target }) =>
      source === node.id ? [years.get(target)] : target === node.id ? [years.get(source)] : []).filter((year) => year !== undefined);
    guesses.set(node.id, near.length > 0 ? Math.min(...near) : latest);
  }
  return new Map([...years, ...guesses]);
}

/** Within one year a descendant is right of its ancestor; levels are capped, so that cycles end. */
function levelsWithinYear({ nodes, edges }: LayoutInput, years: ReadonlyMap<string, number>): Map<string, number> {
  const levels = new Map(nodes.map((node) => [node.id, 0]));
  const inner = edges.filter(({ source, target, descent }) => descent && source !== target && years.get(source) === years.get(target));
  for (let round = 0; round < maxLevels; round++) {
    for (const { source, target } of inner) {
      const level = Math.min((levels.get(source) ?? 0) + 1, maxLevels);
      if ((levels.get(target) ?? 0) < level) levels.set(target, level);
    }
  }
  return levels;
}

/** Highest level within a year. */
const maxLevels = 4;

function compareKeys(a: string, b: string): number {
  const [yearA = 0, levelA = 0] = a.split(" ").map(Number);
  const [yearB = 0, levelB = 0] = b.split(" ").map(Number);
  return yearA - yearB || levelA - levelB;
}

/** A column of more than `rows` nodes is dealt over several, like cards, so that each spans the whole height. */
function dealt(column: Column, rows: number): Column[] {
  const hands = Math.ceil(column.nodes.length / rows);
  if (hands === 1) return [column];
  return Array.from({ length: hands }, (_, hand) =>
    ({ year: column.year, x: 0, nodes: column.nodes.filter((_node, i) => i % hands === hand) }));
}

/** Sets the x of each column and returns the axis. */
export function placeColumns(columns: readonly Column[], spacing: Spacing, width: number): Tick[] {
  const natural = naturalWidth(columns, spacing);
  const stretch = Math.min(maxStretch, Math.max(1, width / natural));
  const ticks: Tick[] = [];
  let x = 0;
  let last: number | null = null;
  for (const column of columns) {
    if (column.year !== last) {
      const afterGap = last !== null && column.year > last + 1;
      if (afterGap) x += gapWidth;
      ticks.push({ year: column.year, x, afterGap });
      last = column.year;
    }
    column.x = x + spacing.lead * stretch;
    x += columnWidth(column, spacing) * stretch;
  }
  if (last !== null) ticks.push({ year: last + 1, x, afterGap: false });
  return ticks;
}

/** The width before any stretching. */
export function naturalWidth(columns: readonly Column[], spacing: Spacing): number {
  const gaps = columns.filter((column, i) => i > 0 && column.year > (columns[i - 1]?.year ?? 0) + 1).length;
  return columns.reduce((sum, column) => sum + columnWidth(column, spacing), gaps * gapWidth);
}

/** A label above its node extends only half its width to the right, and may use the trailing space. */
function columnWidth(column: Column, { lead, trail, minBand, maxLabel }: Spacing): number {
  const labels = column.nodes.map(({ labelWidth, labelRight }) => {
    const width = Math.min(labelWidth, maxLabel);
    return labelRight ? width : width / 2 - trail;
  });
  return Math.max(minBand, lead + Math.max(...labels) + trail);
}
