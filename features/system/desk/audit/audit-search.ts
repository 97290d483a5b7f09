import { choiceParam, dayParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type AuditQuery, auditOutcomes, mostListed } from '../../contract/index.ts'

const action = /^[a-z]+(\.[a-z-]+)?$/

/** What of the address is a filter of the trail; the rest is dropped. */
export function readAuditSearch(search: Record<string, unknown>): AuditQuery {
  const fitting = (name: string, pattern: RegExp, maxLength: number) => {
    const text = textParam(search[name], maxLength)
    return text && pattern.test(text) ? text : undefined
  }
  return present({
    words: textParam(search['words'], 100),
    person: textParam(search['person'], 100),
    unit: uuidParam(search['unit']),
    action: fitting('action', action, 60),
    object: textParam(search['object'], 200),
    outcome: choiceParam(search['outcome'], auditOutcomes),
    from: dayParam(search['from']),
    to: dayParam(search['to']),
    page: integerParam(search['page'], 1, mostListed),
  })
}
