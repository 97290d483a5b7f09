/** Reports with figures, adopted, and numbers made of them, as tests need them. */
import { randomUUID } from 'node:crypto'
import type { Agent, TestApp } from '@jianbao/testkit'
import type { Report, ReportFigure } from '../../../report/contract/index.ts'
import { deed, writeReport } from '../../../report/server/report.fixture.ts'
import type { ArticleDoc, EditionItem, FigureAttrs, ItemText } from '../../contract/index.ts'

export const counted = (value: number, unit = '人', qualifier: ReportFigure['qualifier'] = 'exact') => ({
  ...{ id: randomUUID(), value, unit, qualifier, of: null, surface: null },
  measure: unit === '人次' ? 'attendances' : unit === '份' ? 'copies' : 'people',
})

export type Adopted = { readonly report: Report; readonly adoptionId: string }

/** A report of the city, adopted at the top. */
export async function adoptedReport(
  app: TestApp,
  campaignId: string,
  figures: ReportFigure[],
  title = '云岭市科协开展读书活动',
): Promise<Adopted> {
  const [lead, editor] = [await app.as('unit-lead@city'), await app.as('editor')]
  const body = '6月1日，云岭市科协开展读书活动。'
  const report = await writeReport(lead, { title, body, campaignId, figures })
  const taken = await deed(editor, await deed(lead, report, 'approve'), 'adopt', {
    column: 'news',
    title,
    body,
  })
  return { report: taken, adoptionId: taken.adoptions[0]!.id }
}

/** A number made of figures of reports, worded as given. */
export function figureNode(
  shown: string,
  sources: FigureAttrs['sources'],
  more: Partial<Omit<FigureAttrs, 'shown' | 'sources'>> = {},
): FigureAttrs {
  return { id: randomUUID(), op: 'one', measure: 'people', ...more, shown, sources }
}

/** A text of one paragraph around numbers. */
export function docWith(...inlines: (string | FigureAttrs)[]): ArticleDoc {
  const content = inlines.map(each =>
    typeof each === 'string'
      ? { type: 'text' as const, text: each }
      : { type: 'figure' as const, attrs: each },
  )
  return { type: 'doc', content: [{ type: 'paragraph', content }] }
}

export function saveDoc(
  by: Agent,
  editionId: string,
  item: EditionItem,
  doc: unknown,
  version = item.version,
) {
  const { kind, headline, subtitle, contributor, withheld } = item
  const payload: Omit<ItemText, 'doc'> & { doc: unknown } = {
    ...{ version, kind, headline, subtitle, contributor, withheld, doc },
  }
  return by.request({ method: 'PUT', url: `/api/editions/${editionId}/items/${item.id}`, payload })
}
