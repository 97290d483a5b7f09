import { ProblemError } from '@jianbao/client'
import { send, useProblemText } from '@jianbao/ui'
import { App } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { LedgerItem, LedgerItemRow } from '../../../contract/index.ts'
import { callsOf, type Draft, type DraftFacts, drafted } from './drafts.ts'
import { useTouched } from './list.queries.ts'
import { listTexts } from './list.texts.ts'

export type Drafts = ReturnType<typeof useDrafts>

/** What is typed into the table: saved row by row; what is refused stays with the reason beside it. */
export function useDrafts() {
  const t = listTexts.useTexts()
  const problemText = useProblemText()
  const touched = useTouched()
  const { message } = App.useApp()
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [busy, setBusy] = useState(false)
  useStayWhile(drafts.size > 0)
  const put = useCallback(
    (id: string, draft: Draft | null) =>
      setDrafts(before => {
        const next = new Map(before)
        draft ? next.set(id, draft) : next.delete(id)
        return next
      }),
    [],
  )
  const change = useCallback(
    (row: LedgerItemRow, facts: DraftFacts) =>
      setDrafts(before => {
        const next = new Map(before)
        const draft = drafted(before.get(row.id), row, facts)
        draft ? next.set(row.id, draft) : next.delete(row.id)
        return next
      }),
    [],
  )
  const saveOne = async (draft: Draft, words: string): Promise<boolean> => {
    let { version } = draft.row
    try {
      for (const { method, path, body } of callsOf(draft, words)) {
        const answered = await send(method, path, { body: { ...body, version } })
        version = ((await answered.json()) as LedgerItem).version
      }
      put(draft.row.id, null)
      return true
    } catch (error) {
      const overtaken = error instanceof ProblemError && error.code === 'changed-meanwhile'
      const row = overtaken || version !== draft.row.version ? await newest(draft.row) : draft.row
      const due = { due: row.dueDay, owner: row.ownerName || t('nobody'), percent: row.percent }
      const left = drafted({ ...draft, row }, row, {})
      if (left) put(row.id, { ...left, problem: overtaken ? t('conflict', due) : problemText(error) })
      else put(row.id, null)
      return left === null
    }
  }
  const save = async (words: string) => {
    setBusy(true)
    const all = [...drafts.values()]
    let done = 0
    for (const draft of all) if (await saveOne(draft, words)) done++
    setBusy(false)
    void touched()
    const left = all.length - done
    if (left > 0) void message.warning(t('savedSome', { done, left }))
    else void message.success(t('saved', { count: done }))
    return left === 0
  }
  return { drafts, busy, change, save, discard: () => setDrafts(new Map()) }
}

/** The row as it is by now; when it cannot be had, as it was. */
async function newest(row: LedgerItemRow): Promise<LedgerItemRow> {
  try {
    return (await (await send('GET', `/api/ledger-items/${row.id}`)).json()) as LedgerItem
  } catch {
    return row
  }
}

/** The browser asks before a window with unsaved changes is closed. */
function useStayWhile(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
}
