import { performance } from 'node:perf_hooks'
import { Problem } from '@jianbao/errors'
import type { LayoutProfile, PdfStandard, TypesetDocument } from '../contract.ts'
import type { Role } from '../fonts/roles.ts'
import { defaultProfile } from '../profile.ts'
import type { FromChild, Job, ToChild, Typeset } from './protocol.ts'
import { type Child, endChild, spawnChild } from './spawn-child.ts'

export type TypesetterOptions = {
  /** Folders of the installation with the office's own fonts, searched before the system's. */
  fontFolders?: readonly string[]
  /** Where unpacked fonts are kept; beside node_modules when left out. */
  fontCacheFolder?: string
  /** Hard limit for one bulletin; the process is killed when it passes. */
  timeoutMs?: number
  profile?: Partial<LayoutProfile>
  /** The process is replaced after this many bulletins or above this memory. */
  recycleAfter?: { jobs: number; rssBytes: number }
}

export type TypesetOptions = {
  /** PDF/UA-1 (accessible) by default, PDF/A-2a for archives. */
  standard?: PdfStandard
  red?: LayoutProfile['red']
  /** JPEG, PNG, GIF or WebP by the keys the figures name. */
  images?: Readonly<Record<string, Uint8Array>>
  profile?: Partial<LayoutProfile>
  /** Names and phrases that no title line may cut. */
  glue?: readonly string[]
  signal?: AbortSignal
}

export type TypesetPdf = {
  pdf: Buffer
  pages: number
  ms: number
  /** Family of the face used for each role. */
  fonts: Record<Role, string>
  /** Characters that no font has; the page shows 〓 in their place. */
  missing: string[]
  /** Keys of images that are damaged or of an unknown format; the page shows an empty frame with their alt text. */
  unreadableImages: string[]
}

export type Typesetter = {
  typesetPdf(document: TypesetDocument, options?: TypesetOptions): Promise<TypesetPdf>
  /** The pages as they will print, one SVG document for all, for previews. */
  previewPages(
    document: TypesetDocument,
    options?: TypesetOptions,
  ): Promise<{ svg: string; pages: number; missing: string[] }>
  /** Process id of the child while there is one. */
  readonly childPid: number | undefined
  close(): Promise<void>
}

const defaultRecycle = { jobs: 400, rssBytes: 700 * 1024 * 1024 }

/**
 * Opens a typesetter: a child process with the engine, kept warm, one bulletin at a time in order of asking.
 * A bulletin that passes the time limit or brings the process down fails alone; the next one gets a new process.
 * @throws Problem `typesetting-failed`, `typesetting-timeout` from the jobs; opening itself never throws
 */
export function openTypesetter(options: TypesetterOptions = {}): Typesetter {
  return new ChildTypesetter(options)
}

type Waiting = {
  job: Omit<Job, 'id'>
  resolve: (typeset: Typeset) => void
  reject: (error: unknown) => void
  signal: AbortSignal | undefined
}

class ChildTypesetter implements Typesetter {
  readonly #options: TypesetterOptions
  readonly #queue: Waiting[] = []
  #child: Child | null = null
  #busy = false
  #closed = false
  #lastId = 0

  constructor(options: TypesetterOptions) {
    this.#options = options
    this.#child = this.#spawn()
  }

  get childPid(): number | undefined {
    return this.#child?.process.pid
  }

  async typesetPdf(document: TypesetDocument, options: TypesetOptions = {}): Promise<TypesetPdf> {
    const started = performance.now()
    const { pdf, svg: _, ...rest } = await this.#ask(document, options, 'pdf')
    return { pdf: Buffer.from(pdf), ...rest, ms: performance.now() - started }
  }

  async previewPages(document: TypesetDocument, options: TypesetOptions = {}) {
    const { svg, pages, missing } = await this.#ask(document, options, 'svg')
    return { svg, pages, missing }
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const waiting of this.#queue.splice(0)) waiting.reject(stopped())
    await this.#drop()
  }

  #ask(document: TypesetDocument, options: TypesetOptions, want: Job['want']): Promise<Typeset> {
    const profile = { ...defaultProfile, ...this.#options.profile, ...options.profile }
    if (options.red) profile.red = options.red
    const job: Omit<Job, 'id'> = {
      kind: 'job',
      document,
      profile,
      want,
      standard: options.standard ?? 'ua-1',
      images: { ...options.images },
      glue: [...(options.glue ?? [])],
    }
    if (job.standard === 'a-2a' && profile.red === 'press')
      return Promise.reject(
        new Problem('typesetting-failed', { reason: '存档用的 PDF/A 不支持印刷红，请二选一' }),
      )
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(stopped())
      this.#queue.push({ job, resolve, reject, signal: options.signal })
      void this.#work()
    })
  }

  async #work(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (let waiting = this.#queue.shift(); waiting; waiting = this.#queue.shift()) {
      try {
        waiting.resolve(await this.#run(waiting))
      } catch (error) {
        waiting.reject(error)
      }
    }
    this.#busy = false
  }

  async #run({ job, signal }: Waiting): Promise<Typeset> {
    signal?.throwIfAborted()
    const child = await this.#readyChild()
    const id = ++this.#lastId
    const timeoutMs = this.#options.timeoutMs ?? 30_000
    const answer = await new Promise<Extract<FromChild, { id: number }>>((resolve, reject) => {
      const settle = (then: () => void) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        child.process.off('message', listen).off('exit', died)
        then()
      }
      const listen = (message: FromChild) => {
        if ('id' in message && message.id === id) settle(() => resolve(message))
      }
      const died = () =>
        settle(() => reject(new Problem('typesetting-failed', { reason: '排版进程中途退出，请再试一次' })))
      const kill = (error: unknown) => {
        settle(() => reject(error))
        void this.#drop()
      }
      const abort = () => kill(signal!.reason)
      const timer = setTimeout(
        () => kill(new Problem('typesetting-timeout', { seconds: timeoutMs / 1000 })),
        timeoutMs,
      )
      signal?.addEventListener('abort', abort)
      child.process.on('message', listen).on('exit', died)
      child.process.send({ ...job, id } satisfies ToChild)
    })
    if (answer.kind === 'failed') throw new Problem('typesetting-failed', { reason: answer.reason })
    this.#recycle(child, answer.rssBytes)
    return answer.typeset
  }

  /** The child, warm; one that died between two bulletins is replaced first. */
  async #readyChild(): Promise<Child> {
    this.#child ??= this.#spawn()
    const child = this.#child
    await child.ready
    if (child.process.connected || this.#closed) return child
    this.#child = this.#spawn()
    await this.#child.ready
    return this.#child
  }

  #recycle(child: Child, rssBytes: number): void {
    const limit = this.#options.recycleAfter ?? defaultRecycle
    child.jobs += 1
    if (child.jobs >= limit.jobs || rssBytes > limit.rssBytes) void this.#drop()
  }

  #spawn(): Child {
    const opening = {
      fontFolders: [...(this.#options.fontFolders ?? [])],
      cacheFolder: this.#options.fontCacheFolder ?? null,
    }
    return spawnChild(opening, gone => {
      if (this.#child === gone) this.#child = null
    })
  }

  async #drop(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child) await endChild(child)
  }
}

function stopped(): Problem {
  return new Problem('typesetting-failed', { reason: '排版服务已停止' })
}
