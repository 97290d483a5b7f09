import { useProblemText } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { Missive } from '../contract/index.ts'
import { missiveKey, missiveQuery } from './missive.queries.ts'

/** Deeds on one document: what it is by then is shown, also when somebody was quicker. */
export function useMissiveActs(id: string) {
  const client = useQueryClient()
  const text = useProblemText()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  /** Refreshes what is shown, whether it was done or refused. */
  const settle = async (missive?: Missive) => {
    if (missive) client.setQueryData(missiveQuery(id).queryKey, missive)
    await client.invalidateQueries({ queryKey: [missiveKey] })
  }
  /** Throws what the server says: for dialogues, which show it. */
  const act = async (work: () => Promise<Missive | unknown>, done: string): Promise<void> => {
    try {
      const answer = await work()
      void message.success(done)
      await settle(isMissive(answer) ? answer : undefined)
    } catch (error) {
      await settle()
      throw error
    }
  }
  /** For buttons without a dialogue: a refusal is told on the spot. Answers whether it was done. */
  const press = async (work: () => Promise<Missive | unknown>, done: string): Promise<boolean> => {
    setBusy(true)
    try {
      await act(work, done)
      return true
    } catch (error) {
      void message.error(text(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { act, press, busy }
}

const isMissive = (answer: unknown): answer is Missive =>
  typeof answer === 'object' && answer !== null && 'numberWord' in answer
