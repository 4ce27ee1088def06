/** Arrow keys walk along edges: which neighbour is in the direction of the key. */

import type { Point } from "./layouts/layout";

export type Heading = "left" | "right" | "up" | "down";

const headings: Readonly<Record<Heading, Point>> = {
  left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 },
};

/** Cosine of the widest angle that still counts as "in that direction": 75 degrees. */
const widest = 0.26;
/** How many times nearer a node without a connecting edge must be to be preferred. */
const detour = 6;

export interface Stop extends Point { readonly id: string; readonly connected: boolean }

/** The best stop from `here`, preferably a connected one; null if there is none in that direction. */
export function nextStop(here: Point, stops: readonly Stop[], heading: Heading): string | null {
  const way = headings[heading];
  let best: string | null = null;
  let least = Infinity;
  for (const stop of stops) {
    const [dx, dy] = [stop.x - here.x, stop.y - here.y];
    const distance = Math.hypot(dx, dy);
    const cosine = distance > 0 ? (dx * way.x + dy * way.y) / distance : -1;
    if (cosine < widest) continue;
    const cost = (distance / cosine) * (stop.connected ? 1 : detour);
    if (cost < least) [least, best] = [cost, stop.id];
  }
  return best;
}
