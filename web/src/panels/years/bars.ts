/** Counts by year, without holes, and the years that a drag over them selects. */

import type { YearRange } from "../../state/state";

export interface Bar { readonly year: number; readonly count: number }

/** A few early papers must not squeeze the rest: bars begin at the year from which this share of the count, or all but one, has a bar. */
const keptShare = 0.98;
const maxBars = 30;

export function barsOf(counts: ReadonlyMap<number, number>): Bar[] {
  const years = [...counts.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = last - first < maxBars ? first : Math.max(last - maxBars + 1, startOfBulk(years, counts));
  return Array.from({ length: last - from + 1 }, (_, i) => ({ year: from + i, count: counts.get(from + i) ?? 0 }));
}

/** The count before the first bar. */
export function countBefore(bars: readonly Bar[], counts: ReadonlyMap<number, number>): number {
  const first = bars[0]?.year ?? -Infinity;
  return [...counts].filter(([year]) => year < first).reduce((sum, [, count]) => sum + count, 0);
}

function startOfBulk(years: readonly number[], counts: ReadonlyMap<number, number>): number {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const few = Math.max(1, total * (1 - keptShare));
  let earlier = 0;
  for (const year of years) {
    earlier += counts.get(year) ?? 0;
    if (earlier > few) return year;
  }
  return years[0] ?? 0;
}

/** The years between two positions on the histogram, each 0..1; null, meaning no filter, for the whole width. */
export function rangeOf(bars: readonly Bar[], a: number, b: number): YearRange | null {
  const at = (place: number): number => Math.min(bars.length - 1, Math.max(0, Math.floor(place * bars.length)));
  const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))];
  if (low === 0 && high === bars.length - 1) return null;
  return [bars[low]?.year ?? 0, bars[high]?.year ?? 0];
}
