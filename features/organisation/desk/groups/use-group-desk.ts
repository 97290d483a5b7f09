import { useState } from 'react'
import type { GroupAction } from '../../contract/index.ts'
import { type GroupStep, useGroupStep } from './group.queries.ts'

/** What is being asked for: a new group, perhaps of a certain unit, or something about one that is there. */
export type Asking =
  | { readonly act: 'add'; readonly unitId: string | null }
  | { readonly act: GroupAction; readonly groupId: string }

export function useGroupDesk() {
  const step = useGroupStep()
  const [asking, ask] = useState<Asking | null>(null)
  const [done, setDone] = useState<{ act: GroupStep['act']; name: string } | null>(null)
  const send = async (one: GroupStep, name: string) => {
    setDone(null)
    await step.mutateAsync(one)
    setDone({ act: one.act, name })
  }
  return { asking, ask, done, send }
}

export type GroupDesk = ReturnType<typeof useGroupDesk>
