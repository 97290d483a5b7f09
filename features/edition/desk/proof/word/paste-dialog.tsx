import { FormField, ProblemNotice, useFocusBack, useSending } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { mostRows, readPastedWords } from './read-rows.ts'
import styles from './word.module.css'
import { wordActs, wordKey } from './word.queries.ts'
import { wordTexts } from './word.texts.ts'

/** Columns copied in Excel become words of the list; what was read is said before anything is sent. */
export function PasteDialog({ unitId, onClose }: { readonly unitId: string; readonly onClose: () => void }) {
  const t = wordTexts.useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const { busy, error, send } = useSending(onClose)
  useFocusBack()
  const { rows, left } = readPastedWords(text)
  const many = rows.length > mostRows
  const take = () =>
    send(async () => {
      void message.success(t('pasted', await wordActs.take({ unitId, rows })))
      await client.invalidateQueries({ queryKey: [wordKey] })
    })
  return (
    <Modal open title={t('pasteTitle')} footer={null} width={560} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          if (rows.length > 0 && !many) void take()
        }}
      >
        <p className={styles['soft']}>{t('pasteWords')}</p>
        <FormField label={t('pasteField')}>
          <Input.TextArea rows={8} value={text} onChange={event => setText(event.target.value)} />
        </FormField>
        <p role="status" className={styles['soft']}>
          {rows.length > 0 ? t('pasteCount', { count: rows.length }) : null}
        </p>
        {left.length > 0 ? (
          <p role="alert">{t('pasteLeft', { lines: left.slice(0, 10).join('、') })}</p>
        ) : null}
        {many ? <p role="alert">{t('pasteMost', { count: mostRows })}</p> : null}
        {error ? <ProblemNotice error={error} /> : null}
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={rows.length === 0 || many}>
            {t('pasteDo', { count: rows.length })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
