import { Button, Input } from 'antd'
import { useState } from 'react'
import { wantsWords } from './drafts.ts'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'
import type { Drafts } from './use-drafts.ts'

/** What was typed into the table waits here; one reason serves for all of it. */
export function DraftBar({ desk }: { readonly desk: Drafts }) {
  const t = listTexts.useTexts()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  if (desk.drafts.size === 0) return null
  const asks = [...desk.drafts.values()].some(wantsWords)
  const lacks = asks && words.trim().length < 2
  const save = async () => {
    setTried(true)
    if (lacks) return
    if (await desk.save(words.trim())) setWords('')
    setTried(false)
  }
  return (
    <form
      className={styles['bar']}
      aria-label={t('draftsCount', { count: desk.drafts.size })}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <strong aria-live="polite">{t('draftsCount', { count: desk.drafts.size })}</strong>
      {asks ? (
        <div className={styles['words']}>
          <Input
            aria-label={t('draftsWords')}
            aria-invalid={tried && lacks}
            placeholder={`${t('draftsWords')}：${t('draftsHint')}`}
            maxLength={1000}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          {tried && lacks ? (
            <span role="alert" className={styles['problem']}>
              {t('draftsReason')}
            </span>
          ) : null}
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" loading={desk.busy}>
        {t('save')}
      </Button>
      <Button onClick={desk.discard} disabled={desk.busy}>
        {t('discard')}
      </Button>
    </form>
  )
}
