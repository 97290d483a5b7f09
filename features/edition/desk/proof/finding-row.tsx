import { type Level, sayFinding, sayRule } from '@jianbao/proofreading/contract'
import { formatInstant, StateTag, type Tone, useLanguage } from '@jianbao/ui'
import { Button } from 'antd'
import type { ProofFinding } from '../../contract/index.ts'
import type { WordsAround } from './group-findings.ts'
import styles from './proof.module.css'
import { proofTexts } from './proof.texts.ts'

export const toneOf: Readonly<Record<Level, Tone>> = { error: 'bad', warn: 'doubt', hint: 'quiet' }
const longestQuote = 40

type RowProps = {
  readonly finding: ProofFinding
  /** What stands before and behind, so that a mark is recognised. */
  readonly around: WordsAround
  readonly chosen: boolean
  readonly busy: boolean
  readonly onJump: (() => void) | null
  readonly onMend: (() => void) | null
  readonly onIgnore: (() => void) | null
  readonly onHeed: (() => void) | null
}

/** One finding: how grave, what stands there and what should, why; and what can be done about it. */
export function FindingRow({ finding, around, chosen, busy, onJump, onMend, onIgnore, onHeed }: RowProps) {
  const t = proofTexts.useTexts()
  const language = useLanguage()
  const { rule, level, place, mend, ignored } = finding
  const quote = shorten(finding.quote)
  const name = sayRule(rule, language)
  const part = place.part === 'body' || place.part === 'issue' ? null : t(`part_${place.part}`)
  const words = (
    <>
      <span className={styles['top']}>
        <StateTag tone={toneOf[level]}>{t(`word.${level}`)}</StateTag>
        <strong>{name}</strong>
        {part ? <span className={styles['soft']}>{part}</span> : null}
      </span>
      {quote ? (
        <span className={styles['change']}>
          <span>
            <span className={styles['soft']}>{around.before}</span>
            <q>{quote}</q>
            <span className={styles['soft']}>{around.after}</span>
          </span>
          {mend === null ? null : (
            <>
              <i aria-hidden="true">→</i>
              {mend === '' ? <em>{t('nothing')}</em> : <ins>{shorten(mend)}</ins>}
            </>
          )}
        </span>
      ) : null}
      <span className={styles['why']}>{sayFinding(finding, language)}</span>
      {ignored ? (
        <span className={styles['soft']}>
          {t('ignoredBy', { name: ignored.byName, time: formatInstant(ignored.at), reason: ignored.reason })}
        </span>
      ) : null}
    </>
  )
  return (
    <li className={styles['finding']} data-chosen={chosen} data-level={level}>
      {onJump ? (
        <button type="button" className={styles['words']} data-row onClick={onJump}>
          {words}
        </button>
      ) : (
        <div className={styles['words']} data-row tabIndex={-1}>
          {words}
        </div>
      )}
      <span className={styles['deeds']}>
        {onMend && mend !== null ? (
          <Button
            size="small"
            disabled={busy}
            aria-label={t('mendWords', { quote, mend: mend || t('nothing') })}
            onClick={onMend}
          >
            {t('mend')}
          </Button>
        ) : null}
        {onIgnore ? (
          <Button
            size="small"
            type="text"
            disabled={busy}
            aria-label={t('ignoreWhy', { name })}
            onClick={onIgnore}
          >
            {t('ignore')}
          </Button>
        ) : null}
        {onHeed ? (
          <Button size="small" type="text" disabled={busy} onClick={onHeed}>
            {t('heed')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function shorten(text: string): string {
  const letters = [...text]
  return letters.length > longestQuote ? `${letters.slice(0, longestQuote - 1).join('')}…` : text
}
