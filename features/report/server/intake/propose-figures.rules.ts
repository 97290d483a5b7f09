import type { PackReporting } from '@jianbao/campaign/contract'
import { type FigureMention, readFigures } from '@jianbao/intake'
import type { ProposedFigure } from '../../contract/index.ts'
import { mainEvent, type ReadArticle } from './read-article.rules.ts'

const mostFigures = 40
const expected = /(?:预计|预期|计划|拟|将)[^，。；\n]{0,4}$/u
type Found = Omit<FigureMention, 'spans'> & { readonly spans: ProposedFigure['spans'] }

/** Figures of all activities of the text, those of the main one first; the same one said again is one. */
export function proposeFigures(
  article: ReadArticle,
  reporting: Pick<PackReporting, 'measures'> | null,
): ProposedFigure[] {
  const figures: ProposedFigure[] = []
  for (const { value, unit, measure, qualifier, of, surface, spans, confidence } of found(article)) {
    const counted = of === null ? null : countedThing(of)
    const known = figures.some(one => one.value === value && one.unit === unit && one.of === counted)
    if (known || figures.length === mostFigures) continue
    figures.push({
      measure: measureFor({ measure, unit }, reporting?.measures ?? []),
      value,
      unit,
      qualifier,
      of: counted,
      surface: surface.slice(0, 120),
      spans,
      confidence,
    })
  }
  return figures
}

/** Of the activities; of a form without sentences (参观学生：800人) whatever is counted in it, less surely. */
function found(article: ReadArticle): Found[] {
  const main = mainEvent(article.events)
  if (main)
    return [main, ...article.events.filter(event => event !== main)]
      .flatMap(event => event.figures)
      .map(figure => ({ ...figure, spans: article.spans(figure.spans) }))
  return readFigures(article.body)
    .filter(({ from }) => !expected.test(article.body.slice(Math.max(0, from - 6), from)))
    .map(({ from, to, ...figure }) => ({
      ...figure,
      spans: [{ in: 'body', from, to }],
      confidence: Math.round(figure.confidence * 600) / 1000,
    }))
}

/**
 * The measure of the pack that counts the same thing in the same unit. One that reads another kind of thing never
 * takes it, whatever the unit: 人次 that looked on are 浏览量 and not 人次.
 */
export function measureFor(
  { measure, unit }: Pick<FigureMention, 'measure' | 'unit'>,
  measures: PackReporting['measures'],
): string | null {
  const counts = measures.filter(one => one.units.includes(unit))
  const same = counts.find(one => one.reads === measure)
  return (same ?? counts.find(one => one.reads === undefined))?.id ?? null
}

/** 活动现场发放科普资料 counts 科普资料: what was done with it is no part of the thing. */
const doings =
  /^.*(?:发放|发送|分发|展出|展示|参加|组织|邀请|培训|服务|惠及|受益|接待|捐赠|捐献|送去|送上|赠送|开展|举办|共?设置?|出动|悬挂|张贴|制作|推送|播放|安排|走访|慰问|解答|收集|征集|覆盖|吸引|动员|招募|来自|全区|全县|全市|全省|现场|累计|共|了)(?=[\u4e00-\u9fff]{2})/u

function countedThing(of: string): string {
  const bare = of
    .replace(/的$/u, '')
    .replace(doings, '')
    .replace(/^(?:各类|各种|相关|有关|参加|共有?)/u, '')
  return (bare.length >= 2 ? bare : of).slice(0, 60)
}
