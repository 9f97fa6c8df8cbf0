/** A store that counts what is changed in its documents: whoever keeps something made from them learns that it is old. */
import type { Collection, Store } from './port.ts';

const CHANGING: ReadonlySet<PropertyKey> = new Set(['write', 'replace', 'remove']);

export interface WatchedStore {
  store: Store;
  /** Goes up with every change of a document in one of these collections, when it is on the disk. */
  changes: (...collections: Collection[]) => number;
  /** Calls back after every such change. */
  onChange: (collections: readonly Collection[], hear: () => void) => void;
}

export function watchedStore(inner: Store): WatchedStore {
  const counts = new Map<Collection, number>();
  const listeners: { collections: readonly Collection[]; hear: () => void }[] = [];
  const counted = (name: PropertyKey) => {
    const change = Reflect.get(inner, name) as (collection: Collection, ...rest: unknown[]) => Promise<void>;
    return async (collection: Collection, ...rest: unknown[]): Promise<void> => {
      await change.call(inner, collection, ...rest);
      counts.set(collection, (counts.get(collection) ?? 0) + 1);
      for (const { collections, hear } of listeners) if (collections.includes(collection)) hear();
    };
  };
  const changing = new Map([...CHANGING].map((name) => [name, counted(name)]));
  const store = new Proxy(inner, {
    get(_target, name) {
      const value: unknown = changing.get(name) ?? Reflect.get(inner, name);
      return typeof value === 'function' ? (value as (...all: unknown[]) => unknown).bind(inner) : value;
    },
  });
  return {
    store,
    changes: (...collections) => collections.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0),
    onChange: (collections, hear) => void listeners.push({ collections, hear }),
  };
}
