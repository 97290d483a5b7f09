import { parseDay, partsOf, sayDay, weekdayOf } from '../days.ts'
import { placeOf } from '../passages.ts'
import type { Check } from './check.types.ts'

/** Number, running number, date and distribution of the issue. */
export const checkNumbering: Check = ({ issue }, report) => {
  const place = placeOf(null, null, null)
  const { lastIssueNo, lastSpecialNo, lastRunningNo } = issue.series
  const last = issue.special ? lastSpecialNo : lastIssueNo
  if (issue.issueNo !== null && last !== null && issue.issueNo !== last + 1)
    report('number-sequence', place, 0, 0, { given: issue.issueNo, expected: last + 1 })
  if (issue.runningNo !== null && lastRunningNo !== null && issue.runningNo !== lastRunningNo + 1)
    report('running-sequence', place, 0, 0, { given: issue.runningNo, expected: lastRunningNo + 1 })

  const day = parseDay(issue.date)
  if (day === null) report('date-missing', place, 0, 0, {})
  else if ([0, 6].includes(partsOf(day).weekday))
    report('date-weekend', place, 0, 0, { date: sayDay(day), weekday: weekdayOf(day) })
  if (issue.distribution.every(list => list.entries.length === 0))
    report('distribution-missing', place, 0, 0, {})
}
