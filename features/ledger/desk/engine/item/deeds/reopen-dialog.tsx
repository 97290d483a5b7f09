import { ActDialog } from '@jianbao/organisation/desk/parts'
import { DayField, FormField } from '@jianbao/ui'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import { addDays } from '../item.lights.ts'
import { itemTexts } from '../item.texts.ts'
import { useDeed } from '../use-deed.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

/** 重新办理: with a deadline of its own. */
export function ReopenDialog({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const { act, overtaken } = useDeed(item)
  const [dueDay, setDueDay] = useState<string>()
  const [words, setWords] = useState('')
  const early = dueDay !== undefined && dueDay <= item.today
  return (
    <ActDialog
      title={action('action.reopen')}
      confirm={action('action.reopen')}
      cancel={t('cancel')}
      blocked={dueDay === undefined || early || !isSaid(words)}
      overtaken={overtaken}
      onConfirm={() => act('reopen', { dueDay, words: words.trim() })}
      onClose={onClose}
    >
      <p>{t('reopenWords', { unit: item.unitName })}</p>
      <FormField label={t('reopenDue')} problem={early ? t('reopenAfter') : null}>
        <DayField
          label={t('reopenDue')}
          value={dueDay}
          earliest={addDays(item.today, 1)}
          onChange={setDueDay}
        />
      </FormField>
      <WordsField label={t('reason')} hint={t('reasonMust')} value={words} onChange={setWords} />
    </ActDialog>
  )
}
