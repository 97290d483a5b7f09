import { FormField } from '@jianbao/ui'
import { Checkbox, Input, Select } from 'antd'
import { itemKinds } from '../../contract/index.ts'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'
import type { ItemWords } from './item-words.ts'

type ItemFieldsProps = {
  readonly words: ItemWords
  readonly brief: boolean
  readonly magazine: boolean
  readonly readOnly: boolean
  readonly onChange: (some: Partial<ItemWords>) => void
}

/** What stands around a text. A brief has none of it, unless it came from a column where it had. */
export function ItemFields({ words, brief, magazine, readOnly, onChange }: ItemFieldsProps) {
  const t = editorTexts.useTexts()
  return (
    <div className={styles['fields']}>
      {brief && !words.headline ? null : (
        <FormField label={t('headline')}>
          <Input.TextArea
            autoSize={true}
            value={words.headline}
            maxLength={200}
            readOnly={readOnly}
            className={styles['headline'] ?? ''}
            onChange={event => onChange({ headline: oneLine(event.target.value) })}
          />
        </FormField>
      )}
      {brief ? null : (
        <>
          <FormField label={t('subtitle')}>
            <Input
              value={words.subtitle}
              maxLength={200}
              readOnly={readOnly}
              onChange={event => onChange({ subtitle: event.target.value })}
            />
          </FormField>
          <FormField label={t('contributor')} hint={t('contributorHint')}>
            <Input
              value={words.contributor}
              maxLength={120}
              readOnly={readOnly}
              onChange={event => onChange({ contributor: event.target.value })}
            />
          </FormField>
        </>
      )}
      {magazine && !brief ? (
        <FormField label={t('kind')}>
          <Select
            value={words.kind}
            disabled={readOnly}
            options={itemKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
            onChange={kind => onChange({ kind })}
          />
        </FormField>
      ) : null}
      <Checkbox
        checked={words.withheld}
        disabled={readOnly}
        onChange={event => onChange({ withheld: event.target.checked })}
      >
        {t('withheld')}
      </Checkbox>
    </div>
  )
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/gu, '')
