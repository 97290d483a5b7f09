/** A few dozen varied reports on the desk of the top, as a campaign brings them in. */
import type { TestApp } from '@jianbao/testkit'
import { testUnits } from '@jianbao/testkit'
import type { Report, ReportDraft } from '../../contract/index.ts'
import { deed, writeReport } from '../report.fixture.ts'

const { city, county, sister } = testUnits
type Written = Partial<ReportDraft>

/** Told by two units: the same evening in the same village. */
export const sharedActivity: readonly Written[] = [
  {
    unitId: city,
    title: '云岭市科协与青禾学会在柳湾村联合举办防汛科普夜校',
    body: '5月12日晚，云岭市科协与青禾学会在柳湾村联合举办防汛科普夜校，86名村民到场听讲，发放手册120册。',
    startDay: '2026-05-12',
    type: 'outreach',
  },
  {
    unitId: sister,
    title: '海州市科协在柳湾村联合举办防汛科普夜校',
    body: '5月12日晚，海州市科协派出3名讲师，在柳湾村联合举办防汛科普夜校，86名村民到场听讲。',
    startDay: '2026-05-12',
    type: 'outreach',
  },
]

/** Carries a report of the city or its sister to the desk of the top. */
export async function bringIn(app: TestApp, campaignId: string, written: Written = {}): Promise<Report> {
  const unitId = written.unitId ?? city
  const where = unitId === sister ? 'sister' : 'city'
  const draft = await writeReport(await app.as(`reporter@${where}`), { campaignId, ...written, unitId })
  return deed(await app.as(`unit-lead@${where}`), draft, 'approve')
}

/** One of the county, which lies on the desk of the city first. */
export async function bringToCity(app: TestApp, campaignId: string, written: Written = {}): Promise<Report> {
  const draft = await writeReport(await app.as('reporter@county'), { campaignId, ...written, unitId: county })
  return deed(await app.as('unit-lead@county'), draft, 'approve')
}
