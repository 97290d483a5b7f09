import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'
import type { Report } from '../../../report/contract/index.ts'
import { addedPhoto, cameraPhoto } from '../../../report/server/photo/photo.fixture.ts'
import { deed, openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'
import { addedPicture } from './picture.fixture.ts'

type Target = { readonly url: string; readonly body?: object; readonly reach?: readonly 'same unit'[] }

/** A call about a picture of one fresh edition of the test unit `city`. */
export async function pictureProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const series = await openSeries(app, { unitId: testUnits.city })
  const editor = await app.as('editor@city')
  const bytes = await cameraPhoto({ width: 60, height: 40 })
  const own = { reach: ['same unit'] } as const
  const edition = async () => `/api/editions/${(await beginEdition(editor, series)).id}`
  const picture = async () => {
    const { id } = await beginEdition(editor, series)
    const { picture: added } = await addedPicture(editor, id, bytes)
    return { url: `/api/editions/${id}/pictures/${added.id}` }
  }
  const { campaignId } = await openCampaign(
    app,
    packAround('2026-06-30', `picture-${randomUUID().slice(0, 8)}`),
  )
  const lead = await app.as('unit-lead@county')
  const photo = async () => {
    const { id } = await writeReport(lead, { campaignId, unitId: testUnits.county })
    const { id: photoId } = await addedPhoto(lead, id, bytes)
    const current = (await lead.get(`/api/reports/${id}`)).json<Report>()
    const { title, body } = current
    const sent = await deed(lead, current, 'approve')
    const taken = await deed(editor, sent, 'adopt', { column: 'news', title, body })
    const made = await beginEdition(editor, series)
    await addTo(editor, made.id, 'news', { adoptionIds: [taken.adoptions[0]!.id] })
    return { url: `/api/editions/${made.id}/pictures/from-report`, body: { reportId: id, photoId } }
  }
  return {
    takeReportPhoto: async () => ({ ...(await photo()), ...own }),
    addEditionPicture: async () => ({
      url: `${await edition()}/pictures?pictureId=${randomUUID()}`,
      ...own,
    }),
    listSourcePhotos: async () => ({ url: `${await edition()}/photos` }),
    getEditionPicture: picture,
    removeEditionPicture: async () => ({ ...(await picture()), ...own }),
  }
}
