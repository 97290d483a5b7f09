import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField, ProblemNotice, StateTag, useSending } from '@jianbao/ui'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { ServiceRecord } from '../../contract/index.ts'
import styles from './service.module.css'
import { useServiceActs } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

/** 公示: the words of the public page, proposed from the item and edited here. */
export function PublicationCard({ record }: { readonly record: ServiceRecord }) {
  const t = serviceTexts.useTexts()
  const { message } = App.useApp()
  const { publish, withdraw } = useServiceActs(record.itemId)
  const [typed, setTyped] = useState(record.proposed)
  const [asking, setAsking] = useState(false)
  const { busy, error, send } = useSending(() => undefined)
  const { publication } = record
  const isPublic = Boolean(publication?.publishedAt)
  const may = record.actions.includes('publish')
  const ready = typed.title.trim().length > 1 && typed.words.trim().length > 1
  const submit = () => {
    if (!ready) return
    void send(async () => {
      await publish({ version: publication?.version ?? null, ...typed })
      void message.success(t('done.publish'))
    })
  }
  const field = (name: 'title' | 'words' | 'outcome', label: string, rows: number) => (
    <FormField label={label}>
      <Input.TextArea
        value={typed[name]}
        maxLength={name === 'title' ? 120 : 1000}
        autoSize={{ minRows: rows, maxRows: 10 }}
        onChange={event => setTyped({ ...typed, [name]: event.target.value })}
      />
    </FormField>
  )
  return (
    <section className={styles['card']} aria-labelledby="service-publication">
      <div className={styles['cardHead']}>
        <h2 id="service-publication">{t('publication')}</h2>
        <StateTag tone={isPublic ? 'good' : 'quiet'}>{t(isPublic ? 'isPublic' : 'notPublic')}</StateTag>
      </div>
      <p className={styles['note']}>{t('publicationNote')}</p>
      {may ? (
        <form
          className={styles['form']}
          aria-label={t('publication')}
          onSubmit={event => {
            event.preventDefault()
            submit()
          }}
        >
          {field('title', t('publicTitle'), 1)}
          {field('words', t('publicWords'), 3)}
          {field('outcome', t('publicOutcome'), 2)}
          <div className={styles['buttons']}>
            <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
              {t(isPublic ? 'publishChange' : 'publish')}
            </Button>
            {record.actions.includes('withdraw') ? (
              <Button onClick={() => setAsking(true)}>{t('withdraw')}</Button>
            ) : null}
            {isPublic ? <PublicLink id={record.itemId} /> : null}
          </div>
          {error ? <ProblemNotice error={error} onRetry={submit} /> : null}
        </form>
      ) : (
        <>
          <p>{publication?.words}</p>
          {isPublic ? <PublicLink id={record.itemId} /> : null}
        </>
      )}
      {asking && publication ? (
        <ActDialog
          title={t('withdrawTitle')}
          confirm={t('withdraw')}
          cancel={t('cancel')}
          danger
          overtaken={t('overtaken')}
          onConfirm={async () => {
            await withdraw(publication.version)
            void message.success(t('done.withdraw'))
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('withdrawWords')}</p>
        </ActDialog>
      ) : null}
    </section>
  )
}

function PublicLink({ id }: { readonly id: string }) {
  const t = serviceTexts.useTexts()
  return (
    <a href={`/services/${id}`} target="_blank" rel="noreferrer">
      {t('seePublic')}
    </a>
  )
}
