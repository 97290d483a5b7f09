import { type TestApp, testUnits } from '@jianbao/testkit'
import { addPlayers, openContestOf } from '../play/play.fixture.ts'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh contest of the test unit `city` that is joined by codes, by operation. */
export async function identityProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const contest = () =>
    openContestOf(db, app.sealer, {
      rules: { identity: { kind: 'code', provider: null } },
      unitId: testUnits.city,
    })
  const codes = async (path: string, body?: object): Promise<Target> => {
    const url = `/api/contests/${(await contest()).id}/entry-codes${path}`
    return body ? { url, body } : { url }
  }
  return {
    readEntryCodes: () => codes(''),
    makeEntryCodes: () => codes('', { unitId: testUnits.county, span: 'unit', perUnit: 1 }),
    withdrawEntryCodes: () => codes('/withdraw', { unitId: testUnits.county }),
    readPlayerContact: async () => {
      const its = await contest()
      const [no] = await addPlayers(db, its, 1)
      return { url: `/api/contests/${its.id}/players/${no}/contact` }
    },
  }
}
