/** What the device keeps of a contest; where it refuses, it is kept as long as the window is open. */
import type { Kept } from './player.state.ts'

/** The part of Storage that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type Keep = {
  read(): Kept | null
  write(kept: Kept): void
  /** Of the way to join that is under way: sent again, it has the same answer. */
  wishKey(): string
  wishAnswered(): void
  /** The device keeps nothing: a closed window is lost. */
  readonly refused: boolean
  readonly key: string
}

/** `store`: throws or is null where the browser keeps nothing. */
export function openKeep(slug: string, openStore: () => Store | null): Keep {
  const key = `play:${slug}`
  const wish = `${key}:wish`
  let store: Store | null = null
  try {
    store = openStore()
    // In a private window some browsers have a store that takes nothing.
    store?.setItem(`${key}:try`, '1')
    store?.removeItem(`${key}:try`)
  } catch {
    store = null
  }
  let refused = store === null
  let memory = ''
  return {
    key,
    get refused() {
      return refused
    },
    read: () => keptFrom(store?.getItem(key) ?? null),
    write(kept) {
      try {
        store?.setItem(key, JSON.stringify({ v: version, ...kept }))
      } catch {
        refused = true
      }
    },
    wishKey() {
      const before = memory || store?.getItem(wish)
      memory = before || randomKey()
      if (!before)
        try {
          store?.setItem(wish, memory)
        } catch {
          refused = true
        }
      return memory
    },
    wishAnswered() {
      memory = ''
      store?.removeItem(wish)
    },
  }
}

const version = 1

/** What another version of the page kept, or something else altogether, is not taken up. */
export function keptFrom(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const { v, ...kept } = JSON.parse(text) as Kept & { v: number }
    const { sheet } = kept
    const whole = !sheet || sheet.answers.length === sheet.paper.questions.length
    return v === version && typeof kept.offsetMs === 'number' && whole ? kept : null
  } catch {
    return null
  }
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return [...bytes].map(byte => letters[byte % 64]).join('')
}
