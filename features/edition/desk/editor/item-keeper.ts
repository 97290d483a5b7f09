/** Keeps what is typed into an item: on the device at every pause, then on the server; what others wrote is merged. */
import { ProblemError } from '@jianbao/client'
import type { EditionContent, EditionItem, ItemText } from '../../contract/index.ts'
import type { KeptItem } from './device-items.ts'
import { type ItemWords, sameWords, wordsOf } from './item-words.ts'
import { isDisputed, joinParts, type MergedItem, mergeItems } from './merge-items.ts'

/** What it needs of the outside. */
export type ItemPorts = {
  readonly put: (text: ItemText) => Promise<EditionContent>
  /** Null: somebody took it out. */
  readonly get: () => Promise<EditionItem | null>
  readonly keep: (item: KeptItem) => Promise<unknown>
  readonly drop: () => Promise<unknown>
  readonly now: () => Date
  readonly onSaved: (content: EditionContent) => void
  readonly onSignedOut: () => void
}

export type ItemCopy =
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'waiting' | 'saving' | 'asking' | 'offline' | 'signed-out' | 'gone' }
  | { readonly state: 'refused'; readonly problem: unknown }

export type ItemState = {
  readonly words: ItemWords
  /** Grows when words came from elsewhere: what shows them has to show them anew. */
  readonly arrived: number
  readonly dispute: (MergedItem & { readonly theirs: EditionItem }) | null
  readonly server: ItemCopy
  /** The browser keeps nothing: a private window. */
  readonly deviceFailed: boolean
}

export const devicePauseMs = 300
export const serverPauseMs = 800
const retryMs = 10_000

export class ItemKeeper {
  private state: ItemState
  private base: { version: number; words: ItemWords }
  private readonly listeners = new Set<() => void>()
  private deviceTimer: ReturnType<typeof setTimeout> | undefined
  private serverTimer: ReturnType<typeof setTimeout> | undefined
  private underWay: Promise<void> | null = null
  private readonly editionId: string
  private readonly item: EditionItem
  private readonly ports: ItemPorts

  /** `kept` is what lies on the device because the server never had it. */
  constructor(editionId: string, item: EditionItem, ports: ItemPorts, kept?: KeptItem) {
    this.editionId = editionId
    this.item = item
    this.ports = ports
    const words = wordsOf(item)
    this.base = { version: item.version, words }
    const server: ItemCopy = { state: 'saved', at: new Date(item.editedAt) }
    this.state = { words, arrived: 0, dispute: null, server, deviceFailed: false }
    if (!kept) return
    this.base = { ...kept.base }
    this.state = { ...this.state, words: kept.mine, server: { state: 'waiting' } }
    if (item.version === kept.base.version) this.askServer(0)
    else this.meet(item)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): ItemState => this.state

  get dirty(): boolean {
    return !sameWords(this.state.words, this.base.words)
  }

  change(some: Partial<ItemWords>): void {
    const words = { ...this.state.words, ...some }
    if (sameWords(words, this.state.words)) return
    const waits = this.state.server.state === 'saved' || this.state.server.state === 'refused'
    this.set({ words, ...(waits ? { server: { state: 'waiting' } } : {}) })
    clearTimeout(this.deviceTimer)
    this.deviceTimer = setTimeout(() => void this.keepNow(), devicePauseMs)
    this.askServer(serverPauseMs)
  }

  /** The item as somebody's change of the edition left it; what is older than what is known says nothing. */
  arrive(item: EditionItem): void {
    if (item.version <= this.base.version || this.underWay || this.state.dispute) return
    if (this.dirty) this.meet(item)
    else {
      this.base = { version: item.version, words: wordsOf(item) }
      this.show(this.base.words, { state: 'saved', at: new Date(item.editedAt) })
    }
  }

  /** Somebody chose: these words go on, over what the other side wrote. */
  settle(words: ItemWords): void {
    const { dispute } = this.state
    if (!dispute) return
    this.base = { version: dispute.theirs.version, words: wordsOf(dispute.theirs) }
    this.set({ dispute: null })
    this.show(words, { state: 'waiting' })
    void this.keepNow()
    this.askServer(0)
  }

  /** Whether the server has everything afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.serverTimer)
    while (this.underWay) await this.underWay
    if (this.dirty) await this.save()
    return !this.dirty
  }

  /** The line is back, or somebody signed in again. */
  retry(): void {
    if (this.dirty && !this.state.dispute) this.askServer(0)
  }

  /** The page goes: the device has every word before the server is asked a last time. */
  async close(): Promise<void> {
    clearTimeout(this.deviceTimer)
    if (this.dirty) await this.keepNow()
    await this.flush()
    clearTimeout(this.serverTimer)
  }

  private askServer(pauseMs: number): void {
    clearTimeout(this.serverTimer)
    this.serverTimer = setTimeout(() => void this.save(), pauseMs)
  }

  private save(): Promise<void> {
    if (this.underWay || !this.dirty || this.state.dispute) {
      if (!this.underWay && !this.dirty && this.state.server.state === 'waiting') this.clean()
      return this.underWay ?? Promise.resolve()
    }
    this.underWay = this.send().finally(() => {
      this.underWay = null
      if (this.dirty && this.state.server.state === 'waiting') this.askServer(serverPauseMs)
    })
    return this.underWay
  }

  /** Typed and taken back again: there is nothing to send. */
  private clean(): void {
    this.set({ server: { state: 'saved', at: this.ports.now() } })
    this.ports.drop().catch(() => undefined)
  }

  private async send(): Promise<void> {
    const sent = this.state.words
    this.set({ server: { state: 'saving' } })
    try {
      const content = await this.ports.put({ ...sent, version: this.base.version })
      const item = content.content.find(({ id }) => id === this.item.id)
      this.base = { version: item?.version ?? this.base.version + 1, words: sent }
      if (this.dirty) this.set({ server: { state: 'waiting' } })
      else this.clean()
      this.ports.onSaved(content)
    } catch (error) {
      await this.notSaved(error)
    }
  }

  private async notSaved(error: unknown): Promise<void> {
    const problem = error instanceof ProblemError ? error : null
    if (problem?.code === 'changed-meanwhile') await this.look()
    else if (problem?.status === 401) {
      this.set({ server: { state: 'signed-out' } })
      this.ports.onSignedOut()
    } else if (problem?.status === 404) this.set({ server: { state: 'gone' } })
    else if (problem && problem.status > 0 && problem.status < 500 && problem.status !== 429) {
      this.set({ server: { state: 'refused', problem } })
      // Somebody else is at it for a while: their claim ends by itself.
      if (problem.code === 'item-claimed') this.askServer(retryMs)
    } else {
      this.set({ server: { state: 'offline' } })
      this.askServer(retryMs)
    }
  }

  private async look(): Promise<void> {
    try {
      const item = await this.ports.get()
      if (item) this.meet(item)
      else this.set({ server: { state: 'gone' } })
    } catch (error) {
      const problem = error instanceof ProblemError ? error : null
      if (problem?.code === 'changed-meanwhile') this.set({ server: { state: 'offline' } })
      else await this.notSaved(error)
    }
  }

  private meet(item: EditionItem): void {
    const theirs = wordsOf(item)
    const merged = mergeItems(this.base.words, this.state.words, theirs)
    if (isDisputed(merged)) {
      this.set({ dispute: { ...merged, theirs: item }, server: { state: 'asking' } })
      void this.keepNow()
      return
    }
    const words = joinParts(merged, () => [])
    this.base = { version: item.version, words: theirs }
    this.show(words, this.dirtyWith(words) ? { state: 'waiting' } : { state: 'saved', at: this.ports.now() })
    void this.keepNow()
    this.askServer(0)
  }

  private dirtyWith = (words: ItemWords): boolean => !sameWords(words, this.base.words)

  private show(words: ItemWords, server: ItemCopy): void {
    const anew = sameWords(words, this.state.words) ? 0 : 1
    this.set({ words, server, arrived: this.state.arrived + anew })
  }

  private async keepNow(): Promise<void> {
    if (!this.dirty) return
    const { editionId, item, base } = this
    const keptAt = this.ports.now().toISOString()
    try {
      await this.ports.keep({ editionId, itemId: item.id, mine: this.state.words, base, keptAt })
    } catch {
      this.set({ deviceFailed: true })
    }
  }

  private set(change: Partial<ItemState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
