import { flagParam, integerParam, present, textParam } from '@jianbao/ui'

/** How a form is opened: for which unit and task, as a copy of which report; `new`: nobody has it yet. */
export type FormSearch = {
  readonly new?: boolean
  readonly unitId?: string
  readonly taskId?: string
  readonly periodNo?: number
  readonly commissionId?: string
  readonly copy?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idParam = (value: unknown): string | undefined => {
  const text = textParam(value, 36)
  return text && uuid.test(text) ? text : undefined
}

export function readFormSearch(search: Record<string, unknown>): FormSearch {
  return present({
    new: flagParam(search['new']) || undefined,
    unitId: idParam(search['unitId']),
    taskId: idParam(search['taskId']),
    periodNo: integerParam(search['periodNo'], 1, 9_999_999),
    commissionId: idParam(search['commissionId']),
    copy: idParam(search['copy']),
  })
}
