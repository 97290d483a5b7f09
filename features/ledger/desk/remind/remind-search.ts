/** What the addresses of the pages of reminders may say; whatever else stands there is dropped. */
import { choiceParam, flagParam, integerParam, present, textParam } from '@jianbao/ui'
import { type ReminderFilter, type ReminderQuery, remindKinds, remindWays } from '../../contract/index.ts'

export type ReminderSearch = Omit<ReminderQuery, 'under' | 'pageSize'> & { readonly unit?: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const dayPattern = /^[1-9]\d{3}-\d{2}-\d{2}$/

export function readReminderSearch(search: Record<string, unknown>): ReminderSearch {
  return present({
    unit: idParam(search['unit']),
    kind: choiceParam(search['kind'], remindKinds),
    way: choiceParam(search['way'], remindWays),
    task: idParam(search['task']),
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

function idParam(value: unknown): string | undefined {
  const text = textParam(value, 36)
  return text && uuid.test(text) ? text : undefined
}

/** A day of the calendar: there is no 30 February. */
function dayParam(value: unknown): string | undefined {
  const text = textParam(value, 10)
  if (!text || !dayPattern.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined
}
