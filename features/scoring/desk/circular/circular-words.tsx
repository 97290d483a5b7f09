import { FormField, ProblemNotice } from '@jianbao/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CircularRecord } from '../../contract/index.ts'
import styles from './circular.module.css'
import { useCircularStep } from './circular.queries.ts'
import { circularTexts } from './circular.texts.ts'

type Words = Pick<CircularRecord, 'docNumber' | 'opening' | 'closing'>
const wordsOf = ({ docNumber, opening, closing }: Words): Words => ({ docNumber, opening, closing })
const same = (a: Words, b: Words): boolean =>
  a.docNumber === b.docNumber && a.opening === b.opening && a.closing === b.closing

/** What is written by hand in a draft. What is typed stays, whatever comes from the server. */
export function CircularWords({ circular }: { readonly circular: CircularRecord }) {
  const t = circularTexts.useTexts()
  const step = useCircularStep(circular)
  const [typed, setTyped] = useState<Partial<Words>>({})
  const kept = wordsOf(circular)
  const words = { ...kept, ...typed }
  const isChanged = !same(words, kept)
  const type = (change: Partial<Words>) => setTyped({ ...typed, ...change })
  const save = () => step.mutate({ act: 'edit', ...words }, { onSuccess: () => setTyped({}) })
  return (
    <section className={styles['card']} aria-labelledby="circular-words">
      <h2 id="circular-words">{t('words')}</h2>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <FormField label={t('docNumber')} hint={t('docNumberHint')}>
          <Input
            maxLength={40}
            value={words.docNumber}
            onChange={event => type({ docNumber: event.target.value })}
          />
        </FormField>
        {(['opening', 'closing'] as const).map(name => (
          <FormField key={name} label={t(name)} hint={t('paragraphsHint')}>
            <Input.TextArea
              autoSize={{ minRows: 3, maxRows: 12 }}
              maxLength={4000}
              value={words[name]}
              onChange={event => type({ [name]: event.target.value })}
            />
          </FormField>
        ))}
        <div className={styles['buttons']}>
          <Button htmlType="submit" loading={step.isPending} disabled={!isChanged}>
            {t('save')}
          </Button>
          <span className={styles['faint']} role="status">
            {isChanged ? t('unsaved') : step.isSuccess ? t('saved') : ''}
          </span>
        </div>
        {step.error ? <ProblemNotice error={step.error} onRetry={save} /> : null}
      </form>
    </section>
  )
}
