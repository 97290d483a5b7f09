import { type TestApp, testUnits } from '@jianbao/testkit'

import { openSeries, seriesDraft } from '../edition.fixture.ts'

/** Calls about a fresh series of the test unit `city`. */
export async function seriesProbes(app: TestApp) {
  const fresh = () => openSeries(app, { unitId: testUnits.city })
  // Kept by the editors of its very unit alone.
  const own = { reach: ['same unit'] } as const
  const deed = (path: string, body: object) => async () => ({
    url: `/api/series/${await fresh()}/${path}`,
    body: { version: 0, ...body },
    ...own,
  })
  const { unitId: _, startAfter: __, ...written } = seriesDraft()
  return {
    getSeries: async () => ({ url: `/api/series/${await fresh()}` }),
    changeSeries: async () => {
      const id = await fresh()
      return {
        url: `/api/series/${id}`,
        body: { version: 0, ...written, name: `青禾${id.slice(0, 8)}` },
        ...own,
      }
    },
    closeSeries: deed('close', {}),
    reopenSeries: deed('reopen', {}),
    removeSeries: deed('remove', {}),
    numberSeries: deed('number', { kind: 'issue', next: 7, reason: '接着纸质版编号' }),
  }
}
