/** What is chosen from: figures, or reports where they alone are counted. */
import type { Edition, FigureFact, FigureFactQuery } from '../../contract/index.ts'

export type Choice = {
  readonly reportId: string
  readonly figureId: string | null
  readonly title: string
  readonly unitName: string
  readonly day: string | null
  readonly measure: string | null
  readonly measureName: string | null
  readonly of: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly qualifier: string | null
}

export const keyOf = ({ reportId, figureId }: Choice): string => `${reportId} ${figureId}`

type Asked = {
  readonly edition: Pick<Edition, 'content'>
  readonly itemId: string
  readonly reach: FigureFactQuery['reach']
  readonly facts: readonly FigureFact[]
  readonly bare: boolean
}

/** Reports of the issue are counted with figures or without; of all others those are known that have some. */
export function choicesOf({ edition, itemId, reach, facts, bare }: Asked): Choice[] {
  if (!bare) return facts.map(fact => ({ ...fact }))
  const nothing = {
    figureId: null,
    measure: null,
    measureName: null,
    of: null,
    value: null,
    unit: null,
    qualifier: null,
  }
  const own = edition.content
    .filter(({ id }) => reach === 'edition' || id === itemId)
    .flatMap(({ sources }) => sources.filter(({ now }) => now !== 'gone'))
  const reports = reach === 'all' ? facts : own.map(source => ({ ...source, day: null }))
  const once = new Map(
    reports.map(({ reportId, title, unitName, day }) => [reportId, { reportId, title, unitName, day }]),
  )
  return [...once.values()].map(report => ({ ...report, ...nothing }))
}
