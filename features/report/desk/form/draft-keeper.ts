/** Keeps what is typed: on the device at every pause, then on the server; what others wrote meanwhile is merged. */
import { ProblemError } from '@jianbao/client'
import type { Report, ReportDraft } from '../../contract/index.ts'
import type { KeptDraft } from './device-drafts.ts'
import { draftOf } from './draft-of.ts'
import { emptyDraft, isBlank, type MergeKey, mergeDrafts, same, takeSide } from './merge-drafts.ts'

/** What it needs of the outside. */
export type KeeperPorts = {
  readonly put: (draft: ReportDraft) => Promise<Report>
  readonly get: () => Promise<Report>
  readonly keep: (draft: KeptDraft) => Promise<unknown>
  readonly now: () => Date
  /** The sign-in has ended: the page asks for it. */
  readonly onSignedOut: () => void
}

export type ServerCopy =
  /** It has everything. */
  | { readonly state: 'saved'; readonly at: Date }
  /** Nothing there yet, or newer words wait. */
  | { readonly state: 'waiting' | 'saving' | 'asking' | 'offline' | 'signed-out' | 'gone' }
  | { readonly state: 'refused'; readonly problem: unknown }

export type KeeperState = {
  readonly draft: ReportDraft
  /** As the server answered last; null before the first time. */
  readonly report: Report | null
  readonly conflicts: readonly MergeKey[]
  /** What the other side says, while there is something to choose. */
  readonly theirs: ReportDraft | null
  /** When the device kept it last; `failed` where the browser keeps nothing. */
  readonly device: Date | 'failed' | null
  readonly server: ServerCopy
}

export const devicePauseMs = 300
export const serverPauseMs = 1500
const retryMs = 10_000

export class DraftKeeper {
  private state: KeeperState
  private base: ReportDraft | null
  private readonly listeners = new Set<() => void>()
  private deviceTimer: ReturnType<typeof setTimeout> | undefined
  private serverTimer: ReturnType<typeof setTimeout> | undefined
  private underWay: Promise<void> | null = null
  /** Put away at sign-out: nothing of it is kept here any more, unless somebody goes on writing. */
  private away = false
  private readonly reportId: string
  private readonly ports: KeeperPorts

  /** `kept` is what lies on the device, `report` what the server has. */
  constructor(
    reportId: string,
    ports: KeeperPorts,
    from: { readonly kept?: KeptDraft | undefined; readonly report: Report | null; readonly unitId: string },
  ) {
    this.reportId = reportId
    this.ports = ports
    const { kept, report } = from
    const savedAt = report?.updatedAt ?? (kept?.onServer ? kept.keptAt : null)
    const theirs = report && draftOf(report)
    this.base = theirs ?? kept?.base ?? null
    const draft = kept?.mine ?? theirs ?? emptyDraft(from.unitId)
    this.state = {
      ...{ draft, report, conflicts: [], theirs: null },
      device: kept ? new Date(kept.keptAt) : null,
      server: savedAt ? { state: 'saved', at: new Date(savedAt) } : { state: 'waiting' },
    }
    if (kept && theirs) this.merge(kept.base ?? emptyDraft(draft.unitId), kept.mine, theirs)
    if (this.dirty) this.askServer(0)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): KeeperState => this.state

  change(make: (draft: ReportDraft) => ReportDraft): void {
    const draft = make(this.state.draft)
    if (same(draft, this.state.draft)) return
    this.away = false
    const { server } = this.state
    this.set({ draft, ...(server.state === 'saved' ? { server: { state: 'waiting' } } : {}) })
    this.keepSoon()
    this.askServer(serverPauseMs)
  }

  /** One of what both sides changed is settled. */
  settle(key: MergeKey, side: 'mine' | 'theirs'): void {
    const { draft, theirs, conflicts } = this.state
    const left = conflicts.filter(other => other !== key)
    this.set({
      draft: side === 'theirs' && theirs ? takeSide(draft, theirs, key) : draft,
      conflicts: left,
      ...(left.length ? {} : { theirs: null, server: { state: 'waiting' } }),
    })
    this.keepSoon()
    if (!left.length) this.askServer(0)
  }

  /** Whether the server has everything afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.serverTimer)
    while (this.underWay) await this.underWay
    if (this.dirty) await this.save()
    return !this.dirty && this.state.server.state === 'saved'
  }

  /** Whether the report is there at all afterwards, be it blank: a photo needs something to hang on. */
  async ensure(): Promise<boolean> {
    if (this.state.report) return true
    while (this.underWay) await this.underWay
    if (!this.state.report && !this.state.conflicts.length) await this.save(true)
    return this.state.report !== null
  }

  /** Looks whether another device wrote meanwhile. */
  async look(): Promise<void> {
    if (this.underWay || this.dirty || this.state.conflicts.length || !this.state.report) return
    try {
      const report = await this.ports.get()
      if (this.base && report.version !== this.base.version)
        this.merge(this.base, this.state.draft, draftOf(report), report)
    } catch {
      // It is looked again at the next occasion, and saving says what is wrong.
    }
  }

  /** The line is back, or somebody signed in again. */
  retry(): void {
    if (this.dirty && !this.state.conflicts.length) this.askServer(0)
  }

  /** Before somebody signs out: the last words too go to the server, or to the device where the server has them not. */
  async putAway(): Promise<void> {
    await this.flush()
    clearTimeout(this.serverTimer)
    clearTimeout(this.deviceTimer)
    if (!isBlank(this.state.draft)) await this.keepNow()
    this.away = true
  }

  close(): void {
    clearTimeout(this.serverTimer)
    clearTimeout(this.deviceTimer)
    if (!this.away && !isBlank(this.state.draft)) void this.keepNow()
  }

  private get dirty(): boolean {
    const { draft } = this.state
    return this.base ? !same(draft, this.base) : !isBlank(draft)
  }

  private keepSoon(): void {
    clearTimeout(this.deviceTimer)
    this.deviceTimer = setTimeout(() => void (this.away || this.keepNow()), devicePauseMs)
  }

  /** Keeps it on the device now: also a blank one, when a photo hangs on it. */
  async keepNow(): Promise<void> {
    const now = this.ports.now()
    const kept: KeptDraft = {
      ...{ reportId: this.reportId, mine: this.state.draft, base: this.base },
      ...{ onServer: this.base !== null && !this.dirty, keptAt: now.toISOString() },
    }
    try {
      await this.ports.keep(kept)
      this.set({ device: now })
    } catch {
      // A private window keeps nothing: the line says so, the server has it all the same.
      this.set({ device: 'failed' })
    }
  }

  private askServer(pauseMs: number): void {
    clearTimeout(this.serverTimer)
    this.serverTimer = setTimeout(() => void this.save(), pauseMs)
  }

  private save(blank = false): Promise<void> {
    if (this.underWay || !(this.dirty || blank) || this.state.conflicts.length)
      return this.underWay ?? Promise.resolve()
    this.underWay = this.send().finally(() => {
      this.underWay = null
      if (this.dirty && this.state.server.state === 'waiting') this.askServer(serverPauseMs)
    })
    return this.underWay
  }

  private async send(): Promise<void> {
    const sent = { ...this.state.draft, version: this.base?.version ?? null }
    this.set({ server: { state: 'saving' } })
    try {
      this.stored(sent, await this.ports.put(sent))
    } catch (error) {
      await this.notStored(error)
    }
  }

  /** The server tidies blanks; what nobody touched since is shown as it has it. */
  private stored(sent: ReportDraft, report: Report): void {
    const theirs = draftOf(report)
    const { draft } = this.state
    this.base = theirs
    const merged = mergeDrafts(sent, draft, theirs).draft
    // Blanks at the end may be the beginning of the next word.
    const typing = draft.body.trimEnd() === theirs.body && draft.body !== theirs.body
    const next = typing ? { ...merged, body: draft.body } : merged
    if (typing && same({ ...next, body: theirs.body }, theirs)) this.base = { ...theirs, body: draft.body }
    this.set({
      ...{ draft: next, report },
      server: this.dirtyWith(next) ? { state: 'waiting' } : { state: 'saved', at: this.ports.now() },
    })
    this.keepSoon()
  }

  private dirtyWith(draft: ReportDraft): boolean {
    return this.base !== null && !same(draft, this.base)
  }

  private async notStored(error: unknown): Promise<void> {
    const problem = error instanceof ProblemError ? error : null
    if (problem?.code === 'report-stale') return this.meet()
    if (problem?.status === 401) {
      this.set({ server: { state: 'signed-out' } })
      this.ports.onSignedOut()
    } else if (problem?.status === 404) this.set({ server: { state: 'gone' } })
    else if (problem && problem.status > 0 && problem.status < 500 && problem.status !== 429)
      this.set({ server: { state: 'refused', problem } })
    else {
      this.set({ server: { state: 'offline' } })
      this.askServer(retryMs)
    }
  }

  /** Another device was quicker: both are put together, field by field. */
  private async meet(): Promise<void> {
    try {
      const report = await this.ports.get()
      const { draft } = this.state
      this.merge(this.base ?? emptyDraft(draft.unitId), draft, draftOf(report), report)
    } catch (error) {
      await this.notStored(error)
    }
  }

  private merge(base: ReportDraft, mine: ReportDraft, theirs: ReportDraft, report = this.state.report): void {
    const { draft, conflicts } = mergeDrafts(base, mine, theirs)
    this.base = theirs
    const server: ServerCopy = conflicts.length
      ? { state: 'asking' }
      : this.dirtyWith(draft)
        ? { state: 'waiting' }
        : { state: 'saved', at: this.ports.now() }
    this.set({ draft, report, conflicts, theirs: conflicts.length ? theirs : null, server })
    this.keepSoon()
    if (server.state === 'waiting') this.askServer(0)
  }

  private set(change: Partial<KeeperState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
