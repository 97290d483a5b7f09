import { ListSkeleton, ProblemNotice, useSending } from '@jianbao/ui'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { InboxWords, Report } from '../../contract/index.ts'
import { reportQuery } from '../report.queries.ts'
import styles from './dialog.module.css'
import { DialogFrame } from './dialog-frame.tsx'
import { inboxTexts } from './inbox.texts.ts'
import { columnsOf } from './inbox-words.ts'
import previewStyles from './preview.module.css'
import { lettersOf, TextFields, type Wording } from './text-fields.tsx'

type CompositeDialogProps = {
  readonly ids: readonly string[]
  readonly words: InboxWords | undefined
  readonly onAdopt: (reports: readonly Report[], wording: Wording) => Promise<unknown>
  readonly onClose: () => void
}

/** Several reports of one activity written into one piece. */
export function CompositeDialog(props: CompositeDialogProps) {
  const { ids, onClose } = props
  const t = inboxTexts.useTexts()
  const reports = useQueries({ queries: ids.map(id => reportQuery(id)) })
  const all = reports.flatMap(({ data }) => data ?? [])
  const failed = reports.find(({ error }) => error)
  if (all.length === ids.length) return <Form {...props} reports={all} />
  return (
    <DialogFrame title={t('compositeTitle', { count: ids.length })} onClose={onClose}>
      {failed ? <ProblemNotice error={failed.error} /> : <ListSkeleton />}
    </DialogFrame>
  )
}

function Form({ reports, words, onAdopt, onClose }: CompositeDialogProps & { reports: readonly Report[] }) {
  const t = inboxTexts.useTexts()
  const first = reports[0]!
  const columns = columnsOf(words, first)
  const [wording, setWording] = useState<Wording>({
    column: columns[0]?.id ?? '',
    title: first.title,
    body: reports.map(report => report.body).join('\n'),
  })
  const { busy, error, send } = useSending(onClose)
  return (
    <DialogFrame
      title={t('compositeTitle', { count: reports.length })}
      confirm={t('together')}
      width={760}
      busy={busy}
      blocked={!wording.column || !wording.title.trim() || !wording.body.trim()}
      onConfirm={() => void send(() => onAdopt(reports, wording))}
      onClose={onClose}
    >
      <p className={styles['soft']}>{t('compositeNote')}</p>
      <ul className={previewStyles['plain']} aria-label={t('compositeOf')}>
        {reports.map(report => (
          <li key={report.id}>
            {report.unitName}：{report.title}
          </li>
        ))}
      </ul>
      <TextFields
        value={wording}
        columns={columns}
        before={reports.reduce((sum, report) => sum + lettersOf(report.body), 0)}
        onChange={setWording}
      />
      {error ? <ProblemNotice error={error} /> : null}
    </DialogFrame>
  )
}
