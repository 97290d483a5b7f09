import { randomUUID } from 'node:crypto'
import type { TestApp } from '@jianbao/testkit'
import { deed, openCampaign, packAround, writeReport } from '../report.fixture.ts'
import { addedPhoto, cameraPhoto } from './photo.fixture.ts'

/** A call about a photo of one fresh report of the test unit `city` that came back to its unit. */
export async function photoProbes(
  app: TestApp,
): Promise<Record<string, () => Promise<{ url: string; body?: object }>>> {
  const [writer, lead] = [await app.as('reporter@city'), await app.as('unit-lead@city')]
  const pack = packAround('2026-05-31', `photo-${randomUUID().slice(0, 8)}`)
  const { campaignId } = await openCampaign(app, pack)
  const picture = await cameraPhoto({ width: 60, height: 40 })
  const withdrawn = async () => {
    const submitted = await deed(lead, await writeReport(writer, { campaignId }), 'approve')
    return deed(writer, submitted, 'withdraw')
  }
  const photo = async () => ({ url: (await addedPhoto(writer, (await withdrawn()).id, picture)).url })
  return {
    addReportPhoto: async () => ({
      url: `/api/reports/${(await withdrawn()).id}/photos?photoId=${randomUUID()}`,
    }),
    getReportPhoto: photo,
    editReportPhoto: async () => ({ ...(await photo()), body: { caption: '讲座现场' } }),
    removeReportPhoto: photo,
  }
}
