import { ActDialog } from '@jianbao/organisation/desk/parts'
import {
  AbsentRecord,
  BackToList,
  FormField,
  formatInstant,
  isMissing,
  PageHeader,
  ProblemNotice,
  useSending,
} from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { type Erratum, type ErratumAction, erratumFlow } from '../../contract/index.ts'
import styles from './erratum.module.css'
import { editErratum, erratumKey, erratumQuery, stepErratum } from './erratum.queries.ts'
import { erratumTexts } from './erratum.texts.ts'
import { ErratumFields, type Written } from './erratum-fields.tsx'
import { ErratumTag } from './erratum-list.page.tsx'

export default function ErratumPage() {
  const t = erratumTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const erratum = useQuery(erratumQuery(id))
  if (erratum.data && !isMissing(erratum.error)) return <OpenErratum key={id} erratum={erratum.data} />
  return (
    <AbsentRecord
      query={erratum}
      list="/errata"
      title={t('one')}
      back={t('backErrata')}
      missing={t('missing')}
      goList={t('goErrata')}
    />
  )
}

function OpenErratum({ erratum }: { readonly erratum: Erratum }) {
  const t = erratumTexts.useTexts()
  const { id, editionId, editionName, actions, version } = erratum
  return (
    <>
      <PageHeader
        title={`${editionName} · ${t('one')}`}
        back={<BackToList to="/errata">{t('backErrata')}</BackToList>}
        note={<ErratumTag state={erratum.state} />}
      />
      <div className={styles['page']}>
        <div>
          <p className={styles['sentence']}>{erratum.words}</p>
          {actions.includes('edit') ? (
            <Words key={`${id} ${version}`} erratum={erratum} />
          ) : (
            <Facts erratum={erratum} />
          )}
        </div>
        <section className={styles['change']} aria-labelledby="erratum-course">
          <h2 id="erratum-course">{t('course')}</h2>
          <Course erratum={erratum} />
          <Acts erratum={erratum} />
          <div className={styles['acts']}>
            <Link to="/issues/$id" params={{ id: editionId }}>
              {t('openIssue')}
            </Link>
            <Link to="/editions/$id/distribution" params={{ id: editionId }}>
              {t('distribution')}
            </Link>
          </div>
        </section>
      </div>
    </>
  )
}

function Facts({ erratum }: { readonly erratum: Erratum }) {
  const t = erratumTexts.useTexts()
  const rows = [
    [t('placeField'), erratum.place],
    [t('wasField'), erratum.was],
    [t('isNowField'), erratum.isNow],
    [t('reasonField'), erratum.reason],
  ] as const
  return (
    <dl className={styles['facts']}>
      {rows
        .filter(([, words]) => words)
        .map(([name, words]) => [<dt key={name}>{name}</dt>, <dd key={`${name} ${words}`}>{words}</dd>])}
    </dl>
  )
}

function Words({ erratum }: { readonly erratum: Erratum }) {
  const t = erratumTexts.useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { itemId, place, was, isNow, reason, words } = erratum
  const [written, setWritten] = useState<Written>({ itemId, place, was, isNow, reason, words })
  const sending = useSending(() => void message.success(t('saved')))
  const save = async () => {
    const now = await editErratum(erratum.id, { version: erratum.version, ...written })
    client.setQueryData(erratumQuery(erratum.id).queryKey, now)
    await client.invalidateQueries({ queryKey: [erratumKey, 'list'] })
  }
  const blocked = [written.place, written.was, written.isNow, written.words].some(each => each.trim() === '')
  return (
    <form
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        void sending.send(save)
      }}
    >
      <ErratumFields
        editionId={erratum.editionId}
        written={written}
        onChange={more => setWritten({ ...written, ...more })}
      />
      {sending.error ? <ProblemNotice error={sending.error} /> : null}
      <div className={styles['acts']}>
        <Button htmlType="submit" loading={sending.busy} disabled={blocked}>
          {t('saveChange')}
        </Button>
      </div>
    </form>
  )
}

function Course({ erratum }: { readonly erratum: Erratum }) {
  const t = erratumTexts.useTexts()
  const { createdName, createdAt, approvedName, approvedAt, publishedName, publishedAt, note, state } =
    erratum
  return (
    <ol className={styles['course']}>
      <li>{t('drafted', { name: createdName, at: formatInstant(createdAt) })}</li>
      {approvedAt ? (
        <li>{t('approvedBy', { name: approvedName ?? '', at: formatInstant(approvedAt) })}</li>
      ) : null}
      {publishedAt ? (
        <li>
          {t('publishedBy', {
            name: publishedName ?? '',
            at: formatInstant(publishedAt),
            count: erratum.recipients,
          })}
        </li>
      ) : null}
      {note ? <li>{t(state === 'dropped' ? 'droppedFor' : 'given', { note })}</li> : null}
      {erratum.reprintedIn ? (
        <li>
          <Link to="/editions/$id" params={{ id: erratum.reprintedIn }}>
            {t('reprintedIn')}
          </Link>
        </li>
      ) : null}
    </ol>
  )
}

type Deed = Exclude<ErratumAction, 'edit'>
const deeds: readonly Deed[] = ['approve', 'publish', 'return', 'reprint', 'drop']

function Acts({ erratum }: { readonly erratum: Erratum }) {
  const t = erratumTexts.useTexts()
  const [asked, setAsked] = useState<Deed | null>(null)
  return (
    <div className={styles['acts']}>
      {deeds
        .filter(deed => erratum.actions.includes(deed))
        .map(deed => (
          <Button
            key={deed}
            type={deed === 'approve' || deed === 'publish' ? 'primary' : 'default'}
            danger={deed === 'drop'}
            onClick={() => setAsked(deed)}
          >
            {t(deed)}
          </Button>
        ))}
      {asked ? <Ask deed={asked} erratum={erratum} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}

type AskProps = { readonly deed: Deed; readonly erratum: Erratum; readonly onClose: () => void }

function Ask({ deed, erratum, onClose }: AskProps) {
  const t = erratumTexts.useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const wanted = 'reason' in erratumFlow[deed]
  const confirm = async () => {
    const body = { version: erratum.version, ...(wanted ? { reason: reason.trim() } : {}) }
    try {
      client.setQueryData(erratumQuery(erratum.id).queryKey, await stepErratum(erratum.id, deed, body))
      void message.success(t('done'))
    } finally {
      await client.invalidateQueries({ queryKey: [erratumKey] })
    }
  }
  return (
    <ActDialog
      title={t(deed)}
      confirm={t(deed)}
      cancel={t('cancel')}
      danger={deed === 'drop'}
      blocked={wanted && reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(`${deed}Words`, { count: erratum.recipients })}</p>
      {wanted ? (
        <FormField label={t('reason')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
    </ActDialog>
  )
}
