/** A query that was answered on this device. */
export interface PastQuery {
  sql: string;
  /** ISO moment at which it was last answered. */
  at: string;
  rows: number;
}

const KEY = 'sql-history';
const MOST = 20;

const isPast = (value: unknown): value is PastQuery =>
  typeof value === 'object' &&
  value !== null &&
  'sql' in value &&
  typeof value.sql === 'string' &&
  'at' in value &&
  typeof value.at === 'string' &&
  'rows' in value &&
  typeof value.rows === 'number';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The store of this device; undefined where the browser has none for us. */
export const deviceStore = (): Store | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
};

/** The queries answered before, the latest first. What is stored and is not ours is left out. */
export const readHistory = (store: Store | undefined): PastQuery[] => {
  try {
    const stored: unknown = JSON.parse(store?.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPast).slice(0, MOST) : [];
  } catch {
    return [];
  }
};

/** Adds a query at the front; one that is there already moves there. Gives the history as it is now. */
export const addToHistory = (store: Store | undefined, past: PastQuery): PastQuery[] => {
  const history = [past, ...readHistory(store).filter(({ sql }) => sql !== past.sql)].slice(0, MOST);
  try {
    store?.setItem(KEY, JSON.stringify(history));
  } catch {
    // A full or forbidden store: the history lasts as long as the page.
  }
  return history;
};

/** Forgets every query. */
export const clearHistory = (store: Store | undefined): void => {
  try {
    store?.removeItem(KEY);
  } catch {
    // Nothing is stored then.
  }
};
