/** Photos of a report while it is written: they go up one after another, and wait on the device without a line. */
import { ProblemError } from '@jianbao/client'
import { type PhotoAnswer, photosPerReport, type ReportPhoto } from '../../contract/index.ts'
import type { KeptPhoto } from './device-drafts.ts'

export type WaitingPhoto = {
  readonly photoId: string
  readonly blob: Blob
  /** To be shown meanwhile. */
  readonly url: string
  readonly caption: string
  /** 0 to 1 while it goes up. */
  readonly sent: number
  readonly problem: unknown
}
export type PhotoState = {
  readonly photos: readonly ReportPhoto[]
  readonly waiting: readonly WaitingPhoto[]
}

export type PhotoPorts = {
  /** The report is on the server, or cannot be brought there now. */
  readonly ready: () => Promise<boolean>
  readonly upload: (photo: WaitingPhoto, onSent: (part: number) => void) => Promise<PhotoAnswer>
  readonly edit: (
    photoId: string,
    edit: { caption?: string; position?: number },
  ) => Promise<readonly ReportPhoto[]>
  readonly remove: (photoId: string) => Promise<readonly ReportPhoto[]>
  readonly keep: (photo: KeptPhoto) => Promise<unknown>
  readonly drop: (photoId: string) => Promise<unknown>
  readonly newId: () => string
}

const retryMs = 10_000

export class PhotoQueue {
  private state: PhotoState
  private readonly listeners = new Set<() => void>()
  private readonly ports: PhotoPorts
  private busy = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(ports: PhotoPorts, photos: readonly ReportPhoto[]) {
    this.ports = ports
    this.state = { photos, waiting: [] }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): PhotoState => this.state

  /** What the device kept from before. */
  resume(kept: readonly KeptPhoto[]): void {
    const known = new Set(this.state.photos.map(({ id }) => id))
    for (const photo of kept) {
      if (known.has(photo.photoId)) void this.ports.drop(photo.photoId)
      else this.enqueue(photo)
    }
    void this.work()
  }

  /** Answers how many were too many. */
  add(files: readonly Blob[]): number {
    const room = photosPerReport - this.state.photos.length - this.state.waiting.length
    for (const blob of files.slice(0, Math.max(0, room))) {
      const photo = { photoId: this.ports.newId(), blob, caption: '' }
      // Where the browser keeps nothing it lasts as long as the page.
      this.ports.keep(photo).catch(() => undefined)
      this.enqueue(photo)
    }
    void this.work()
    return Math.max(0, files.length - Math.max(0, room))
  }

  async remove(photoId: string): Promise<void> {
    const waiting = this.state.waiting.find(photo => photo.photoId === photoId)
    if (waiting) {
      URL.revokeObjectURL(waiting.url)
      await this.ports.drop(photoId)
      return this.set({ waiting: this.state.waiting.filter(photo => photo !== waiting) })
    }
    this.set({ photos: await this.ports.remove(photoId) })
  }

  async caption(photoId: string, caption: string): Promise<void> {
    const waiting = this.state.waiting.find(photo => photo.photoId === photoId)
    if (waiting) {
      this.patch(photoId, { caption })
      return void this.ports.keep({ photoId, blob: waiting.blob, caption })
    }
    this.set({ photos: await this.ports.edit(photoId, { caption }) })
  }

  async move(photoId: string, position: number): Promise<void> {
    this.set({ photos: await this.ports.edit(photoId, { position }) })
  }

  /** One that was refused may be tried again; so may all that wait for a line. */
  retry(): void {
    this.set({ waiting: this.state.waiting.map(photo => ({ ...photo, problem: null })) })
    void this.work()
  }

  get unsent(): number {
    return this.state.waiting.length
  }

  close(): void {
    clearTimeout(this.timer)
    for (const { url } of this.state.waiting) URL.revokeObjectURL(url)
  }

  private enqueue({ photoId, blob, caption }: KeptPhoto): void {
    const url = URL.createObjectURL(blob)
    const photo: WaitingPhoto = { photoId, blob, url, caption, sent: 0, problem: null }
    this.set({ waiting: [...this.state.waiting, photo] })
  }

  private async work(): Promise<void> {
    if (this.busy) return
    this.busy = true
    clearTimeout(this.timer)
    try {
      for (;;) {
        const next = this.state.waiting.find(photo => photo.problem === null)
        if (!next) return
        if (!(await this.ports.ready())) return this.later()
        if (!(await this.send(next))) return this.later()
      }
    } finally {
      this.busy = false
    }
  }

  private later(): void {
    this.timer = setTimeout(() => void this.work(), retryMs)
  }

  /** False: there is no line, it is tried again later. */
  private async send(photo: WaitingPhoto): Promise<boolean> {
    const { photoId } = photo
    try {
      const { photo: stored } = await this.ports.upload(photo, sent => this.patch(photoId, { sent }))
      const caption = this.state.waiting.find(other => other.photoId === photoId)?.caption ?? ''
      URL.revokeObjectURL(photo.url)
      this.set({
        photos: [...this.state.photos.filter(({ id }) => id !== photoId), stored],
        waiting: this.state.waiting.filter(other => other.photoId !== photoId),
      })
      await this.ports.drop(photoId)
      if (caption) await this.caption(photoId, caption)
      return true
    } catch (error) {
      const refused = error instanceof ProblemError && error.status >= 400 && error.status < 500
      if (!refused || error.status === 401 || error.status === 429) return false
      this.patch(photoId, { problem: error })
      return true
    }
  }

  private patch(photoId: string, part: Partial<WaitingPhoto>): void {
    this.set({
      waiting: this.state.waiting.map(photo => (photo.photoId === photoId ? { ...photo, ...part } : photo)),
    })
  }

  private set(change: Partial<PhotoState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
