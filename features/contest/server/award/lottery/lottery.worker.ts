/** Hundreds of thousands of hashes, where they hold up nobody who plays. */
import { parentPort, workerData } from 'node:worker_threads'
import { type CommittedDraw, commitDraw, parseDraw, printDraw, runDraw } from '@jianbao/draw'
import { Problem } from '@jianbao/errors'
import { composeLottery, lotteryCode } from './lottery-register.ts'
import type { PoolPlayer } from './read-pool.ts'

export type LotteryJob =
  | {
      readonly kind: 'commit'
      readonly head: { readonly name: string; readonly organiser: string; readonly count: number }
      readonly players: readonly PoolPlayer[]
      readonly drawId: string
      readonly key: Uint8Array
      readonly seed: string
    }
  | {
      readonly kind: 'run'
      readonly name: string
      readonly file: string
      readonly seed: string
      readonly contribution: string
    }
export type LotteryAnswer =
  | { readonly kind: 'committed'; readonly register: string; readonly seed: string; readonly file: string }
  | { readonly kind: 'drawn'; readonly codes: readonly string[]; readonly file: string }
  | { readonly kind: 'refused'; readonly code: string; readonly details: Problem['details'] }

function work(job: LotteryJob): LotteryAnswer {
  try {
    if (job.kind === 'commit') {
      const key = Buffer.from(job.key)
      const register = composeLottery(job.head, job.players, no => lotteryCode(key, job.drawId, no))
      const committed = commitDraw(register, job.seed)
      return { kind: 'committed', ...committed.commit, file: printDraw(committed) }
    }
    const { seed, contribution } = job
    const draw = runDraw(parseDraw(job.file, job.name) as CommittedDraw, { seed, contribution })
    return { kind: 'drawn', codes: draw.result.map(({ object }) => object), file: printDraw(draw) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { kind: 'refused', code: error.code, details: error.details }
  }
}

parentPort!.postMessage(work(workerData as LotteryJob))
