import type { BriefFigure, BriefReport } from './brief.types.ts'

let count = 0
export const newId = (): string => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`

export function briefFigure(written: Partial<BriefFigure> = {}): BriefFigure {
  return {
    ...{ id: newId(), measure: 'people', reads: 'people', value: 120, unit: '人', qualifier: 'over' },
    ...{ of: null, surface: null },
    ...written,
  }
}

export function briefReport(written: Partial<BriefReport> = {}): BriefReport {
  const unitName = written.unitName ?? '云岭市科协'
  return {
    ...{
      reportId: newId(),
      unitId: `unit of ${unitName}`,
      unitName,
      unitNames: [unitName],
      typeName: '科普宣传',
    },
    ...{ title: `${unitName}举办科普讲座`, body: '', startDay: '2026-08-13', endDay: null, place: null },
    ...{ partners: [], figures: [] },
    ...written,
  }
}

export const asked = { year: '2026', limit: 400, newId }
