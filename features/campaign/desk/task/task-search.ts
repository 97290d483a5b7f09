import { type UnitKind, unitKinds } from '@jianbao/organisation/contract'
import { choiceParam, flagParam, integerParam, present, textParam } from '@jianbao/ui'

/** What the address of a task may say of its units. */
export type TaskSearch = {
  readonly q?: string
  readonly kind?: UnitKind
  readonly opened?: boolean
  readonly page?: number
}

export function readTaskSearch(search: Record<string, unknown>): TaskSearch {
  return present({
    q: textParam(search['q'], 100),
    kind: choiceParam(search['kind'], unitKinds),
    opened: flagParam(search['opened']) === true ? true : undefined,
    page: integerParam(search['page'], 1, 100_000),
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export type MyTasksSearch = { readonly unit?: string }

export function readMyTasksSearch(search: Record<string, unknown>): MyTasksSearch {
  const unit = textParam(search['unit'], 36)
  return present({ unit: unit && uuid.test(unit) ? unit : undefined })
}
