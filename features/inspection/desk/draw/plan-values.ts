/** What the form of a draw holds, and the plan that is sent of it. */
import type { Draw, DrawPlan, DrawPlanView, InspectorCandidates } from '../../contract/index.ts'

export type DrawValues = {
  readonly name: string
  readonly campaignId: string | null
  readonly plan: DrawPlanView
}
export type SetPlan = (change: Partial<DrawPlanView>) => void

export const valuesOf = ({ name, campaignId, plan }: Draw): DrawValues => ({ name, campaignId, plan })

export const freshValues = ({ home }: InspectorCandidates): DrawValues => ({
  name: '',
  campaignId: null,
  plan: {
    rootId: home.unitId,
    rootName: home.unitName,
    kinds: [],
    stratifyBy: 'kind',
    minimums: [],
    count: 5,
    inspectorsPerObject: 2,
    objectsPerInspector: 5,
    exclusions: [],
    inspectors: [],
    recusals: [],
  },
})

/** Without the names, which the server knows. */
export function planOf({ rootName: _, ...plan }: DrawPlanView): DrawPlan {
  return {
    ...plan,
    exclusions: plan.exclusions.map(({ unitName: _name, ...rest }) => rest),
    inspectors: plan.inspectors.map(({ unitName: _name, ...rest }) => rest),
    recusals: plan.recusals.map(({ unitName: _name, ...rest }) => rest),
  }
}
