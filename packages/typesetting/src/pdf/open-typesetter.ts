import { performance } from 'node:perf_hooks'
import { Problem } from '@jianbao/errors'
import type { PdfDocument, TypesetDocument } from '../contract.ts'
import { defaultProfile } from '../profile.ts'
import type { ImageSource } from './image-shelf.ts'
import type { FromChild, Job, ToChild, Typeset } from './protocol.ts'
import { type Child, endChild, spawnChild } from './spawn-child.ts'
import type {
  Preview,
  PreviewOptions,
  TypesetOptions,
  TypesetPdf,
  Typesetter,
  TypesetterOptions,
} from './typesetter.types.ts'

/** Windows one person writes in at once, and some more. */
const mostOfOneAsker = 6
const defaultRecycle = { jobs: 400, rssBytes: 700 * 1024 * 1024 }

/**
 * Opens a typesetter: a child process with the engine, kept warm, one bulletin at a time in order of asking.
 * A bulletin that passes the time limit or brings the process down fails alone; the next one gets a new process.
 * @throws Problem `typesetting-failed`, `typesetting-timeout` from the jobs; opening itself never throws
 */
export function openTypesetter(options: TypesetterOptions = {}): Typesetter {
  return new ChildTypesetter(options)
}

type WaitingJob = Omit<Job, 'id' | 'images' | 'send' | 'forget'>
type Waiting = {
  job: WaitingJob
  images: Readonly<Record<string, ImageSource>>
  resolve: (typeset: Typeset) => void
  reject: (error: unknown) => void
  signal: AbortSignal | undefined
  name: string | undefined
  asker: string | undefined
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

  async typesetPdf(document: PdfDocument, options: TypesetOptions = {}): Promise<TypesetPdf> {
    const started = performance.now()
    const { pdf, preview: _, ...rest } = await this.#ask(document, options, 'pdf')
    return { pdf: Buffer.from(pdf), ...rest, ms: performance.now() - started }
  }

  async previewPages(document: TypesetDocument, options: PreviewOptions = {}): Promise<Preview> {
    const started = performance.now()
    const { preview, missing, unreadableImages, conformity } = await this.#ask(document, options, 'pages')
    return { ...preview!, ms: performance.now() - started, missing, unreadableImages, conformity }
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const waiting of this.#queue.splice(0)) waiting.reject(stopped())
    await this.#drop()
  }

  #ask(document: PdfDocument, options: PreviewOptions, want: Job['want']): Promise<Typeset> {
    const profile = { ...defaultProfile, ...this.#options.profile, ...options.profile }
    if (options.red) profile.red = options.red
    const standard = options.standard ?? 'ua-1'
    if (want === 'pdf' && standard === 'a-2a' && profile.red === 'press')
      return Promise.reject(
        new Problem('typesetting-failed', { reason: '存档用的 PDF/A 不支持印刷红，请二选一' }),
      )
    const { createdAt } = options
    const job: WaitingJob = {
      kind: 'job',
      document,
      profile,
      want,
      measure: options.measure ?? true,
      standard,
      glue: [...(options.glue ?? [])],
      createdAt: createdAt ? Math.floor(createdAt.getTime() / 1000) : null,
      known: [...(options.known ?? [])],
      addresses: { ...options.imageAddresses },
    }
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(stopped())
      const { images = {}, signal, supersede: name, asker } = options
      if (name !== undefined) this.#dropWaiting(each => each.name === name, 0)
      if (asker !== undefined) this.#dropWaiting(each => each.asker === asker, mostOfOneAsker - 1)
      this.#queue.push({ job, images, resolve, reject, signal, name, asker })
      void this.#work()
    })
  }

  /** Refuses the oldest of those a condition fits, until so many are left. */
  #dropWaiting(fits: (waiting: Waiting) => boolean, left: number): void {
    const fitting = this.#queue.filter(fits)
    for (const waiting of fitting.slice(0, Math.max(0, fitting.length - left))) {
      this.#queue.splice(this.#queue.indexOf(waiting), 1)
      waiting.reject(new Problem('typesetting-superseded'))
    }
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

  async #run({ job, images, signal }: Waiting): Promise<Typeset> {
    signal?.throwIfAborted()
    const child = await this.#readyChild()
    const shelved = await child.shelf.take(images)
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
      // A page is there in milliseconds: nobody who types on waits for a new process instead.
      const abort = () => (job.want === 'pages' ? settle(() => reject(signal!.reason)) : kill(signal!.reason))
      const timer = setTimeout(
        () => kill(new Problem('typesetting-timeout', { seconds: timeoutMs / 1000 })),
        timeoutMs,
      )
      signal?.addEventListener('abort', abort)
      child.process.on('message', listen).on('exit', died)
      child.process.send({ ...job, ...shelved, id } satisfies ToChild)
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
    if (child.jobs < limit.jobs && rssBytes <= limit.rssBytes) return
    void this.#drop()
    // Warm before somebody asks: who types does not wait for it.
    if (!this.#closed) this.#child = this.#spawn()
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
