import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Problem, type ProblemCode } from '@jianbao/errors'
import type { LotteryAnswer, LotteryJob } from './lottery.worker.ts'

type AnswerTo<J extends LotteryJob> = Extract<
  LotteryAnswer,
  { kind: J['kind'] extends 'commit' ? 'committed' : 'drawn' }
>

/** Does the reckoning of a draw in a thread of its own. Throws the Problem it was refused with. */
export async function workLottery<J extends LotteryJob>(job: J): Promise<AnswerTo<J>> {
  const worker = new Worker(new URL('./lottery.worker.ts', import.meta.url), { workerData: job })
  try {
    const [answer] = (await once(worker, 'message')) as [LotteryAnswer]
    if (answer.kind === 'refused') throw new Problem(answer.code as ProblemCode, answer.details)
    return answer as AnswerTo<J>
  } finally {
    await worker.terminate()
  }
}
