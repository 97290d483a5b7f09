import { ActDialog } from '@jianbao/organisation/desk/parts'
import { EmptyState, formatCount, receiveFile } from '@jianbao/ui'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { ContestAwards, ResultEdition } from '../../contract/index.ts'
import { momentWords } from '../setup/contest-values.ts'
import styles from './award.module.css'
import { awardTexts } from './award.texts.ts'
import { Hashes } from './hashes.tsx'

type TabProps = { readonly awards: ContestAwards }

/** The list that is public with its root, those that were, and the key papers are redrawn with. */
export function ResultsTab({ awards }: TabProps) {
  const t = awardTexts.useTexts()
  const current = awards.results.find(({ withdrawnAt }) => withdrawnAt === null)
  const earlier = awards.results.filter(({ withdrawnAt }) => withdrawnAt !== null)
  return (
    <div className={styles['stack']}>
      {current ? (
        <Current awards={awards} result={current} />
      ) : (
        <EmptyState title={t('noResult')}>{t('noResultWords')}</EmptyState>
      )}
      {earlier.length > 0 ? <Earlier results={earlier} /> : null}
      {awards.keyCommitment ? <Papers awards={awards} commitment={awards.keyCommitment} /> : null}
    </div>
  )
}

type CurrentProps = TabProps & { readonly result: ResultEdition }

function Current({ awards: { slug, title }, result }: CurrentProps) {
  const t = awardTexts.useTexts()
  const { root, sha256, lines, edition, madeAt } = result
  return (
    <section className={styles['card']} aria-labelledby="award-current">
      <h2 id="award-current">{t('current')}</h2>
      <p className={styles['note']}>
        {t('made', { at: momentWords(madeAt), lines: formatCount(lines), edition })}
      </p>
      <Hashes
        title={title}
        rows={[
          [t('root'), root],
          [t('sha256'), sha256],
        ]}
      />
      <p className={styles['note']}>{t('resultMeaning')}</p>
      <div className={styles['buttons']}>
        <a href={`/contests/${slug}/results`} target="_blank" rel="noreferrer">
          {t('openPage')}
        </a>
        <a href={`/contests/${slug}/results/file`} download>
          {t('download')}
        </a>
      </div>
    </section>
  )
}

function Earlier({ results }: { readonly results: readonly ResultEdition[] }) {
  const t = awardTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="award-earlier">
      <h2 id="award-earlier">{t('earlier')}</h2>
      <ul className={styles['entries']}>
        {results.map(({ edition, lines, madeAt, withdrawnAt, root }) => (
          <li key={edition}>
            {t('earlierLine', { edition, lines: formatCount(lines), at: momentWords(withdrawnAt ?? madeAt) })}
            <code className={styles['code']}>{root}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Papers({ awards, commitment }: TabProps & { readonly commitment: string }) {
  const t = awardTexts.useTexts()
  const { message } = App.useApp()
  const [asked, setAsked] = useState(false)
  const take = async () => {
    const file = await receiveFile(`/api/contests/${awards.id}/paper-key`, { body: {} })
    void message.success(t('revealed', { file }))
  }
  return (
    <section className={styles['card']} aria-labelledby="award-papers">
      <h2 id="award-papers">{t('papers')}</h2>
      <p className={styles['note']}>{t('papersNote')}</p>
      <Hashes title={awards.title} rows={[[t('commitment'), commitment]]} />
      {awards.actions.includes('reveal-key') ? (
        <>
          <p className={styles['note']}>{t('papersHow')}</p>
          <span>
            <Button onClick={() => setAsked(true)}>{t('revealKey')}</Button>
          </span>
        </>
      ) : awards.state === 'open' ? (
        <p className={styles['note']}>{t('papersEarly')}</p>
      ) : null}
      {asked ? (
        <ActDialog
          title={t('revealTitle')}
          confirm={t('reveal')}
          cancel={t('cancel')}
          overtaken={t('overtaken')}
          onConfirm={take}
          onClose={() => setAsked(false)}
        >
          <p>{t('revealWords')}</p>
        </ActDialog>
      ) : null}
    </section>
  )
}
