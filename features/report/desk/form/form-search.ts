import { flagParam, integerParam, present, uuidParam } from '@jianbao/ui'

/** How a form is opened: for which unit and task, as a copy of which report; `new`: nobody has it yet. */
export type FormSearch = {
  readonly new?: boolean
  readonly unitId?: string
  readonly taskId?: string
  readonly periodNo?: number
  readonly commissionId?: string
  readonly copy?: string
}

export function readFormSearch(search: Record<string, unknown>): FormSearch {
  return present({
    new: flagParam(search['new']) || undefined,
    unitId: uuidParam(search['unitId']),
    taskId: uuidParam(search['taskId']),
    periodNo: integerParam(search['periodNo'], 1, 9_999_999),
    commissionId: uuidParam(search['commissionId']),
    copy: uuidParam(search['copy']),
  })
}
