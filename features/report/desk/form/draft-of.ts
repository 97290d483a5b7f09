import type { Report, ReportDraft } from '../../contract/index.ts'

/** What of a report its form holds. */
export function draftOf(report: Report): ReportDraft {
  const { version, unitId, campaignId, taskId, periodNo, commissionId } = report
  const { title, body, type, startDay, endDay, place, partners, figures, proposal } = report
  return {
    ...{ version, unitId, campaignId, taskId, periodNo, commissionId },
    ...{ title, body, type, startDay, endDay, place, partners, figures, proposal },
  }
}

/** The same words for another occasion: as a new report, which nothing was promised for. */
export function copyOf(report: Report, newId: () => string): ReportDraft {
  const draft = draftOf(report)
  const figures = draft.figures.map(figure => ({ ...figure, id: newId() }))
  return {
    ...draft,
    version: null,
    periodNo: null,
    taskId: null,
    commissionId: null,
    figures,
    proposal: null,
  }
}
