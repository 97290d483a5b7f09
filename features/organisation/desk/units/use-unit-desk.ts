import { useProblemText } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import type { Unit, UnitAction } from '../../contract/index.ts'
import type { MovePlan } from './tree-data.ts'
import { type UnitStep, useUnitStep } from './unit.queries.ts'

/** What was done last, for the line that tells it; some of it can be taken back. */
export type Done = {
  readonly words: DoneWords
  readonly undo?: () => Promise<unknown>
}
type DoneWords = {
  readonly text: `done.${UnitAction | 'order' | 'undo' | 'first' | 'last'}`
  readonly values: Readonly<Record<string, string>>
}

/** An action that asks first; a drop brings the place along. */
export type Asking = { readonly act: UnitAction; readonly unitId: string; readonly plan?: MovePlan }

/** Carries out what the dialogues agreed on, tells it, and remembers the way back of a move. */
export function useUnitDesk() {
  const step = useUnitStep()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { message } = App.useApp()
  const text = useProblemText()
  const fail = (error: unknown) => void message.error(text(error))
  const open = (id: string) => void navigate({ to: '/units/$id', params: { id } })
  const send = async (one: UnitStep): Promise<Unit> => {
    setDone(null)
    return step.mutateAsync(one)
  }

  const move = async (unit: Mover, plan: MovePlan, to: string) => {
    const moved = await send({ act: 'move', id: unit.id, to: { ...plan, version: unit.version } })
    const values = { name: unit.name, to }
    const { parentId, position } = unit
    const back = async () => {
      await send({ act: 'move', id: unit.id, to: { parentId: parentId!, position, version: moved.version } })
      setDone({ words: { text: 'done.undo', values } })
    }
    const words = { text: plan.parentId === parentId ? 'done.order' : 'done.move', values } as const
    setDone({ words, ...(parentId ? { undo: back } : {}) })
  }
  const say = (said: DoneWords['text'], values: Record<string, string>) =>
    setDone({ words: { text: said, values } })
  const act = async (one: UnitStep, values: Record<string, string> = {}) => {
    const unit = await send(one)
    say(`done.${one.act}`, { name: unit.name, ...values })
    return unit
  }
  return { asking, ask: setAsking, done, dismiss: () => setDone(null), say, move, act, open, fail }
}

export type UnitDesk = ReturnType<typeof useUnitDesk>
export type Mover = Pick<Unit, 'id' | 'name' | 'parentId' | 'position' | 'version'>
