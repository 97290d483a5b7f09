import { differ } from '@jianbao/report/desk/parts'
import { StateTag, type Tone } from '@jianbao/ui'
import { useMemo } from 'react'
import type { EditionDifference, ItemDifference } from '../../contract/index.ts'
import styles from './sign.module.css'
import { signTexts } from './sign.texts.ts'

const tones: Readonly<Record<ItemDifference['changes'][number], Tone>> = {
  added: 'good',
  removed: 'bad',
  moved: 'busy',
  changed: 'doubt',
}

/** Item by item what became of it, its words with what went and what came. */
export function DifferenceList({ difference: { items, same } }: { readonly difference: EditionDifference }) {
  const t = signTexts.useTexts()
  if (items.length === 0) return <p className={styles['faint']}>{t('noDifference')}</p>
  return (
    <>
      <ul className={styles['differences']}>
        {items.map(item => (
          <Difference key={item.id} item={item} />
        ))}
      </ul>
      {same > 0 ? <p className={styles['faint']}>{t('same', { count: same })}</p> : null}
    </>
  )
}

function Difference({ item: { changes, before, after } }: { readonly item: ItemDifference }) {
  const t = signTexts.useTexts()
  const shown = after ?? before!
  const went = before && after && before.column !== after.column
  return (
    <li>
      <span className={styles['stepHead']}>
        {changes.map(change => (
          <StateTag key={change} tone={tones[change]}>
            {t(`change.${change}`)}
          </StateTag>
        ))}
        <span className={styles['faint']}>
          {went ? t('movedFrom', { from: before.column, to: after.column }) : shown.column}
        </span>
      </span>
      {changes.includes('changed') && before && after ? (
        (['headline', 'subtitle', 'contributor', 'text'] as const).map(field => (
          <Words key={field} field={field} before={before[field]} after={after[field]} />
        ))
      ) : (
        <p className={styles['headline']}>{shown.headline || shown.text.slice(0, 60) || t('brief')}</p>
      )}
    </li>
  )
}

type WordsProps = { readonly field: string; readonly before: string; readonly after: string }

/** In one running text; lines that stayed the same and lie far from any change are left out. */
function Words({ field, before, after }: WordsProps) {
  const parts = useMemo(() => differ(before, after), [before, after])
  if (before === after && field !== 'headline') return null
  if (after === '' && before === '') return null
  let at = 0
  return (
    <p className={styles[field === 'headline' ? 'headline' : 'diffText']}>
      {parts.map(({ kind, text }, place) => {
        const key = at++
        if (kind === 'added') return <ins key={key}>{text}</ins>
        if (kind === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{nearby(text, place === 0, place === parts.length - 1)}</span>
      })}
    </p>
  )
}

const near = 40

/** What stayed: whole where it is short, else what stands next to a change. */
function nearby(text: string, first: boolean, last: boolean): string {
  if (first && last) return text
  if (text.length <= near * 2) return text
  const head = first ? '' : text.slice(0, near)
  const tail = last ? '' : text.slice(-near)
  return `${head}…${tail}`
}
