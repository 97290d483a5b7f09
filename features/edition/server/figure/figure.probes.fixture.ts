import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { beginEdition, openSeries } from '../edition.fixture.ts'

type Target = { readonly url: string; readonly body?: object; readonly reach?: readonly 'same unit'[] }

/** A call about the numbers of one fresh edition of the test unit `city`. */
export async function figureProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const series = await openSeries(app, { unitId: testUnits.city })
  const editor = await app.as('editor@city')
  const figures = async () => `/api/editions/${(await beginEdition(editor, series)).id}/figures`
  const sources = [{ reportId: randomUUID(), figureId: null }]
  return {
    listEditionFigures: async () => ({ url: await figures() }),
    listFigureFacts: async () => ({ url: `${await figures()}/sources?reach=all` }),
    resolveFigures: async () => ({
      url: `${await figures()}/resolve`,
      body: { figures: [{ op: 'count', measure: null, sources }] },
    }),
    refreshEditionFigures: async () => ({
      url: `${await figures()}/refresh`,
      body: { version: 0, figures: [{ itemId: randomUUID(), id: randomUUID() }] },
      reach: ['same unit'],
    }),
  }
}
