import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh word of the test unit `city`, by operation. */
export async function wordProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const editor = await app.as('editor@city')
  const own = { reach: ['same unit'] } as const
  const word = async (): Promise<string> => {
    const body = {
      unitId: testUnits.city,
      wrong: `错词${randomUUID().slice(0, 8)}`,
      right: '对词',
      reason: null,
      level: 'warn',
    }
    const answer = await editor.post('/api/office-words', body)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return `/api/office-words/${answer.json<{ id: string }>().id}`
  }
  return {
    changeOfficeWord: async () => ({
      url: await word(),
      body: {
        version: 0,
        wrong: `改词${randomUUID().slice(0, 8)}`,
        right: null,
        reason: '不用',
        level: 'hint',
      },
      ...own,
    }),
    removeOfficeWord: async () => ({ url: await word(), ...own }),
  }
}
