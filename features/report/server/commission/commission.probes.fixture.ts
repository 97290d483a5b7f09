import { type TestApp, testUnits } from '@jianbao/testkit'
import type { CommissionAsked } from '../../contract/index.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('parent' | 'same unit')[]
}

/** A piece the top asks of the city: those in the city's line read it, the desk that asked changes it. */
export async function commissionProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const asks = await app.as('editor')
  const fresh = async (): Promise<string> => {
    const answer = await asks.post('/api/commissions', {
      units: [testUnits.city],
      title: '防汛科普做法',
      brief: '',
      dueDay: '2199-12-31',
    })
    return answer.json<CommissionAsked>().commissions[0]!.id
  }
  const changed = async (path: string, body: object): Promise<Target> => ({
    url: `/api/commissions/${await fresh()}/${path}`,
    body,
    reach: ['parent'],
  })
  return {
    getCommission: async () => ({ url: `/api/commissions/${await fresh()}` }),
    moveCommission: () => changed('move', { version: 0, dueDay: '2199-12-30' }),
    cancelCommission: () => changed('cancel', { version: 0, reason: '不再需要' }),
  }
}
