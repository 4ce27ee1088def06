/** Where the view of a drawing larger than its canvas begins: the part with the focus and as many of its neighbours as fit. */

export interface Range { readonly from: number; readonly to: number }

/**
 * The start of a window of `size` on one axis. It contains `home` and as many of `near` as possible; among equal windows, the one with `home`
 * nearest to its middle is taken. It does not extend beyond `whole`; a window larger than `whole` is centred on it.
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
