/** A series, an edition of it and adopted reports, as tests need them. */
import { randomUUID } from 'node:crypto'
import { sql } from '@jianbao/platform/db'
import { type Agent, type TestApp, testUnits } from '@jianbao/testkit'
import { type Edition, type EditionContent, type SeriesDraft, usualSettings } from '../contract/index.ts'

export function seriesDraft(written: Partial<SeriesDraft> = {}): SeriesDraft {
  return {
    unitId: testUnits.root,
    name: '青禾行动简报',
    layout: 'bulletin',
    publisher: '青禾行动领导小组办公室',
    campaignId: null,
    columns: [
      { key: 'lead', name: '要情快报', rule: 'single', min: 1, max: 1 },
      { key: 'news', name: '学教动态', rule: 'articles', min: null, max: null },
      { key: 'briefs', name: '学教短波', rule: 'briefs', min: null, max: 20 },
    ],
    distribution: [{ to: '发', recipients: [{ name: '云岭市科协', unitId: testUnits.city, email: null }] }],
    chain: [
      { key: 'revise', name: '核稿', role: 'reviser', edits: true },
      { key: 'sign', name: '签发', role: 'signatory', edits: false },
    ],
    settings: usualSettings,
    startAfter: { issueNo: 0, specialNo: 0, runningNo: 0 },
    ...written,
  }
}

/** Writes a series past its routes; answers its id. */
export async function openSeries(
  { connection }: Pick<TestApp, 'connection'>,
  written: Partial<SeriesDraft> = {},
): Promise<string> {
  const id = randomUUID()
  const series = seriesDraft({ name: `青禾行动简报${id.slice(0, 6)}`, ...written })
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await connection.db.execute(sql`insert into series (id, unit_id, scope_path, name, layout, publisher, campaign_id,
      columns, distribution, chain, settings, updated_name, created_at, updated_at)
    values (${id}, ${series.unitId}, '', ${series.name}, ${series.layout}, ${series.publisher}, ${series.campaignId},
      ${json(series.columns)}, ${json(series.distribution)}, ${json(series.chain)}, ${json(series.settings)}, '甲',
      now(), now())`)
  return id
}

/** Begins an issue as an editor; fails the test when it is refused. */
export async function beginEdition(by: Agent, seriesId: string, special = false): Promise<Edition> {
  const answer = await by.post('/api/editions', { seriesId, special })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<Edition>()
}

/** Adds items; fails the test when it is refused. */
export async function addTo(
  by: Agent,
  editionId: string,
  columnKey: string,
  more: Partial<{ adoptionIds: string[]; before: string | null; apart: boolean; text: object }> = {},
): Promise<EditionContent> {
  const body = { columnKey, before: null, adoptionIds: [], apart: true, ...more }
  const answer = await by.post(`/api/editions/${editionId}/items`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<EditionContent>()
}
