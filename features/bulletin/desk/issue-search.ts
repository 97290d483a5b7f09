import { choiceParam, flagParam, integerParam, present, textParam } from '@jianbao/ui'
import type { IssueQuery } from '../contract/index.ts'

type Order = NonNullable<IssueQuery['order']>

export const orderChoices: readonly Order[] = ['newest', 'oldest', 'number']

export function readIssueSearch(search: Record<string, unknown>): IssueQuery {
  return present({
    q: textParam(search['q'], 100),
    series: textParam(search['series'], 200),
    year: integerParam(search['year'], 1900, 2200),
    published: flagParam(search['published']),
    order: choiceParam(search['order'], orderChoices),
    page: integerParam(search['page'], 1, 100_000),
  })
}
