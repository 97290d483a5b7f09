import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type Bank, type Question, type QuestionDeed, questionDeeds } from '../../contract/index.ts'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'
import { DeedDialog } from './deed-dialog.tsx'

type ChosenBarProps = {
  readonly bank: Bank
  readonly rows: readonly Question[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: ReadonlySet<string>) => void
}

/** What is done with the questions that are chosen, on however many pages. */
export function ChosenBar({ bank, rows, chosen, onChoose }: ChosenBarProps) {
  const t = bankTexts.useTexts()
  const [deed, setDeed] = useState<QuestionDeed | null>(null)
  const keeps = bank.actions.includes('retire')
  const deeds = questionDeeds.filter(each => (each === 'approve' ? bank.actions.includes('approve') : keeps))
  const whole = rows.every(({ id }) => chosen.has(id))
  const all = () => {
    const next = new Set(chosen)
    for (const { id } of rows) whole ? next.delete(id) : next.add(id)
    onChoose(next)
  }
  if (deeds.length === 0) return null
  return (
    <div className={styles['chosen']}>
      <Checkbox checked={whole} indeterminate={!whole && chosen.size > 0} onChange={all}>
        {t('chooseAll')}
      </Checkbox>
      <span aria-live="polite">{chosen.size > 0 ? t('chosen', { count: chosen.size }) : null}</span>
      {deeds.map(each => (
        <Button key={each} size="small" disabled={chosen.size === 0} onClick={() => setDeed(each)}>
          {t(each === 'remove' ? 'remove1' : each)}
        </Button>
      ))}
      {deed ? (
        <DeedDialog
          bankId={bank.id}
          deed={deed}
          ids={[...chosen]}
          onDone={() => onChoose(new Set())}
          onClose={() => setDeed(null)}
        />
      ) : null}
    </div>
  )
}
