import { ListSkeleton, ProblemNotice, useFocusBack, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { BriefDrafts, Edition, EditionContent } from '../../contract/index.ts'
import styles from './brief.module.css'
import { addItems, briefDraftsQuery } from './brief.queries.ts'
import { briefTexts } from './brief.texts.ts'
import { BriefRow } from './brief-row.tsx'
import { docOfEdited, textOfDraft } from './edited-brief.ts'

type BriefDialogProps = {
  readonly edition: Edition
  readonly adoptionIds: readonly string[]
  /** The items after the briefs were taken in. */
  readonly onDone: (content: EditionContent) => void
  readonly onClose: () => void
}

/** Drafts briefs of adopted reports beside the reports, has them edited, and takes them into the issue. */
export function BriefDialog({ edition, adoptionIds, onDone, onClose }: BriefDialogProps) {
  const t = briefTexts.useTexts()
  const [merge, setMerge] = useState(false)
  const drafts = useQuery(briefDraftsQuery(edition.id, adoptionIds, merge))
  useFocusBack()
  return (
    <Modal open title={t('title')} footer={null} width={920} onCancel={onClose}>
      <div className={styles['dialog']}>
        <p className={styles['note']}>{t('note')}</p>
        {adoptionIds.length > 1 ? (
          <Radio.Group
            aria-label={t('way')}
            optionType="button"
            value={merge}
            onChange={event => setMerge(event.target.value)}
            options={[
              { value: false, label: t('apart') },
              { value: true, label: t('merge') },
            ]}
          />
        ) : null}
        {drafts.error ? <ProblemNotice error={drafts.error} onRetry={() => void drafts.refetch()} /> : null}
        {drafts.isPending ? <ListSkeleton rows={4} /> : null}
        {drafts.data ? (
          <Drafts
            key={`${merge} ${drafts.dataUpdatedAt}`}
            edition={edition}
            answer={drafts.data}
            onDone={onDone}
            onClose={onClose}
          />
        ) : null}
      </div>
    </Modal>
  )
}

type DraftsProps = Pick<BriefDialogProps, 'edition' | 'onDone' | 'onClose'> & { readonly answer: BriefDrafts }

function Drafts({ edition, answer, onDone, onClose }: DraftsProps) {
  const t = briefTexts.useTexts()
  const [texts, setTexts] = useState(() => answer.drafts.map(({ doc }) => textOfDraft(doc)))
  const [skipped, setSkipped] = useState<readonly number[]>([])
  const [taken, setTaken] = useState<readonly number[]>([])
  const [columnKey, setColumn] = useState(() => usualColumn(edition))
  const sending = useSending(onClose)
  const wanted = answer.drafts.map((_, at) => at).filter(at => !skipped.includes(at) && !taken.includes(at))
  const blocked = !columnKey || wanted.length === 0 || wanted.some(at => !texts[at]?.trim())
  const take = async () => {
    const done = [...taken]
    for (const at of wanted) {
      const { doc, sources } = answer.drafts[at]!
      const content = await addItems(edition.id, {
        columnKey,
        before: null,
        adoptionIds: sources.map(({ adoptionId }) => adoptionId),
        apart: false,
        text: {
          ...{ kind: 'article', headline: '', subtitle: '', contributor: '' },
          doc: docOfEdited(texts[at] ?? '', doc).doc,
        },
      })
      // Should the next one be refused, these are in the issue already.
      done.push(at)
      setTaken([...done])
      onDone(content)
    }
  }
  const without = (list: readonly number[], at: number) => list.filter(each => each !== at)
  return (
    <form
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        if (!blocked) void sending.send(take)
      }}
    >
      {answer.drafts.map((draft, at) => (
        <BriefRow
          key={draft.sources[0]?.adoptionId}
          no={answer.drafts.length > 1 ? at + 1 : null}
          draft={draft}
          limit={answer.limit}
          text={texts[at] ?? ''}
          skipped={skipped.includes(at)}
          skippable={answer.drafts.length > 1}
          onText={text => setTexts(before => before.with(at, text))}
          onSkip={skip => setSkipped(skip ? [...skipped, at] : without(skipped, at))}
        />
      ))}
      <div className={styles['foot']}>
        {edition.columns.length === 0 ? <p role="alert">{t('noColumn')}</p> : null}
        <Select
          aria-label={t('column')}
          className={styles['column'] ?? ''}
          value={columnKey}
          options={edition.columns.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={setColumn}
        />
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={sending.busy} disabled={blocked}>
          {t('take', { count: wanted.length })}
        </Button>
      </div>
      {sending.error ? <ProblemNotice error={sending.error} /> : null}
    </form>
  )
}

/** The first column of one-liners, else the first of all. */
function usualColumn({ columns }: Edition): string {
  return (columns.find(({ rule }) => rule === 'briefs') ?? columns[0])?.key ?? ''
}
