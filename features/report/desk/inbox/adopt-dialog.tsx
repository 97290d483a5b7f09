import { useSending } from '@jianbao/ui'
import { useState } from 'react'
import type { InboxWords, Report } from '../../contract/index.ts'
import styles from './dialog.module.css'
import { DialogFrame } from './dialog-frame.tsx'
import { figureWords } from './figure-words.ts'
import { inboxTexts } from './inbox.texts.ts'
import { columnsOf, measureName } from './inbox-words.ts'
import { Refused } from './refused.tsx'
import { lettersOf, TextFields, type Wording } from './text-fields.tsx'

type AdoptDialogProps = {
  readonly report: Report
  readonly words: InboxWords | undefined
  readonly onAdopt: (wording: Wording, version: number) => Promise<unknown>
  readonly onTakeOver: () => Promise<void>
  readonly onClose: () => void
}

/** Title and text as the desk wants them; the unit's figures stand beside, so that none is lost or bent. */
export function AdoptDialog({ report, words, onAdopt, onTakeOver, onClose }: AdoptDialogProps) {
  const t = inboxTexts.useTexts()
  const columns = columnsOf(words, report)
  const [wording, setWording] = useState<Wording>({
    column: columns[0]?.id ?? '',
    title: report.title,
    body: report.body,
  })
  const { busy, error, send } = useSending(onClose)
  const adopt = (version: number) => send(() => onAdopt(wording, version))
  return (
    <DialogFrame
      title={t('adoptTitle')}
      confirm={t('adoptEdited')}
      width={760}
      busy={busy}
      blocked={!wording.column || !wording.title.trim() || !wording.body.trim()}
      onConfirm={() => void adopt(report.version)}
      onClose={onClose}
    >
      <p className={styles['soft']}>
        {[report.unitName, ...report.partners.map(partner => partner.name)].join('、')}
      </p>
      <TextFields value={wording} columns={columns} before={lettersOf(report.body)} onChange={setWording} />
      {report.figures.length ? (
        <ul className={styles['checked']} aria-label={t('figures')}>
          {report.figures.map(figure => {
            const said = figure.surface ?? `${figure.value}${figure.unit}`
            return (
              <li key={figure.id} data-missing={figureWords(wording.body, figure) === null}>
                {measureName(words, report, figure.measure)} {said}
              </li>
            )
          })}
        </ul>
      ) : null}
      <Refused
        error={error}
        shown={report}
        onRetry={newest => void adopt(newest.version)}
        onTakeOver={() => void onTakeOver().then(() => adopt(report.version))}
      />
    </DialogFrame>
  )
}
