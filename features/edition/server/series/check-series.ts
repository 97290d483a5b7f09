/** What a series must be like before it is kept. */
import { Problem } from '@jianbao/errors'
import { storableText } from '@jianbao/platform/db'
import type { DistributionRow, SeriesColumn, SeriesDraft } from '../../contract/index.ts'

type Written = Omit<SeriesDraft, 'unitId' | 'startAfter'>

/** Names without what surrounds them. Throws `series-twice`, `column-bounds`, `series-name-empty`. */
export function checkedSeries(series: Written): Written {
  const clean = (text: string): string => storableText(text).replace(/\s+/gu, ' ').trim()
  const columns = series.columns.map(column => checkedColumn({ ...column, name: clean(column.name) }))
  const chain = series.chain.map(step => ({ ...step, name: clean(step.name) }))
  const distribution = series.distribution.map(({ to, recipients }) => ({
    to,
    recipients: recipients.map(each => ({
      ...each,
      name: clean(each.name),
      email: each.email?.trim() || null,
    })),
  }))
  const name = clean(series.name)
  const publisher = clean(series.publisher)
  const named = [name, publisher, ...columns.map(each => each.name), ...chain.map(each => each.name)]
  if ([...named, ...distribution.flatMap(namesOf)].some(each => each === ''))
    throw new Problem('series-name-empty')
  once(columns.map(({ key }) => key))
  once(columns.map(each => each.name))
  once(chain.map(({ key }) => key))
  once(distribution.map(({ to }) => to))
  for (const row of distribution) once(namesOf(row))
  const secrecy = series.settings.secrecy === null ? null : clean(series.settings.secrecy) || null
  return {
    ...series,
    name,
    publisher,
    columns,
    chain,
    distribution,
    settings: { ...series.settings, secrecy },
  }
}

const namesOf = ({ recipients }: DistributionRow): string[] => recipients.map(({ name }) => name)

function checkedColumn(column: SeriesColumn): SeriesColumn {
  const { name, rule, min } = column
  const max = rule === 'single' ? 1 : column.max
  if (min !== null && max !== null && min > max)
    throw new Problem('column-bounds', { column: name, min, max })
  return { ...column, max }
}

function once(all: readonly string[]): void {
  const twice = all.find((each, at) => all.indexOf(each) !== at)
  if (twice !== undefined) throw new Problem('series-twice', { name: twice })
}

/** For the trail: what it is like, and of recipients how many; never their addresses. */
export function traceOf({
  name,
  layout,
  publisher,
  columns,
  chain,
  distribution,
  settings,
}: Written): object {
  return {
    ...{ name, layout, publisher },
    columns: columns.map(column => `${column.name}（${column.rule}）`).join('、'),
    chain: chain.map(step => `${step.name}（${step.role}${step.edits ? '，可修改' : ''}）`).join('→'),
    recipients: distribution.map(({ to, recipients }) => `${to}${recipients.length}`).join(' '),
    ...settings,
  }
}
