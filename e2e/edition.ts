/** What journeys of the bulletin desk begin with: a series of one's own, and an issue of it. */
import type { BrowserContext } from 'playwright-core'
import type { Demonstration } from './demonstration.ts'

const draft = {
  layout: 'bulletin',
  publisher: '青禾行动领导小组办公室',
  campaignId: null,
  columns: [{ key: 'news', name: '学教动态', rule: 'articles', min: null, max: null }],
  distribution: [{ to: '发', recipients: [{ name: '各省辖市科协', unitId: null, email: null }] }],
  chain: [{ key: 'sign', name: '签发', role: 'signatory', edits: false }],
  startAfter: { issueNo: 0, specialNo: 0, runningNo: 0 },
}
const settings = {
  ...{ secrecy: null, copyNumbers: false, printRun: null, contents: false },
  ...{ linesPerPage: 22, charsPerLine: 28, evenPages: true, standard: 'ua-1', red: 'screen' },
  ...{ yearly: true, runningNumbers: false, public: 'by-hand', briefLimit: 120 },
}

/** What differs from the plain series; its fields are those of `POST /api/series`. */
type SeriesWritten = { readonly name: string; readonly settings?: object } & {
  readonly [field in keyof typeof draft]?: unknown
}

/** A series of the unit of who looks; answers its id. */
export async function openSeries(
  { get, send }: Demonstration,
  context: BrowserContext,
  written: SeriesWritten,
): Promise<string> {
  const { units } = await get(context, '/api/series-choices')
  const series = await send(context, 'POST', '/api/series', {
    ...draft,
    ...written,
    unitId: units[0].id,
    settings: { ...settings, ...written.settings },
  })
  return series.id
}

/** An issue of a series of its own; answers its id. */
export async function openEdition(
  demonstration: Demonstration,
  context: BrowserContext,
  written: SeriesWritten,
): Promise<string> {
  const seriesId = await openSeries(demonstration, context, written)
  const edition = await demonstration.send(context, 'POST', '/api/editions', { seriesId, special: false })
  return edition.id
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
/** A text of plain paragraphs. */
export const docOf = (...lines: readonly string[]) => ({ type: 'doc', content: lines.map(paragraph) })

/** Puts an article nobody handed in into a column. */
export async function writeItem(
  { send }: Demonstration,
  context: BrowserContext,
  edition: string,
  text: { columnKey: string; headline: string; contributor?: string; doc: object },
): Promise<void> {
  const { columnKey, headline, contributor = '', doc } = text
  await send(context, 'POST', `/api/editions/${edition}/items`, {
    ...{ columnKey, before: null, adoptionIds: [], apart: true },
    text: { kind: 'article', headline, subtitle: '', contributor, doc },
  })
}
