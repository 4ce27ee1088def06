/**
 * What this browser stores for the next visit. A browser that blocks site data throws as soon as `localStorage` is named, and a full one when something
 * is written; then nothing is stored, and the page works without.
 */
export const browserStorage: Pick<Storage, "getItem" | "setItem"> = {
  getItem: (key) => orIfRefused(() => localStorage.getItem(key), null),
  setItem: (key, value) => orIfRefused(() => localStorage.setItem(key, value), undefined),
};

function orIfRefused<T>(access: () => T, otherwise: T): T {
  try {
    return access();
  } catch {
    return otherwise;
  }
}
