import { Link } from '@tanstack/react-router'
import type { UnitKind, UnitMatch, UnitRef } from '../../contract/index.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'

/** The kind in a word, and the state when it is not the usual one. */
export function KindWords({ kind, state }: { kind: UnitKind; state: 'active' | 'retired' }) {
  const t = unitTexts.useTexts()
  return (
    <span className={styles['kindWords']}>
      {t(`kind.${kind}`)}
      {state === 'retired' ? <span className={styles['retired']}>{t('retired')}</span> : null}
    </span>
  )
}

export function UnitLink({ unit }: { unit: Pick<UnitRef, 'id' | 'name'> }) {
  return (
    <Link to="/units/$id" params={{ id: unit.id }}>
      {unit.name}
    </Link>
  )
}

/** What was found, with the characters that matched lit. */
export function Marked({ match }: { match: Pick<UnitMatch, 'text' | 'marks'> }) {
  const parts: { from: number; text: string; lit: boolean }[] = []
  let at = 0
  for (const [start, end] of match.marks) {
    if (start > at) parts.push({ from: at, text: match.text.slice(at, start), lit: false })
    parts.push({ from: start, text: match.text.slice(start, end), lit: true })
    at = end
  }
  if (at < match.text.length) parts.push({ from: at, text: match.text.slice(at), lit: false })
  return parts.map(part =>
    part.lit ? <mark key={part.from}>{part.text}</mark> : <span key={part.from}>{part.text}</span>,
  )
}
