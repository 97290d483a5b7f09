/** What the addresses of the pages of reminders may say; whatever else stands there is dropped. */
import { choiceParam, dayParam, flagParam, integerParam, present, uuidParam } from '@jianbao/ui'
import { type ReminderFilter, type ReminderQuery, remindKinds, remindWays } from '../../contract/index.ts'

export type ReminderSearch = Omit<ReminderQuery, 'under' | 'pageSize'> & { readonly unit?: string }

export function readReminderSearch(search: Record<string, unknown>): ReminderSearch {
  return present({
    unit: uuidParam(search['unit']),
    kind: choiceParam(search['kind'], remindKinds),
    way: choiceParam(search['way'], remindWays),
    task: uuidParam(search['task']),
    unreached: flagParam(search['unreached']) === true ? true : undefined,
    from: dayParam(search['from']),
    to: dayParam(search['to']),
    page: integerParam(search['page'], 1, 100_000),
  })
}

export function readPreviewSearch(search: Record<string, unknown>): { readonly page?: number } {
  return present({ page: integerParam(search['page'], 1, 100_000) })
}

/** The day a notice leads to. */
export function readMineSearch(search: Record<string, unknown>): { readonly day?: string } {
  return present({ day: dayParam(search['day']) })
}

/** What the API is asked for them, but for the page. */
export function filterOf({ unit, page: _, ...filters }: ReminderSearch): ReminderFilter {
  return { ...filters, ...(unit ? { under: unit } : {}) }
}
