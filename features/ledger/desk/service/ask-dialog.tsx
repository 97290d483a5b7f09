import { DayField, FormField, ProblemNotice, useSending } from '@jianbao/ui'
import { Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { mostLinks, type ServiceRecord } from '../../contract/index.ts'
import { linkSheet, saveLinks } from './link-sheet.ts'
import { daysLater, localToday } from './local-today.ts'
import styles from './service.module.css'
import { useServiceActs } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

/** Makes links and shows them once, to be printed and handed out or saved as a table. */
export function AskDialog({
  record,
  onClose,
}: {
  readonly record: ServiceRecord
  readonly onClose: () => void
}) {
  const t = serviceTexts.useTexts()
  const { ask } = useServiceActs(record.itemId)
  const [count, setCount] = useState<number | null>(20)
  const [lastDay, setLastDay] = useState<string | undefined>(() => daysLater(localToday(), 30))
  const [links, setLinks] = useState<readonly string[] | null>(null)
  const { busy, error, send } = useSending(() => undefined)
  const make = () => {
    if (!count || !lastDay) return
    void send(async () => {
      const { paths } = await ask({ links: count, lastDay })
      setLinks(paths.map(path => `${window.location.origin}${path}`))
    })
  }
  if (links && lastDay) {
    const sheet = {
      title: record.title,
      heading: t('linkSheet'),
      words: t('linkSheetWords', { day: lastDay }),
      links,
    }
    return (
      <Modal
        open
        title={t('linksMade', { count: links.length })}
        footer={null}
        width={720}
        onCancel={onClose}
      >
        <p>{t('askWords')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys too */}
        <ol className={styles['links']} tabIndex={0} aria-label={t('linksMade', { count: links.length })}>
          {links.map(link => (
            <li key={link}>{link}</li>
          ))}
        </ol>
        <div className={styles['buttons']}>
          <Button type="primary" onClick={() => linkSheet(sheet)}>
            {t('print')}
          </Button>
          <Button onClick={() => saveLinks(sheet)}>{t('download')}</Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </Modal>
    )
  }
  return (
    <Modal open title={t('askTitle')} footer={null} width={520} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          make()
        }}
      >
        <p>{t('askWords')}</p>
        <FormField label={t('linkCount')}>
          <InputNumber min={1} max={mostLinks} precision={0} value={count} onChange={setCount} />
        </FormField>
        <FormField label={t('lastDay')}>
          <DayField label={t('lastDay')} value={lastDay} earliest={localToday()} onChange={setLastDay} />
        </FormField>
        {error ? <ProblemNotice error={error} onRetry={make} /> : null}
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!count || !lastDay}>
            {t('ask')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}
