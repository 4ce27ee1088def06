/**
 * Moves points on a line as little as possible so that neighbours keep their distance: the least-squares solution for a fixed
 * order, by pooling adjacent violators (Barlow et al., Statistical Inference under Order Restrictions, 1972).
 * `wanted` is in the order to keep; `gaps[i]` is the minimum distance between points i and i + 1.
 */
export function spread(wanted: readonly number[], gaps: readonly number[]): number[] {
  const shifts = [0];
  for (let i = 1; i < wanted.length; i++) shifts.push((shifts[i - 1] ?? 0) + (gaps[i - 1] ?? 0));

  const pools: { sum: number; size: number }[] = [];
  wanted.forEach((value, i) => {
    let pool = { sum: value - (shifts[i] ?? 0), size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size };
    }
    pools.push(pool);
  });

  return pools
    .flatMap(({ sum, size }) => Array<number>(size).fill(sum / size))
    .map((value, i) => value + (shifts[i] ?? 0));
}
