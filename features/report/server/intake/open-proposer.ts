import { Worker } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import type { ReportProposal } from '../../contract/index.ts'
import type { FromProposer, Proposer, ToProposer } from './proposer.port.ts'

/** The longest text takes a second or two on a busy machine; what takes this long is made to. */
const longestMs = 20_000

/** Opens the thread that reads texts; it starts with the first one and is kept warm. One that is stuck is replaced. */
export function openProposer(options: { readonly script?: URL; readonly timeoutMs?: number } = {}): Proposer {
  const { script = new URL('./proposer.worker.ts', import.meta.url), timeoutMs = longestMs } = options
  let thread: { worker: Worker; revision: string | null } | null = null
  let last: Promise<unknown> = Promise.resolve()
  let closed = false
  const stop = async (): Promise<void> => {
    const old = thread
    thread = null
    await old?.worker.terminate()
  }
  const start = () => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 512 } })
    const forget = (): void => {
      if (thread?.worker === worker) thread = null
    }
    worker.on('error', forget).on('exit', forget)
    return { worker, revision: null as string | null }
  }
  const ask: Proposer['propose'] = (text, { names, ...subject }, options) =>
    new Promise<ReportProposal>((resolve, reject) => {
      if (closed) return reject(new Problem('server-busy'))
      thread ??= start()
      const { worker } = thread
      const { revision } = names
      const job: ToProposer = {
        ...{ text, options, subject: { ...subject, revision } },
        names: thread.revision === revision ? null : names,
      }
      thread.revision = revision
      const settle = (end: () => void): void => {
        clearTimeout(timer)
        worker.off('message', hear).off('error', fail).off('exit', exit)
        end()
      }
      const hear = ({ proposal }: FromProposer): void => settle(() => resolve(proposal))
      const fail = (error: unknown): void => settle(() => reject(error))
      const exit = (): void => settle(() => reject(new Problem('server-busy')))
      const late = (): void =>
        settle(() => {
          stop().then(() => reject(new Problem('server-busy')), reject)
        })
      const timer = setTimeout(late, timeoutMs)
      worker.on('message', hear).on('error', fail).on('exit', exit)
      worker.postMessage(job)
    })
  return {
    propose: (...call) => {
      const turn = last.then(() => ask(...call))
      last = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      closed = true
      await stop()
    },
  }
}
