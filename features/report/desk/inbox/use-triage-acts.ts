import type { InputRef } from 'antd'
import type { RefObject } from 'react'
import type { InboxRow, Report } from '../../contract/index.ts'
import { inboxTexts } from './inbox.texts.ts'
import type { PreviewDeed } from './preview.tsx'
import type { TriageAct } from './triage.keys.ts'
import type { Claiming } from './use-claim.ts'
import type { TriageDesk } from './use-triage.ts'

type Acting = {
  readonly rows: readonly InboxRow[]
  readonly currentId: string | null
  readonly current: Report | undefined
  readonly desk: TriageDesk
  readonly claiming: Claiming
  readonly show: (id: string | undefined) => void
  readonly search: RefObject<InputRef | null>
  readonly place: RefObject<HTMLElement | null>
  readonly narrow: boolean
}

type Known = Pick<Report, 'id' | 'version' | 'title' | 'campaignId'> & { readonly actions: readonly string[] }

/** What the keys and the buttons mean, for the report that is read or for all that are selected. */
export function useTriageActs(acting: Acting) {
  const { rows, currentId, current, desk, claiming, show, search, place, narrow } = acting
  const t = inboxTexts.useTexts()
  const at = rows.findIndex(row => row.id === currentId)
  const begin = (deed: PreviewDeed, report: Known) => {
    if (!report.actions.includes(deed)) return desk.setSaid(t('notNow', { deed: t(deed) }))
    if (deed === 'adopt') return desk.setDialog({ kind: 'column', id: report.id })
    if (deed === 'return' || deed === 'forward' || deed === 'revoke')
      return desk.setDialog({ kind: deed, id: report.id })
    void desk.quick(report, deed, { version: report.version })
  }
  const doIt = (deed: 'adopt' | 'accept' | 'keep' | 'return' | 'forward') => {
    if (desk.chosen.size > 0) {
      if (deed === 'accept' || deed === 'keep') return desk.quickMany(deed)
      return desk.setDialog({ kind: deed === 'adopt' ? 'column-many' : `${deed}-many` })
    }
    // What is read is the newest; the row serves while it is still on its way.
    const known = current && current.id === currentId ? current : rows[at]
    if (known) begin(deed, known)
  }
  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row && row.id !== currentId) show(row.id)
  }
  const onKey = (act: TriageAct) => {
    switch (act) {
      case 'next':
        return go(at + 1)
      case 'previous':
        return go(at < 0 ? rows.length - 1 : at - 1)
      case 'open':
        if (at < 0) return go(0)
        return document.querySelector<HTMLElement>('[data-preview]')?.focus()
      case 'undo':
        return desk.undo()
      case 'select':
        return rows[at] ? desk.select(rows[at]) : undefined
      case 'claim':
        return void claiming.toggle().catch(() => undefined)
      case 'search':
        return search.current?.focus({ cursor: 'all' })
      case 'help':
        return desk.setDialog({ kind: 'help' })
      case 'leave':
        if (desk.chosen.size) return desk.setChosen(new Map())
        if (narrow) return show(undefined)
        return place.current?.focus({ preventScroll: true })
      default:
        return doIt(act)
    }
  }
  return { begin, onKey }
}
