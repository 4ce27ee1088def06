/** A tuple as the parameters of a function, which may accept fewer of them. */
type Parts<T extends readonly unknown[]> = { -readonly [K in keyof T]: T[K] };

/** Holds the state and notifies watchers when the part that they read has changed. */
export class Store<S> {
  #state: S;
  readonly #watchers = new Set<() => void>();

  constructor(initial: S) {
    this.#state = initial;
  }

  get state(): S {
    return this.#state;
  }

  /** Applies a pure action; watchers run once, after the new state is in place. */
  dispatch(action: (state: S) => S): void {
    const next = action(this.#state);
    if (Object.is(next, this.#state)) return;
    this.#state = next;
    for (const watcher of [...this.#watchers]) watcher();
  }

  /**
   * Calls `render` now and whenever a value in `read`'s tuple is no longer the same object.
   * Returns a function that stops watching.
   */
  watch<const T extends readonly unknown[]>(read: (state: S) => T, render: (...values: Parts<T>) => void): () => void {
    let last = read(this.#state);
    const watcher = (): void => {
      const next = read(this.#state);
      if (next.every((value, i) => Object.is(value, last[i]))) return;
      last = next;
      render(...(next as Parts<T>));
    };
    this.#watchers.add(watcher);
    render(...(last as Parts<T>));
    return () => this.#watchers.delete(watcher);
  }
}
