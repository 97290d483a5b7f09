import { FormField } from '@jianbao/ui'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import {
  type FigureAsk,
  type FigureAttrs,
  printFigure,
  printInMyriads,
  type ResolvedFigure,
  saysFigure,
} from '../../contract/index.ts'
import styles from './figure.module.css'
import { figureTexts } from './figure.texts.ts'
import { definitionWords } from './figure-words.ts'

type FigureResultProps = {
  readonly ask: FigureAsk | null
  readonly resolved: ResolvedFigure | null
  readonly onClose: () => void
  readonly onInsert: (figure: FigureAttrs) => void
}

/** What was chosen comes to, how it is printed, and putting it in. What is printed never says more than the sources. */
export function FigureResult({ ask, resolved, onClose, onInsert }: FigureResultProps) {
  const t = figureTexts.useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const forms = resolved
    ? [printFigure(resolved), printInMyriads(resolved)].filter(form => form !== null)
    : []
  const shown = typed ?? forms[0] ?? ''
  const says = resolved !== null && saysFigure(shown, resolved)
  return (
    <>
      {resolved ? (
        <div className={styles['result']} aria-live="polite">
          <p>
            {t('value')}：<b>{printFigure(resolved)}</b>
          </p>
          <p>{definitionWords(t, resolved)}</p>
          {forms.length > 1 ? (
            <Radio.Group
              aria-label={t('shown')}
              value={shown}
              options={forms.map(value => ({ value, label: value }))}
              onChange={event => setTyped(event.target.value)}
            />
          ) : null}
          <FormField
            label={t('shown')}
            problem={says ? null : t('shownWrong', { shown, value: printFigure(resolved) })}
          >
            <Input value={shown} maxLength={60} onChange={event => setTyped(event.target.value)} />
          </FormField>
        </div>
      ) : null}
      <div className={styles['foot']}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          type="primary"
          disabled={!ask || !says}
          onClick={() => ask && onInsert({ ...ask, id: crypto.randomUUID(), shown })}
        >
          {t('insert')}
        </Button>
      </div>
    </>
  )
}
