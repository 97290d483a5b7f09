import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { deed, openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import { beginEdition, openSeries } from '../edition.fixture.ts'

/** Drafting a brief of a report that the city's own desk adopted, for an edition of the city. */
export async function briefProbes(app: TestApp) {
  const series = await openSeries(app, { unitId: testUnits.city })
  const editor = await app.as('editor@city')
  return {
    draftBriefs: async () => {
      const { id } = await beginEdition(editor, series)
      return {
        url: `/api/editions/${id}/briefs/draft`,
        body: { adoptionIds: [await adoptedAtCity(app)], merge: false },
        reach: ['same unit'],
      } as const
    },
  }
}

let campaignId: string | null = null

/** A report of the county, adopted by the city; answers the adoption. */
async function adoptedAtCity(app: TestApp): Promise<string> {
  campaignId ??= (await openCampaign(app, packAround('2026-06-30', `briefs-${randomUUID().slice(0, 8)}`)))
    .campaignId
  const [lead, editor] = [await app.as('unit-lead@county'), await app.as('editor@city')]
  const [title, body] = ['溪口县科协开展读书活动', '6月1日，溪口县科协开展读书活动。']
  const report = await writeReport(lead, { unitId: testUnits.county, title, body, campaignId })
  const sent = await deed(lead, report, 'approve')
  return (await deed(editor, sent, 'adopt', { column: 'news', title, body })).adoptions[0]!.id
}
