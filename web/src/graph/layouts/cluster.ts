/** The layout by cluster: a deterministic force simulation that always starts from the same positions. */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import { widestLabel, type Layout, type LayoutInput } from "./layout";

interface Body extends SimulationNodeDatum { readonly id: string; readonly radius: number }

/** Nodes times steps: bounds the work, so that large graphs get fewer, still sufficient steps. */
const stepBudget = 60_000;
/** Barnes and Hut's opening angle (Nature 324, 1986); wider for large graphs, where a coarser approximation suffices. */
const opening = (size: number): number => (size > 300 ? 1.3 : 0.9);

export const clusterLayout: Layout = {
  id: "cluster",
  label: "By cluster",
  run: (input) => {
    const bodies = bodiesOf(input);
    const steps = Math.max(50, Math.min(300, Math.floor(stepBudget / Math.max(1, bodies.length))));
    const aspect = Math.max(0.5, Math.min(2, input.width / Math.max(1, input.height)));
    const links = input.edges.map(({ source, target, descent }) => ({ source, target, strength: descent ? 0.5 : 0.14 }));
    forceSimulation(bodies)
      .force("links", forceLink<Body, (typeof links)[number]>(links).id((body) => body.id).distance(86).strength((link) => link.strength))
      .force("apart", forceManyBody<Body>().strength(-340).distanceMax(700).theta(opening(bodies.length)))
      .force("room", forceCollide<Body>((body) => body.radius).iterations(bodies.length > 300 ? 1 : 2))
      .force("x", forceX<Body>(0).strength(0.05 / aspect))
      .force("y", forceY<Body>(0).strength(0.05 * aspect))
      .alphaDecay(1 - 0.001 ** (1 / steps))
      .stop()
      .tick(steps);
    return { maxLabel: widestLabel, positions: new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }])), ticks: [], routes: new Map() };
  },
};

/** Sorted, so that the order of arrival does not matter; the focus is fixed in the middle. */
function bodiesOf({ nodes, focus }: LayoutInput): Body[] {
  return [...nodes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, labelWidth }) => ({
      id, radius: 16 + Math.min(labelWidth, 110) / 5, ...(id === focus ? { fx: 0, fy: 0 } : {}),
    }));
}
