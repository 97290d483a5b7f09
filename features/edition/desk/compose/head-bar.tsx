import {
  BackToList,
  DayField,
  ExportButton,
  PageHeader,
  ProblemNotice,
  useFocusBack,
  usePhone,
  useSending,
} from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { type Edition, type EditionPresence, settledEditions } from '../../contract/index.ts'
import { putEdition } from '../edition.queries.ts'
import { EditionStateTag, useNumberWords } from '../list/edition-words.tsx'
import { listTexts } from '../list/list.texts.ts'
import { ProofCount } from '../proof/index.ts'
import { changeEdition } from './compose.queries.ts'
import { composeTexts } from './compose.texts.ts'
import styles from './head-bar.module.css'

type HeadProps = {
  readonly edition: Edition
  readonly presence: EditionPresence | undefined
  readonly me: string | null
  readonly onProof: () => void
  /** Null while the sign-off is in sight. */
  readonly onSign: (() => void) | null
}

/** What issue it is, who is on the page, and where it goes from here. */
export function HeadBar({ edition, presence, me, onProof, onSign }: HeadProps) {
  const t = composeTexts.useTexts()
  const tl = listTexts.useTexts()
  const number = useNumberWords()
  const phone = usePhone()
  const [frame, setFrame] = useState(false)
  const { date, state, seriesName } = edition
  const stepName = state === 'signing' ? (edition.chain[edition.step]?.name ?? null) : null
  const settled = settledEditions.includes(state)
  const mayEdit = edition.actions.includes('edit')
  const proof = `/api/editions/${edition.id}/proof-copy`
  return (
    <>
      <PageHeader
        title={phone ? number(edition) : t('title', { series: seriesName, number: number(edition) })}
        back={<BackToList to="/editions">{t('backToList')}</BackToList>}
        note={
          <span className={styles['note']}>
            {phone ? <span>{seriesName}</span> : null}
            <EditionStateTag state={state} stepName={stepName} />
            <span>{date ? t('day', { day: date }) : t('noDay')}</span>
            {mayEdit ? (
              <Button type="link" size="small" onClick={() => setFrame(true)}>
                {t('frame')}
              </Button>
            ) : null}
            <People presence={presence} me={me} />
          </span>
        }
        actions={
          <>
            {phone || settled ? null : (
              <>
                <ExportButton path={proof} order={{ body: { format: 'pdf' } }} label={t('draftPdf')} />
                <ExportButton path={proof} order={{ body: { format: 'docx' } }} label={t('draftDocx')} />
              </>
            )}
            {settled ? null : (
              <button type="button" className={styles['count']} onClick={onProof}>
                <ProofCount edition={edition} />
              </button>
            )}
            {onSign ? (
              <Button type={settled ? 'default' : 'primary'} onClick={onSign}>
                {t(edition.actions.includes('send') ? 'goSign' : 'seeSign')}
              </Button>
            ) : null}
          </>
        }
      />
      {settled ? (
        <p className={styles['settled']}>
          <span>{t('settled', { state: tl(`state.${state}`) })}</span>
          {state === 'issued' ? <WaysOn id={edition.id} /> : null}
        </p>
      ) : null}
      {!settled && !mayEdit ? <p className={styles['settled']}>{t('readOnly')}</p> : null}
      {frame ? <FrameDialog edition={edition} onClose={() => setFrame(false)} /> : null}
    </>
  )
}

/** What is issued is read, downloaded and delivered elsewhere. */
function WaysOn({ id }: { readonly id: string }) {
  const t = composeTexts.useTexts()
  return (
    <>
      <Link to="/issues/$id" params={{ id }}>
        {t('seeIssue')}
      </Link>
      <Link to="/editions/$id/distribution" params={{ id }}>
        {t('seeDeliveries')}
      </Link>
    </>
  )
}

function People({ presence, me }: Pick<HeadProps, 'presence' | 'me'>) {
  const t = composeTexts.useTexts()
  const others = presence?.people.filter(({ id }) => id !== me) ?? []
  if (others.length === 0) return null
  const names = others.map(({ name }) => name)
  return (
    <span className={styles['people']} title={t('here', { names: names.join('、') })}>
      {others.slice(0, 5).map(({ id, name }) => (
        <i key={id} aria-hidden="true" className={styles['face']}>
          {name.slice(-2)}
        </i>
      ))}
      <span>{t('here', { names: names.join('、') })}</span>
    </span>
  )
}

function FrameDialog({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const t = composeTexts.useTexts()
  const client = useQueryClient()
  const [date, setDate] = useState(edition.date ?? '')
  const [special, setSpecial] = useState(edition.special)
  const { busy, error, send } = useSending(onClose)
  useFocusBack()
  const save = () =>
    send(async () => {
      const body = { version: edition.version, date: date || null, special }
      await putEdition(client, await changeEdition(edition.id, body))
    })
  return (
    <Modal open title={t('frameTitle')} footer={null} width={440} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles['field']}>
          <span aria-hidden="true">{t('dayField')}</span>
          <DayField
            label={t('dayField')}
            value={date}
            earliest="2000-01-01"
            onChange={day => setDate(day ?? '')}
          />
        </div>
        <Checkbox checked={special} onChange={event => setSpecial(event.target.checked)}>
          {t('special')}
        </Checkbox>
        {error ? <ProblemNotice error={error} /> : null}
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
