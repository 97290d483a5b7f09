import { useProblemText } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InboxDeed, InboxDone, InboxRow, InboxWords, Report } from '../../contract/index.ts'
import { reportQuery } from '../report.queries.ts'
import { type DeedBody, type DeskDeed, useDeskActs, type Versioned } from './inbox.queries.ts'
import { inboxTexts } from './inbox.texts.ts'
import { columnName } from './inbox-words.ts'
import type { Wording } from './text-fields.tsx'
import type { Claiming } from './use-claim.ts'

/** A report as the page shows it when something is done with it. */
export type Target = Pick<Report, 'id' | 'version' | 'title' | 'campaignId'>

export type TriageDialog =
  | { readonly kind: 'column' | 'adopt'; readonly id: string }
  | { readonly kind: 'return' | 'forward' | 'revoke'; readonly id: string }
  | { readonly kind: 'column-many' | 'return-many' | 'forward-many' }
  | { readonly kind: 'together'; readonly ids: readonly string[] }
  | { readonly kind: 'outcome'; readonly outcome: InboxDone }
  /** A deed without a dialogue of its own was refused. */
  | {
      readonly kind: 'refused'
      readonly id: string
      readonly deed: DeskDeed
      readonly body: DeedBody
      readonly error: unknown
      /** As the page showed it when it was tried. */
      readonly shown: Report | undefined
    }
  | { readonly kind: 'help' }

type Last = { readonly deed: DeskDeed; readonly report: Target }
type Triage = {
  readonly rows: readonly InboxRow[]
  readonly words: InboxWords | undefined
  /** The report that is read. */
  readonly currentId: string | null
  readonly onShow: (id: string | undefined) => void
  /** Who holds the report that is read: a deed lets go of it. */
  readonly claiming: Pick<Claiming, 'pause' | 'resume'>
}

/** What an editor does with the rows of the inbox, one or many, and what is told of it. */
export function useTriage({ rows, words, currentId, onShow, claiming }: Triage) {
  const t = inboxTexts.useTexts()
  const text = useProblemText()
  const acts = useDeskActs()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<TriageDialog | null>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<string, InboxRow>>(new Map())
  const [said, setSaid] = useState('')
  const [last, setLast] = useState<Last | null>(null)

  const held = async <T>(ids: readonly string[], work: () => Promise<T>): Promise<T> => {
    if (!currentId || !ids.includes(currentId)) return work()
    claiming.pause()
    try {
      return await work()
    } catch (error) {
      claiming.resume()
      throw error
    }
  }
  /** Throws what the server refused. */
  const perform = async (report: Target, deed: DeskDeed, body: DeedBody): Promise<void> => {
    const at = rows.findIndex(row => row.id === report.id)
    const next = rows[at + 1] ?? rows[at - 1]
    const after = await held([report.id], () => acts.one(report.id, deed, body))
    setLast({ deed, report: { ...report, version: after.version } })
    const column = body.column ? columnName(words, report, body.column) : ''
    setSaid(t(`done.${deed}`, { title: report.title, column }))
    if (chosen.has(report.id)) setChosen(new Map([...chosen].filter(([id]) => id !== report.id)))
    if (at >= 0 && currentId === report.id) onShow(next?.id)
  }
  /** Without a dialogue: what is refused is told in one. */
  const quick = async (report: Target, deed: DeskDeed, body: DeedBody): Promise<void> => {
    const shown = client.getQueryData(reportQuery(report.id).queryKey)
    try {
      await perform(report, deed, body)
      setDialog(null)
    } catch (error) {
      setDialog({ kind: 'refused', id: report.id, deed, body, error, shown })
    }
  }
  const many = async (deed: InboxDeed, more: object): Promise<void> => {
    const reports: Versioned[] = [...chosen.values()].map(({ id, version }) => ({ id, version }))
    const outcome = await held([...chosen.keys()], () => acts.many(deed, { reports, ...more }))
    const [count, refused] = [outcome.done.length, outcome.refused.length]
    setSaid(refused ? t('bulkSome', { count, refused }) : t('bulkDone', { count }))
    setLast(null)
    setChosen(new Map([...chosen].filter(([id]) => outcome.refused.some(each => each.id === id))))
    if (outcome.done.some(each => each.id === currentId)) onShow(undefined)
    setDialog(refused ? { kind: 'outcome', outcome } : null)
  }
  const quickMany = (deed: InboxDeed, more: object = {}): void =>
    void many(deed, more).catch(error => {
      setDialog(null)
      setSaid(text(error))
    })
  const together = async (reports: readonly Report[], wording: Wording): Promise<void> => {
    const body = { ...wording, reports: reports.map(({ id, version }) => ({ id, version })) }
    const answer = await held(
      reports.map(({ id }) => id),
      () => acts.together(body),
    )
    setSaid(t('bulkDone', { count: answer.done.length }))
    setLast(null)
    setChosen(new Map())
    onShow(undefined)
  }
  const undo = () => {
    if (!last) return setSaid(t('undoNothing'))
    const { deed, report } = last
    const { version } = report
    if (deed === 'adopt') return void quick(report, 'revoke', { version, reason: t('undoReason') })
    if (deed === 'keep') return void quick(report, 'reopen', { version })
    if (deed === 'return' || deed === 'forward' || deed === 'accept') return setSaid(t(`undoNot.${deed}`))
    setSaid(t('undoNothing'))
  }
  const select = (row: InboxRow): void => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  const mayUndo = last?.deed === 'adopt' || last?.deed === 'keep'
  return {
    ...{ dialog, setDialog, chosen, setChosen, said, setSaid, mayUndo },
    ...{ perform, quick, many, quickMany, together, undo, select },
  }
}
export type TriageDesk = ReturnType<typeof useTriage>
