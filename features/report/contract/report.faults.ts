/** What a report must say before it may leave the hands of whoever writes it; the form and the server ask the same. */
import type { PackReporting } from '@jianbao/campaign/contract'
import type { ReportFigure } from './report.schema.ts'

export const reportFaults = [
  'title',
  'body',
  'type',
  'day',
  'day-ahead',
  'day-order',
  'campaign',
  'period',
  'figure-measure',
  'figure-unit',
  'figure-fraction',
] as const
export type ReportFault = (typeof reportFaults)[number]

type Whole = {
  readonly title: string
  readonly body: string
  readonly type: string | null
  readonly startDay: string | null
  readonly endDay: string | null
  readonly campaignId: string | null
  readonly taskId: string | null
  readonly periodNo: number | null
  readonly figures: readonly ReportFigure[]
}

/** Fewer characters are no report. */
const bodyLeast = 10
const titleLeast = 4

/** Everything that keeps it from being handed in, in the order of the form. `today` is an ISO day. */
export function faultsOfReport(
  report: Whole,
  reporting: Pick<PackReporting, 'types' | 'measures'> | null,
  today: string,
): ReportFault[] {
  const { title, body, type, startDay, endDay, figures } = report
  const faults: ReportFault[] = []
  if (!reporting) faults.push('campaign')
  if (report.taskId !== null && report.periodNo === null) faults.push('period')
  if (title.trim().length < titleLeast) faults.push('title')
  if (body.trim().length < bodyLeast) faults.push('body')
  if (!type || (reporting && !reporting.types.some(known => known.id === type))) faults.push('type')
  if (startDay === null) faults.push('day')
  else {
    if (endDay !== null && endDay < startDay) faults.push('day-order')
    // What is reported has happened, at least begun.
    if (startDay > today) faults.push('day-ahead')
  }
  for (const figure of figures) {
    const fault = reporting && faultOfFigure(figure, reporting)
    if (fault && !faults.includes(fault)) faults.push(fault)
  }
  return faults
}

function faultOfFigure(
  figure: ReportFigure,
  { measures }: Pick<PackReporting, 'measures'>,
): ReportFault | null {
  const measure = measures.find(known => known.id === figure.measure)
  if (!measure) return 'figure-measure'
  if (!measure.units.includes(figure.unit)) return 'figure-unit'
  if (!measure.fractions && !Number.isInteger(figure.value)) return 'figure-fraction'
  return null
}
