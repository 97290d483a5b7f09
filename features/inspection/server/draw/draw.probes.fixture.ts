import type { TestApp } from '@jianbao/testkit'
import { committedDraw, finishedDraw, planOf, preparedDraw } from './draw.fixture.ts'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh draw of the test unit `city`, by operation. */
export async function drawProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const prepared = async (action: string, body?: object): Promise<Target> => {
    const { id, version } = await preparedDraw(app)
    return { url: `/api/draws/${id}${action}`, ...(body ? { body: { version, ...body } } : {}) }
  }
  const committed = async (action: string, body: object): Promise<Target> => {
    const { id, version } = await committedDraw(app)
    return { url: `/api/draws/${id}${action}`, body: { version, ...body } }
  }
  const finished = async (action: string): Promise<Target> => ({
    url: `/api/draws/${(await finishedDraw(app)).id}${action}`,
  })
  return {
    getDraw: () => prepared(''),
    listDrawRegister: () => finished('/register'),
    getDrawnUnits: () => finished('/drawn'),
    exportDrawnUnits: () => finished('/export'),
    editDraw: () => prepared('', { name: '改过名的抽查', campaignId: null, plan: planOf() }),
    commitDraw: () => prepared('/commit', {}),
    runDraw: () => committed('/draw', { contribution: '5 2' }),
    voidDraw: () => committed('/void', { reason: '名册有遗漏' }),
    removeDraw: () => prepared('/remove', {}),
  }
}
