import { FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import type { ErratumChange } from '../../contract/index.ts'
import styles from './erratum.module.css'
import { placesQuery } from './erratum.queries.ts'
import { erratumTexts } from './erratum.texts.ts'

export type Written = Omit<ErratumChange, 'version'>

type ErratumFieldsProps = {
  readonly editionId: string
  readonly written: Written
  readonly onChange: (change: Partial<Written>) => void
}

/** What an erratum says, field by field. */
export function ErratumFields({ editionId, written, onChange }: ErratumFieldsProps) {
  const t = erratumTexts.useTexts()
  const places = useQuery(placesQuery(editionId)).data?.places ?? []
  const area = (key: 'was' | 'isNow' | 'reason' | 'words', maxLength: number, rows = 2) => (
    <Input.TextArea
      rows={rows}
      maxLength={maxLength}
      value={written[key]}
      onChange={event => onChange({ [key]: event.target.value })}
    />
  )
  return (
    <>
      <FormField label={t('itemField')}>
        <Select
          aria-label={t('itemField')}
          value={written.itemId ?? ''}
          onChange={itemId => onChange({ itemId: itemId || null })}
          options={[
            { value: '', label: t('wholeIssue') },
            ...places.map(({ itemId, columnName, headline }) => ({
              value: itemId,
              label: `${columnName} · ${headline || t('untitled')}`,
            })),
          ]}
        />
      </FormField>
      <FormField label={t('placeField')} hint={t('placeHint')}>
        <Input
          maxLength={200}
          value={written.place}
          onChange={event => onChange({ place: event.target.value })}
        />
      </FormField>
      <div className={styles['pair']}>
        <FormField label={t('wasField')} hint={t('wasHint')}>
          {area('was', 500)}
        </FormField>
        <FormField label={t('isNowField')}>{area('isNow', 500)}</FormField>
      </div>
      <FormField label={t('reasonField')} hint={t('reasonHint')}>
        {area('reason', 500)}
      </FormField>
      <FormField label={t('wordsField')} hint={t('wordsHint')}>
        {area('words', 1000, 3)}
      </FormField>
    </>
  )
}
