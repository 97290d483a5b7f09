import { useProblemText } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Report, ReportDraft, SimilarReport } from '../../contract/index.ts'
import { doDeed, findSimilar, useRefreshReports } from '../report.queries.ts'
import { acceptAll, pendingKeys } from './accept-proposal.ts'
import { deviceDrafts } from './device-drafts.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { type FieldFault, fieldFaults } from './field-faults.ts'
import { formTexts } from './form.texts.ts'
import type { PhotoQueue } from './photo-queue.ts'
import { type FormTools, newId } from './use-form.ts'

type HandIn = {
  readonly keeper: DraftKeeper
  readonly photos: PhotoQueue
  readonly personId: string
  readonly reportId: string
  readonly tools: Pick<FormTools, 'form' | 'campaign'>
  readonly onFaults: (faults: readonly FieldFault[]) => void
}

/** Hands a report in: what waits is confirmed, what is wrong is told at its field, what is much alike is shown first. */
export function useHandIn({ keeper, photos, personId, reportId, tools, onFaults }: HandIn) {
  const t = formTexts.useTexts()
  const text = useProblemText()
  const { modal, message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshReports()
  const [busy, setBusy] = useState(false)
  const { form, campaign } = tools

  const ask = (title: string, content: ReactNode, okText: string): Promise<boolean> =>
    new Promise(resolve => {
      modal.confirm({
        ...{ title, content, okText, icon: null, cancelText: t('lookAgain') },
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
  const confirmed = async (draft: ReportDraft): Promise<ReportDraft | null> => {
    const count = pendingKeys(draft).length
    if (count === 0) return draft
    const yes = await ask(t('pendingTitle', { count }), t('pendingNote'), t('acceptAndSend'))
    if (!yes) return null
    keeper.change(now => acceptAll(now, newId))
    return keeper.snapshot().draft
  }
  const unlike = async ({ unitId, title, startDay }: ReportDraft): Promise<boolean> => {
    // That it cannot be asked keeps nobody from handing in.
    const similar = await findSimilar({ unitId, title, startDay: startDay!, exceptId: reportId }).catch(
      () => [],
    )
    return (
      similar.length === 0 ||
      ask(t('similarTitle', { count: similar.length }), <Similar similar={similar} />, t('sendAnyway'))
    )
  }
  const send = async (): Promise<Report | null> => {
    const draft = await confirmed(keeper.snapshot().draft)
    if (!draft) return null
    const faults = fieldFaults(draft, campaign, form.today)
    onFaults(faults)
    if (faults.length) return null
    if (
      photos.unsent > 0 &&
      !(await ask(t('photosTitle', { count: photos.unsent }), t('photosNote'), t('sendWithout')))
    )
      return null
    if (!(await unlike(draft))) return null
    if (!(await keeper.flush())) {
      void message.warning(t('notOnServer'))
      return null
    }
    return doDeed(reportId, 'send', { version: keeper.snapshot().report!.version })
  }
  const handIn = async () => {
    if (busy) return
    setBusy(true)
    try {
      const report = await send()
      if (!report) return
      await deviceDrafts(personId)
        .drop(reportId)
        .catch(() => undefined)
      await refresh()
      void message.success(
        t(report.state === 'review' ? 'sentToLead' : 'sentOut', { desk: report.deskName ?? '' }),
      )
      await navigate({ to: '/reports/$id', params: { id: reportId } })
    } catch (error) {
      void message.error(text(error), 8)
    } finally {
      setBusy(false)
    }
  }
  return { busy, handIn }
}

function Similar({ similar }: { similar: readonly SimilarReport[] }) {
  const t = formTexts.useTexts()
  return (
    <ul>
      {similar.map(({ id, title, startDay }) => (
        <li key={id}>
          {/* The dialogue stands outside the router. */}
          <a href={`/desk/reports/${id}`} target="_blank" rel="noreferrer">
            {title || t('untitled')}
          </a>
          {startDay ? ` · ${startDay}` : null}
        </li>
      ))}
    </ul>
  )
}
