import { ActDialog } from '@jianbao/organisation/desk/parts'
import { useState } from 'react'
import { type ItemDeed, itemFlow } from '../../../../contract/index.ts'
import { engineTexts } from '../../engine.texts.ts'
import { itemTexts } from '../item.texts.ts'
import { useDeed } from '../use-deed.ts'
import { useDaysWords, useDayWords } from '../use-item-words.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

type Plain = Exclude<ItemDeed, 'feedback' | 'close'>

/** A deed with words at most: it is said what it does, and where the flow asks for a reason it is not done without. */
export function PlainDialog({ item, deed, onClose }: DeedProps & { readonly deed: ItemDeed }) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const daysWords = useDaysWords()
  const dayWords = useDayWords()
  const { act, overtaken } = useDeed(item)
  const [words, setWords] = useState('')
  const needsReason = 'reason' in itemFlow[deed]
  const lacking = needsReason ? !isSaid(words) : words.trim().length === 1
  const values = {
    unit: item.unitName,
    keeper: item.keeperName,
    day: dayWords(item.dueDay),
    left: daysWords(item),
  }
  return (
    <ActDialog
      title={action(`action.${deed}`)}
      confirm={action(`action.${deed}`)}
      cancel={t('cancel')}
      danger={deed === 'cancel'}
      blocked={lacking}
      overtaken={overtaken}
      onConfirm={() => act(deed, isSaid(words) ? { words: words.trim() } : {})}
      onClose={onClose}
    >
      <p>{t(`ask.${deed as Plain}`, values)}</p>
      {deed === 'acknowledge' ? null : (
        <WordsField
          label={t(needsReason ? 'reason' : 'words')}
          hint={needsReason ? t('reasonMust') : t('wordsHint')}
          value={words}
          onChange={setWords}
        />
      )}
    </ActDialog>
  )
}
