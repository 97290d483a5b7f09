import { formatInstant, ListSkeleton, ProblemNotice, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { AdoptionDetail, InboxWords } from '../../../contract/index.ts'
import inbox from '../dialog.module.css'
import { DialogFrame } from '../dialog-frame.tsx'
import { columnName, columnsOf } from '../inbox-words.ts'
import previewStyles from '../preview.module.css'
import { isCode } from '../refused.tsx'
import { TextDifference } from '../text-difference.tsx'
import { lettersOf, TextFields, type Wording } from '../text-fields.tsx'
import { adoptionQuery, useAdoptedActs } from './adopted.queries.ts'
import { adoptedTexts } from './adopted.texts.ts'

type EditDialogProps = {
  readonly id: string
  readonly words: InboxWords | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

/** An adopted text edited again, with what it was before and what the unit reported. */
export function EditDialog(props: EditDialogProps) {
  const t = adoptedTexts.useTexts()
  const { data, error } = useQuery(adoptionQuery(props.id))
  if (data) return <Form key={props.id} {...props} newest={data} />
  return (
    <DialogFrame title={t('editTitle')} onClose={props.onClose}>
      {error ? <ProblemNotice error={error} /> : <ListSkeleton />}
    </DialogFrame>
  )
}

function Form({ words, newest, onClose, onDone }: EditDialogProps & { newest: AdoptionDetail }) {
  const t = adoptedTexts.useTexts()
  const { edit } = useAdoptedActs()
  // As it was when it was opened: a change by somebody else meanwhile is shown, not written over unseen.
  const [opened] = useState(newest)
  const [wording, setWording] = useState<Wording>({
    column: opened.columnKey,
    title: opened.title,
    body: opened.body,
  })
  const { busy, error, send } = useSending(() => {
    onDone()
    onClose()
  })
  const save = (version: number) => void send(() => edit(opened.id, { version, ...wording }))
  return (
    <DialogFrame
      title={t('editTitle')}
      confirm={t('save')}
      width={760}
      busy={busy}
      blocked={!wording.title.trim() || !wording.body.trim()}
      onConfirm={() => save(opened.version)}
      onClose={onClose}
    >
      <p className={inbox['soft']}>{opened.unitName}</p>
      <TextFields
        value={wording}
        columns={columnsOf(words, opened)}
        before={lettersOf(opened.reported.body)}
        onChange={setWording}
      />
      <details className={previewStyles['history']}>
        <summary>{t('difference')}</summary>
        <TextDifference before={opened.reported.title} after={wording.title} />
        <TextDifference before={opened.reported.body} after={wording.body} />
      </details>
      {opened.printed ? (
        <details className={previewStyles['history']}>
          <summary>{t('printed')}</summary>
          <TextDifference before={wording.title} after={opened.printed.title} />
          <TextDifference before={wording.body} after={opened.printed.body} />
        </details>
      ) : null}
      {opened.history.length ? (
        <details className={previewStyles['history']}>
          <summary>{t('history')}</summary>
          {opened.history.map(each => (
            <section key={each.at}>
              <p className={inbox['soft']}>
                {t('historyBy', { name: each.byName, at: formatInstant(each.at) })} ·{' '}
                {columnName(words, opened, each.columnKey)}
              </p>
              <p>{each.title}</p>
              <p>{each.body}</p>
            </section>
          ))}
        </details>
      ) : null}
      {isCode(error, 'adoption-stale') ? (
        <section className={inbox['refused']} role="alert">
          <p>{t('stale', { detail: error.detail })}</p>
          <div className={inbox['compare']}>
            <TextDifference before={opened.title} after={newest.title} />
            <TextDifference before={opened.body} after={newest.body} />
          </div>
          <Button onClick={() => save(newest.version)}>{t('retry')}</Button>
        </section>
      ) : error ? (
        <ProblemNotice error={error} />
      ) : null}
    </DialogFrame>
  )
}
