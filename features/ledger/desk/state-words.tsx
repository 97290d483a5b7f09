/** The parts of a line of the ledger, as list and panel show them. */
import { StateTag, type Tone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { Entry, Pending, Proof } from '../contract/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import styles from './state-words.module.css'

const tones: Readonly<Record<Entry['state'], Tone>> = {
  'on-time': 'good',
  late: 'good',
  'under-way': 'busy',
  silent: 'bad',
  open: 'quiet',
}

export function EntryState({ state }: { readonly state: Entry['state'] }) {
  const t = ledgerTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

/** How late, or how much time is left; nothing where it is done. */
export function DueWords({ daysLate, state }: Pick<Entry, 'daysLate' | 'state'>) {
  const t = ledgerTexts.useTexts()
  if (state === 'on-time' || state === 'late') return null
  const late = daysLate > 0
  return (
    <span className={styles['days']} data-late={late}>
      {late
        ? t('daysLate', { count: daysLate })
        : daysLate === 0
          ? t('dueToday')
          : t('daysLeft', { count: -daysLate })}
    </span>
  )
}

type BehindProps = { readonly proofs: readonly Proof[]; readonly pending: readonly Pending[] }

/** Proofs with where to read them, and what somebody is at. */
export function Behind({ proofs, pending }: BehindProps) {
  const t = ledgerTexts.useTexts()
  if (proofs.length + pending.length === 0) return <span className={styles['faint']}>{t('nothing')}</span>
  return (
    <ul className={styles['behind']}>
      {proofs.map((proof, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same article may prove twice
        <li key={`${proof.id} ${at}`}>
          <ProofLine proof={proof} />
        </li>
      ))}
      {pending.map(row => (
        <li key={row.id}>
          <PendingLine row={row} />
        </li>
      ))}
    </ul>
  )
}

function ProofLine({ proof: { kind, id, title, day } }: { readonly proof: Proof }) {
  const t = ledgerTexts.useTexts()
  const name = title || t('untitled')
  return (
    <>
      <span className={styles['day']}>{day}</span>
      {kind === 'imported' ? <span className={styles['mark']}>{t('imported')}</span> : null}
      {id === null ? (
        <span className={styles['faint']}>{t('unseen')}</span>
      ) : kind === 'imported' ? (
        <Link to="/articles/$id" params={{ id }}>
          {name}
        </Link>
      ) : (
        <Link to="/reports/$id" params={{ id }}>
          {name}
        </Link>
      )}
    </>
  )
}

const pendingStates = ['review', 'submitted', 'returned', 'open'] as const

function PendingLine({ row: { kind, id, title, state, at } }: { readonly row: Pending }) {
  const t = ledgerTexts.useTexts()
  const known = pendingStates.find(each => each === state)
  const name = title || t('untitled')
  return (
    <>
      <span className={styles['faint']}>{known ? t(`pending.${known}`) : state}</span>
      {kind === 'report' ? (
        <Link to="/reports/$id" params={{ id }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {at ? (
        <span className={styles['faint']}>
          {kind === 'report' ? t('at', { desk: at }) : t('by', { day: at })}
        </span>
      ) : null}
    </>
  )
}
