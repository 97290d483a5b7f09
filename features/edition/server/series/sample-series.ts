/** Two pages of a series as it would print, with words that only show where words stand. */
import type { SeriesColumn, SeriesSample, SeriesSamplePages } from '../../contract/index.ts'
import { docOf } from '../../contract/index.ts'
import { composeEdition, type ItemInPrint } from '../compose-edition.ts'
import { profileOf } from '../print-of-edition.ts'
import type { EditionTypesetting } from '../typesetting.port.ts'

const sentence = '这里是正文。文字随版心自动换行，每行字数和每页行数以本刊设置为准。'

/** @param name of the window: of those that wait under one name the last is set. */
export async function sampleSeries(
  typesetting: EditionTypesetting,
  sample: SeriesSample,
  { name, asker, date }: { readonly name: string; readonly asker: string; readonly date: string },
): Promise<SeriesSamplePages> {
  const { settings, distribution } = sample
  const frame = {
    seriesName: sample.name,
    ...{ layout: sample.layout, publisher: sample.publisher, special: sample.special },
    ...{ issueNo: sample.issueNo, runningNo: sample.runningNo, columns: sample.columns, settings, date },
    distribution: distribution
      .filter(({ recipients }) => recipients.length > 0)
      .map(({ to, recipients }) => ({ to, entries: recipients.map(each => each.name) })),
    chainHead: null,
  }
  const { bulletin } = composeEdition(frame, sample.columns.flatMap(itemsOf))
  const set = await typesetting.preview(bulletin, {
    profile: profileOf({ settings }),
    supersede: name,
    asker,
  })
  const { widthPt, heightPt, pages } = set
  return { widthPt, heightPt, first: pages[0]?.svg ?? '', last: pages.at(-1)?.svg ?? '' }
}

function itemsOf({ key, name, rule }: SeriesColumn): ItemInPrint[] {
  const brief = rule === 'briefs'
  const item = {
    id: key,
    columnKey: key,
    kind: 'article' as const,
    headline: brief ? '' : `${name}的标题`,
    subtitle: '',
    contributor: brief ? '' : '供稿单位',
    doc: docOf(brief ? '短讯一条，写清时间、单位、活动和数据。' : sentence.repeat(2)),
  }
  return brief ? [item, item] : [item]
}
