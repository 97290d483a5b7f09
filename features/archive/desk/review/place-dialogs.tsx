import { FormField } from '@jianbao/ui'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { Reading } from '../reading.marks.ts'
import styles from './dialog.module.css'
import { dialogTexts } from './dialog.texts.ts'
import { DialogFrame, type DialogProps } from './dialog-frame.tsx'
import type { ArticlePlace, ParagraphPlace } from './mark-place.ts'
import { likelySplit, sentenceStarts } from './sentences.ts'

type MoveProps = DialogProps & {
  readonly at: number
  readonly reading: Reading
  readonly place: ArticlePlace
  readonly paragraph: number | null
}

const newColumn = -1

/** An article to another column, or one paragraph to another article. */
export function MoveDialog({ at, reading, place, paragraph, ...frame }: MoveProps) {
  const t = dialogTexts.useTexts()
  const { column, article } = place
  const [alone, setAlone] = useState(false)
  const [toColumn, setToColumn] = useState(
    reading.columns.length > 1 ? (column === 0 ? 1 : column - 1) : newColumn,
  )
  const [name, setName] = useState('')
  const [toArticle, setToArticle] = useState<string | null>(null)
  const articles = reading.columns.flatMap((each, c) =>
    each.articles.map((one, a) => ({
      value: `${c}.${a}`,
      label: one.headline ?? one.paragraphs[0]?.slice(0, 24) ?? t('articleAt', { number: a + 1 }),
      disabled: c === column && a === article,
      end: one.paragraphs.length,
    })),
  )
  const build = () => {
    const ids = { reading: at, column, article }
    if (alone && paragraph !== null) {
      const target = articles.find(each => each.value === toArticle)
      if (!target) return null
      const [c = 0, a = 0] = target.value.split('.').map(Number)
      return {
        act: 'move-paragraph' as const,
        ...ids,
        paragraph,
        toColumn: c,
        toArticle: a,
        toPosition: target.end,
      }
    }
    return toColumn === newColumn
      ? { act: 'move-article' as const, ...ids, toColumn: null, newColumn: name.trim() || null }
      : { act: 'move-article' as const, ...ids, toColumn }
  }
  return (
    <DialogFrame {...frame} title={t('title.move')} build={build}>
      {paragraph === null ? null : (
        <fieldset className={styles['group']}>
          <legend>{t('moveWhat')}</legend>
          {[false, true].map(each => (
            <label key={String(each)} className={styles['choice']}>
              <input type="radio" name="what" checked={alone === each} onChange={() => setAlone(each)} />
              {t(each ? 'moveParagraph' : 'moveArticle')}
            </label>
          ))}
        </fieldset>
      )}
      {alone ? (
        <FormField label={t('toArticle')} problem={toArticle === null ? t('needed') : null}>
          <Select
            value={toArticle}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={setToArticle}
            options={articles}
          />
        </FormField>
      ) : (
        <fieldset className={styles['group']}>
          <legend>{t('toColumn')}</legend>
          <div className={styles['choices']}>
            {[...reading.columns.keys(), newColumn].map(c => (
              <label key={c} className={styles['choice']}>
                <input
                  type="radio"
                  name="column"
                  data-first
                  checked={toColumn === c}
                  disabled={c === column}
                  onChange={() => setToColumn(c)}
                />
                {c === newColumn
                  ? t('newColumn')
                  : (reading.columns[c]?.name ?? t('columnAt', { number: c + 1 }))}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {!alone && toColumn === newColumn ? (
        <FormField label={t('newColumnName')} hint={t('columnEmpty')}>
          <Input type="text" value={name} maxLength={100} onChange={e => setName(e.target.value)} />
        </FormField>
      ) : null}
    </DialogFrame>
  )
}

type SplitProps = DialogProps & {
  readonly at: number
  readonly reading: Reading
  readonly place: ParagraphPlace
  readonly cursor: number | null
}

/** Where the paragraph is parted: before a sentence, or where it was clicked. */
export function SplitDialog({ at, reading, place, cursor, ...frame }: SplitProps) {
  const t = dialogTexts.useTexts()
  const { column, article, paragraph } = place
  const text = reading.columns[column]?.articles[article]?.paragraphs[paragraph] ?? ''
  const [offset, setOffset] = useState(likelySplit(text, cursor))
  const inside = cursor !== null && cursor > 0 && cursor < text.length
  const places = [...new Set([...sentenceStarts(text), ...(inside ? [cursor] : [])])].sort((a, b) => a - b)
  return (
    <DialogFrame
      {...frame}
      title={t('title.split')}
      build={() =>
        offset === null ? null : { act: 'split-paragraph', reading: at, column, article, paragraph, offset }
      }
    >
      {places.length === 0 ? (
        <p>{t('splitNone')}</p>
      ) : (
        <fieldset className={styles['group']}>
          <legend>{t('splitAt')}</legend>
          <div className={styles['choices']}>
            {places.map(each => (
              <label key={each} className={styles['choice']}>
                <input type="radio" name="split" checked={offset === each} onChange={() => setOffset(each)} />
                <span>
                  <em>…{text.slice(Math.max(0, each - 10), each)}</em>┃{text.slice(each, each + 26)}
                  {each + 26 < text.length ? '…' : ''}
                  {each === cursor ? <em> {t('splitCursor')}</em> : null}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </DialogFrame>
  )
}
