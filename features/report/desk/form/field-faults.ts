/** What keeps a report from being handed in, by the field it is told at. */
import {
  type FormCampaign,
  faultsOfReport,
  type ReportDraft,
  type ReportFault,
} from '../../contract/index.ts'

export type FaultCode = ReportFault | 'locked'
export type FieldFault = { readonly field: string; readonly code: FaultCode }

const fields: Readonly<Record<FaultCode, string>> = {
  campaign: 'task',
  period: 'task',
  locked: 'task',
  title: 'title',
  body: 'body',
  type: 'type',
  day: 'days',
  'day-ahead': 'days',
  'day-order': 'days',
  'figure-measure': 'figures',
  'figure-unit': 'figures',
  'figure-fraction': 'figures',
}

export function fieldFaults(draft: ReportDraft, campaign: FormCampaign | null, today: string): FieldFault[] {
  const codes: FaultCode[] = faultsOfReport(draft, campaign, today)
  const task = campaign?.tasks.find(({ id }) => id === draft.taskId)
  const period = task?.periods.find(({ no }) => no === draft.periodNo)
  if (period?.state === 'locked') codes.push('locked')
  return codes.map(code => ({ field: fields[code], code }))
}

export function faultOf(faults: readonly FieldFault[], field: string): FaultCode | null {
  return faults.find(fault => fault.field === field)?.code ?? null
}
