import { FormField } from '@jianbao/ui'
import { Input, Select } from 'antd'
import { reportTextLimit, reportTitleLimit } from '../../contract/index.ts'
import styles from './dialog.module.css'
import { inboxTexts } from './inbox.texts.ts'

export type Wording = { readonly column: string; readonly title: string; readonly body: string }

type TextFieldsProps = {
  readonly value: Wording
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  /** Length of the text as reported. */
  readonly before: number
  readonly onChange: (value: Wording) => void
}

/** Column, title and text as the desk wants them, with the number of characters. */
export function TextFields({ value, columns, before, onChange }: TextFieldsProps) {
  const t = inboxTexts.useTexts()
  const letters = value.body.replace(/\s/g, '').length
  return (
    <>
      <FormField label={t('column')}>
        <Select
          aria-label={t('column')}
          value={value.column || null}
          onChange={column => onChange({ ...value, column: column ?? '' })}
          options={columns.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormField>
      <FormField label={t('titleField')}>
        <Input
          value={value.title}
          maxLength={reportTitleLimit}
          onChange={event => onChange({ ...value, title: event.target.value })}
        />
      </FormField>
      <FormField label={t('bodyField')} hint={t('lettersOf', { count: letters, before })}>
        <Input.TextArea
          className={styles['body'] ?? ''}
          value={value.body}
          maxLength={reportTextLimit}
          autoSize={{ minRows: 8, maxRows: 18 }}
          onChange={event => onChange({ ...value, body: event.target.value })}
        />
      </FormField>
    </>
  )
}

export const lettersOf = (text: string): number => text.replace(/\s/g, '').length
