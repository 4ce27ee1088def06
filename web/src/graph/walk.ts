/** Arrow keys walk along edges: which neighbour lies in the direction of the key. */

import type { Point } from "./layouts/layout";

export type Heading = "left" | "right" | "up" | "down";

const headings: Readonly<Record<Heading, Point>> = {
  left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 },
};

/** Cosine of the widest angle that still counts as "in that direction": 75 degrees. */
const widest = 0.26;
/** What a node that no edge leads to must be nearer by, to be preferred. */
const detour = 6;

export interface Stop extends Point { readonly id: string; readonly connected: boolean }

/** The best stop from `here`, connected ones first; null where nothing lies that way. */
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
