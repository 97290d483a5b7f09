import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { lotteryContest, lotteryWish } from './lottery/lottery.fixture.ts'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh contest of the test unit `city`, by operation. */
export async function awardProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const contest = () => lotteryContest(app, { unitId: testUnits.city })
  const at = async (path: string, body?: object): Promise<Target> => {
    const { id } = await contest()
    return { url: `/api/contests/${id}${path}`, ...(body ? { body } : {}) }
  }
  const committed = async (path: string, body?: object): Promise<Target> => {
    const { id } = await contest()
    const wish = lotteryWish({ id: randomUUID() })
    const answer = await (await app.as('coordinator@city')).post(`/api/contests/${id}/lotteries`, wish)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return { url: `/api/contests/${id}/lotteries/${wish.id}${path}`, ...(body ? { body } : {}) }
  }
  return {
    getContestAwards: () => at('/awards'),
    listCertificates: () => at('/certificates'),
    exportCertificates: () => at('/certificates/export', {}),
    revealPaperKey: () => at('/paper-key', {}),
    countLotteryPool: () => at('/lottery-pool'),
    commitLottery: () => at('/lotteries', lotteryWish()),
    runLottery: () => committed('/run', { version: 0, contribution: '3 5 1' }),
    voidLottery: () => committed('/void', { version: 0, reason: '名单有误' }),
    exportLotteryWinners: () => committed('/export', {}),
  }
}
