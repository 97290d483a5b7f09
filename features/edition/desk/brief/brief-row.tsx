import { formatDay, useLanguage } from '@jianbao/ui'
import { Button, Input } from 'antd'
import type { BriefDraft, FigureAttrs } from '../../contract/index.ts'
import { figuresOf } from '../../contract/index.ts'
import styles from './brief.module.css'
import { briefTexts } from './brief.texts.ts'
import { docOfEdited, textOfDraft } from './edited-brief.ts'

type BriefRowProps = {
  /** Null when it is the only one. */
  readonly no: number | null
  readonly draft: BriefDraft
  readonly limit: number
  readonly text: string
  readonly skipped: boolean
  readonly skippable: boolean
  readonly onText: (text: string) => void
  readonly onSkip: (skip: boolean) => void
}

/** The reports at the left, the brief made of them at the right. */
export function BriefRow(props: BriefRowProps) {
  const { no, draft, limit, text, skipped, skippable, onText, onSkip } = props
  const t = briefTexts.useTexts()
  const label = no === null ? t('draft') : t('draftNo', { no })
  const letters = [...text.trim()].length
  const drafted = textOfDraft(draft.doc)
  return (
    <section className={styles['row']} aria-label={label} {...(skipped ? { 'data-skipped': '' } : {})}>
      <div className={styles['reports']}>
        {draft.sources.map(source => (
          <Report key={source.reportId} source={source} />
        ))}
      </div>
      <div className={styles['draft']}>
        <Input.TextArea
          aria-label={label}
          value={text}
          disabled={skipped}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          status={!skipped && !text.trim() ? 'error' : ''}
          onChange={event => onText(event.target.value)}
        />
        <div className={styles['line']}>
          <span className={letters > limit ? styles['over'] : styles['faint']}>
            {letters > limit ? t('lettersOver', { count: letters, limit }) : t('letters', { count: letters })}
          </span>
          {text === drafted || skipped ? null : (
            <Button size="small" type="text" onClick={() => onText(drafted)}>
              {t('again')}
            </Button>
          )}
          {skippable ? (
            <Button size="small" type="text" onClick={() => onSkip(!skipped)}>
              {t(skipped ? 'keep' : 'skip')}
            </Button>
          ) : null}
        </div>
        {skipped ? null : <Findings draft={draft} text={text} />}
      </div>
    </section>
  )
}

function Report({ source }: { readonly source: BriefDraft['sources'][number] }) {
  const language = useLanguage()
  const { unitName, title, body, startDay, place } = source
  return (
    <details className={styles['report']}>
      <summary>
        <strong>{title || unitName}</strong>
        <span className={styles['faint']}>
          {[unitName, startDay ? formatDay(startDay, language) : null, place].filter(Boolean).join(' · ')}
        </span>
      </summary>
      <p>{body}</p>
    </details>
  )
}

function Findings({ draft, text }: { readonly draft: BriefDraft; readonly text: string }) {
  const t = briefTexts.useTexts()
  const { doc, lost } = docOfEdited(text, draft.doc)
  const said = (figure: FigureAttrs): string => {
    const count = figure.sources.length
    if (figure.op === 'sum') return t('figureSum', { shown: figure.shown, count })
    if (figure.op === 'distinct') return t('figureDistinct', { shown: figure.shown, count })
    return t('figureOne', { shown: figure.shown })
  }
  const kept = figuresOf(doc)
  return (
    <>
      {text.trim() ? null : (
        <p className={styles['over']} role="alert">
          {t('empty')}
        </p>
      )}
      {kept.length + lost.length > 0 ? (
        <ul className={styles['figures']} aria-label={t('figures')}>
          {kept.map(figure => (
            <li key={figure.id}>{said(figure)}</li>
          ))}
          {lost.map(figure => (
            <li key={figure.id} data-lost="">
              {t('lost', { shown: figure.shown })}
            </li>
          ))}
        </ul>
      ) : null}
      <LeftOut leftOut={draft.leftOut} />
    </>
  )
}

function LeftOut({ leftOut }: Pick<BriefDraft, 'leftOut'>) {
  const t = briefTexts.useTexts()
  if (leftOut.length === 0) return null
  const lines = [
    ...new Set(
      leftOut.map(({ fact, words, why }) =>
        [t(`fact.${fact}`), words ? `“${words}”` : '', `（${t(`why.${why}`)}）`].join(''),
      ),
    ),
  ]
  return (
    <p className={styles['faint']}>
      {t('leftOut')}：{lines.join('、')}
    </p>
  )
}
