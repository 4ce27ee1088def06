/** Where a drawing that is larger than its canvas begins: the part with the focus and as much of what is nearest to it as fits. */

export interface Range { readonly from: number; readonly to: number }

/**
 * The start of a window of `size` on one axis: it holds `home`, and of all such windows the most of `near`; of equals, the one in whose middle
 * `home` stands. It does not reach beyond `whole`, and a window that is larger than it stands around its middle.
 */
export function windowOn(home: number, near: readonly number[], size: number, whole: Range): number {
  if (size >= whole.to - whole.from) return (whole.from + whole.to - size) / 2;
  const held = (start: number): number => near.filter((at) => at >= start && at <= start + size).length;
  const starts = [home - size / 2, ...near, ...near.map((at) => at - size)]
    .map((start) => Math.max(whole.from, Math.min(whole.to - size, start)))
    .filter((start) => home >= start && home <= start + size)
    .map((start) => ({ start, held: held(start), off: Math.abs(start + size / 2 - home) }));
  return starts.sort((a, b) => b.held - a.held || a.off - b.off)[0]?.start ?? Math.max(whole.from, Math.min(whole.to - size, home - size / 2));
}
