import { useProblemText } from '@jianbao/ui'
import { App } from 'antd'
import { useState } from 'react'
import type { GroupAction, GroupSummary } from '../../contract/index.ts'
import { type GroupStep, useGroupStep } from './group.queries.ts'

/** What is being asked for: a new group, perhaps of a certain unit, or something about one that is there. */
export type Asking =
  | { readonly act: 'add'; readonly unitId: string | null }
  | { readonly act: GroupAction; readonly groupId: string }

export function useGroupDesk() {
  const step = useGroupStep()
  const { message } = App.useApp()
  const text = useProblemText()
  const [asking, ask] = useState<Asking | null>(null)
  const [done, setDone] = useState<{ act: GroupStep['act']; name: string } | null>(null)
  const send = async (one: GroupStep, name: string) => {
    setDone(null)
    await step.mutateAsync(one)
    setDone({ act: one.act, name })
  }
  /** Small enough to be done without a dialogue; a refusal is told in passing. */
  const place = (group: GroupSummary, position: number) =>
    send({ act: 'edit', id: group.id, change: { version: group.version, position } }, group.name).catch(
      error => void message.error(text(error)),
    )
  return { asking, ask, done, send, place }
}

export type GroupDesk = ReturnType<typeof useGroupDesk>
