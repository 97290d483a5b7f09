import { FormField, ProblemNotice } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { RecipientReading } from '../../contract/index.ts'
import type { AddProps } from './add-recipients.types.ts'
import { countsOf } from './recipient-row.tsx'
import styles from './series.module.css'
import { readRecipients } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'

/** A pasted list: it is read first, and shown as it was understood before it is added. */
export function AddLines({ onAdd }: AddProps) {
  const t = seriesTexts.useTexts()
  const [text, setText] = useState('')
  const reading = useMutation({ mutationFn: readRecipients })
  const type = (next: string) => {
    setText(next)
    reading.reset()
  }
  return (
    <>
      <FormField label={t('pasteLabel')} hint={t('pasteHint')}>
        <Input.TextArea
          value={text}
          autoSize={{ minRows: 5, maxRows: 14 }}
          maxLength={100_000}
          onChange={event => type(event.target.value)}
        />
      </FormField>
      {reading.error ? <ProblemNotice error={reading.error} /> : null}
      {reading.data ? (
        <Understood
          reading={reading.data}
          onUse={(name, near) => {
            const next = text.replace(name, near)
            setText(next)
            reading.mutate(next)
          }}
        />
      ) : null}
      <div className={styles['foot']}>
        {reading.data ? (
          <Button type="primary" onClick={() => onAdd(reading.data.recipients)}>
            {t('kindAdded', { count: reading.data.recipients.length })}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={reading.isPending}
            disabled={!text.trim()}
            onClick={() => reading.mutate(text)}
          >
            {t('read')}
          </Button>
        )}
      </div>
    </>
  )
}

type UnderstoodProps = {
  readonly reading: RecipientReading
  readonly onUse: (name: string, near: string) => void
}

function Understood({ reading, onUse }: UnderstoodProps) {
  const t = seriesTexts.useTexts()
  return (
    <>
      <p role="status">{t('readAs', countsOf(reading.recipients))}</p>
      <ul className={styles['unclear']}>
        {reading.unclear.map(({ name, why, near }) => (
          <li key={name}>
            {t(`unclear.${why}`, { name })}
            {near ? (
              <Button size="small" type="link" onClick={() => onUse(name, near)}>
                {t('near', { name: near })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
