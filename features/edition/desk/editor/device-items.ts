/** Words of items on the device itself: they outlive a closed browser, a lost connection and an ended sign-in. */
import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import type { ItemWords } from './item-words.ts'

export type KeptItem = {
  readonly editionId: string
  readonly itemId: string
  readonly mine: ItemWords
  /** What the server had when this was begun. */
  readonly base: { readonly version: number; readonly words: ItemWords }
  /** ISO moment. */
  readonly keptAt: string
}

let opened: UseStore | null = null
const store = (): UseStore => {
  opened ??= createStore('jianbao-editions', 'items')
  return opened
}

/** Those of one person that the server does not have yet. */
export function deviceItems(personId: string) {
  const key = (itemId: string) => `${personId}/${itemId}`
  return {
    find: (itemId: string) => get<KeptItem>(key(itemId), store()),
    keep: (item: KeptItem) => set(key(item.itemId), item, store()),
    drop: (itemId: string) => del(key(itemId), store()),
    list: async (): Promise<KeptItem[]> =>
      (await entries<string, KeptItem>(store())).flatMap(([name, item]) =>
        name.startsWith(`${personId}/`) ? [item] : [],
      ),
  }
}
