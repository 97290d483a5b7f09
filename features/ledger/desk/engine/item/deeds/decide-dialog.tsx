import { ActDialog } from '@jianbao/organisation/desk/parts'
import { Radio } from 'antd'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import { itemTexts } from '../item.texts.ts'
import { useDeed } from '../use-deed.ts'
import { useDayWords } from '../use-item-words.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

/** 审批延期 */
export function DecideDialog({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const dayWords = useDayWords()
  const { act, overtaken } = useDeed(item)
  const [grant, setGrant] = useState<boolean>()
  const [words, setWords] = useState('')
  const wish = item.extensions.find(({ decision }) => decision === null)
  const lacking = grant === undefined || (grant ? words.trim().length === 1 : !isSaid(words))
  return (
    <ActDialog
      title={action('action.decide')}
      confirm={grant === undefined ? action('action.decide') : t(grant ? 'grant' : 'refuse')}
      cancel={t('cancel')}
      blocked={lacking}
      overtaken={overtaken}
      onConfirm={() => act('decide', { grant, ...(isSaid(words) ? { words: words.trim() } : {}) })}
      onClose={onClose}
    >
      {wish ? (
        <p>
          {t('decideAsk', {
            name: wish.askedName,
            from: dayWords(wish.fromDay),
            to: dayWords(wish.toDay),
            reason: wish.reason,
          })}
        </p>
      ) : null}
      <Radio.Group
        aria-label={action('action.decide')}
        value={grant}
        onChange={event => setGrant(event.target.value as boolean)}
        options={[
          { value: true, label: t('grant') },
          { value: false, label: t('refuse') },
        ]}
      />
      <WordsField
        label={t('decideWords')}
        hint={grant === false ? t('decideMust') : t('wordsHint')}
        value={words}
        onChange={setWords}
      />
    </ActDialog>
  )
}
