/** The pages of an issue while it is written: asked for at every keystroke, one order under way at a time. */
import type { EditionPreview, PreviewWish, PreviewWords } from '../../contract/index.ts'

/** Keys that come in one stroke of the hand go with one order. */
export const pauseMs = 15
export const retryMs = 5_000

type Page = { readonly hash: string; readonly svg: string }
export type Pages = Omit<EditionPreview, 'pages'> & {
  readonly pages: readonly Page[]
  /** The first page that is another one because of what was typed; null when nobody typed. */
  readonly touched: number | null
}
export type PreviewState = { readonly shown: Pages | null; readonly error: unknown }

type WrittenItem = { readonly id: string; readonly words: PreviewWords }
export type PreviewPorts = {
  readonly ask: (wish: Omit<PreviewWish, 'tab'>, signal: AbortSignal) => Promise<EditionPreview>
  readonly now: () => number
  /** The page of a keystroke is there. */
  readonly onPage: (typedAt: number) => void
}

export class PreviewKeeper {
  private state: PreviewState = { shown: null, error: null }
  private item: WrittenItem | null = null
  private typedAt: number | null = null
  private underWay: AbortController | null = null
  private wanted = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly listeners = new Set<() => void>()
  private readonly ports: PreviewPorts

  constructor(ports: PreviewPorts) {
    this.ports = ports
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): PreviewState => this.state

  /** Words that are being written in an item, in place of those that are kept; null when it is closed. */
  readonly write = (item: WrittenItem | null): void => {
    if (item === null && this.item === null) return
    this.item = item
    this.typedAt ??= this.ports.now()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.ask(), pauseMs)
  }

  /** The issue moved, or somebody wants it tried again. */
  readonly ask = async (): Promise<void> => {
    if (this.underWay) {
      this.wanted = true
      return
    }
    const order = new AbortController()
    const { typedAt, item } = this
    this.underWay = order
    this.wanted = false
    this.typedAt = null
    try {
      const known = (this.state.shown?.pages ?? []).map(({ hash }) => hash)
      const answer = await this.ports.ask({ ...(item ? { item } : {}), known }, order.signal)
      if (order.signal.aborted) return
      this.set({ shown: this.join(answer, typedAt !== null), error: null })
      if (typedAt !== null) this.ports.onPage(typedAt)
    } catch (error) {
      if (order.signal.aborted) return
      this.set({ ...this.state, error })
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.ask(), retryMs)
    }
    this.underWay = null
    if (this.wanted) void this.ask()
  }

  /** The page is left: what is under way is no longer waited for. */
  close(): void {
    clearTimeout(this.timer)
    this.underWay?.abort()
    this.underWay = null
  }

  private join(answer: EditionPreview, typed: boolean): Pages {
    const before = this.state.shown?.pages ?? []
    const had = new Map(before.map(page => [page.hash, page]))
    const pages = answer.pages.map(({ hash, svg }) =>
      svg === null ? (had.get(hash) ?? { hash, svg: '' }) : { hash, svg },
    )
    const changed = pages.findIndex((page, at) => page.hash !== before[at]?.hash)
    const touched = !typed || before.length === 0 || changed === -1 ? null : changed
    return { ...answer, pages, touched }
  }

  private set(state: PreviewState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
