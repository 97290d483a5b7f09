import { formatCount } from '@jianbao/ui'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'
import type { Suggestion } from './find.types.ts'
import { MarkedText } from './marked-text.tsx'
import boxStyles from './search-box.module.css'

type SuggestionListProps = {
  readonly id: string
  readonly rows: readonly Suggestion[]
  readonly current: number
  readonly onChoose: (suggestion: Suggestion) => void
}

/** So many the server counts; there may be more. */
const mostCounted = 1000

/** Units, columns, series and headlines that have what is being typed. */
export function SuggestionList({ id, rows, current, onChoose }: SuggestionListProps) {
  const t = findTexts.useTexts()
  return (
    <div id={id} role="listbox" aria-label={t('suggestions')} className={boxStyles['suggestions']}>
      {rows.map((row, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which says which row they mean
        <div
          key={`${row.kind} ${row.articleId ?? row.text}`}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === current}
          // The field would lose the cursor, and the list close, before the click arrives.
          onMouseDown={event => event.preventDefault()}
          onClick={() => onChoose(row)}
        >
          <span className={boxStyles['suggestionKind']}>{t(`suggest.${row.kind}`)}</span>
          <span className={boxStyles['suggestionText']}>
            <MarkedText text={row.text} marks={row.marks} />
          </span>
          {row.hits === undefined ? null : (
            <span className={styles['faint']}>
              {t('countArticles', {
                count: row.hits,
                number: formatCount(row.hits) + (row.hits >= mostCounted ? '+' : ''),
              })}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
