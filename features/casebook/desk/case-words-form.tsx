import { ProblemNotice } from '@jianbao/ui'
import { Button } from 'antd'
import { useState } from 'react'
import type { CaseRecord } from '../contract/index.ts'
import styles from './case.module.css'
import { useCaseStep } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'
import { type CaseWords, CaseWordsFields, isTag } from './case-words-fields.tsx'

const fields = ['title', 'why', 'how', 'tags'] as const

/** What is written about a case. What is typed stays, whatever comes from the server; only what was changed is sent. */
export function CaseWordsForm({ record }: { readonly record: CaseRecord }) {
  const t = caseTexts.useTexts()
  const step = useCaseStep(record)
  const [typed, setTyped] = useState<Partial<CaseWords>>({})
  const words: CaseWords = { ...record, ...typed }
  const changed = fields.filter(field => JSON.stringify(words[field]) !== JSON.stringify(record[field]))
  const lacking = words.title.trim().length < 2
  const save = () => {
    if (lacking || changed.length === 0 || !words.tags.every(isTag)) return
    const change = Object.fromEntries(changed.map(field => [field, words[field]]))
    step.mutate({ act: 'edit', ...change }, { onSuccess: () => setTyped({}) })
  }
  return (
    <form
      className={`${styles['card']} ${styles['form']}`}
      aria-label={t('one')}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <CaseWordsFields
        words={words}
        problems={{ title: lacking ? t('must') : null }}
        onChange={change => setTyped({ ...typed, ...change })}
      />
      <div className={styles['buttons']}>
        <Button htmlType="submit" type="primary" loading={step.isPending} disabled={changed.length === 0}>
          {t('save')}
        </Button>
        <span className={styles['faint']} role="status">
          {changed.length > 0 ? t('unsaved') : step.isSuccess ? t('saved') : ''}
        </span>
      </div>
      {step.error ? <ProblemNotice error={step.error} onRetry={save} /> : null}
    </form>
  )
}
