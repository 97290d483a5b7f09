import { type UnitKind, unitKinds } from '@jianbao/organisation/contract'
import { choiceParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'

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

export type MyTasksSearch = { readonly unit?: string }

export function readMyTasksSearch(search: Record<string, unknown>): MyTasksSearch {
  return present({ unit: uuidParam(search['unit']) })
}
