import { choiceParam, integerParam, present, textParam } from '@jianbao/ui'
import { type AuditQuery, auditOutcomes, mostListed } from '../../contract/index.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const action = /^[a-z]+(\.[a-z-]+)?$/
const day = /^[1-9]\d{3}-\d{2}-\d{2}$/

/** What of the address is a filter of the trail; the rest is dropped. */
export function readAuditSearch(search: Record<string, unknown>): AuditQuery {
  const fitting = (name: string, pattern: RegExp, maxLength: number) => {
    const text = textParam(search[name], maxLength)
    return text && pattern.test(text) ? text : undefined
  }
  return present({
    words: textParam(search['words'], 100),
    person: textParam(search['person'], 100),
    unit: fitting('unit', uuid, 36),
    action: fitting('action', action, 60),
    object: textParam(search['object'], 200),
    outcome: choiceParam(search['outcome'], auditOutcomes),
    from: wholeDay(fitting('from', day, 10)),
    to: wholeDay(fitting('to', day, 10)),
    page: integerParam(search['page'], 1, mostListed),
  })
}

/** A day of the calendar: there is no 30 February. */
function wholeDay(text: string | undefined): string | undefined {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(String(text)) ? text : undefined
}
