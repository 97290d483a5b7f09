import { type Column, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { PersonSummary } from '../../contract/index.ts'
import styles from './people.module.css'
import { personTexts } from './person.texts.ts'
import { AccountTag, PostList } from './person-words.tsx'

/** Columns of the list of people. */
export function usePersonColumns(): readonly Column<PersonSummary>[] {
  const t = personTexts.useTexts()
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('colName'),
        fixed: true,
        sort: { up: 'name', down: '-name' },
        cell: person => <PersonLink person={person} />,
      },
      {
        key: 'unit',
        title: t('colUnit'),
        sort: { up: 'unit', down: '-unit' },
        cell: person => (
          <>
            {person.unitName}
            {person.unitAbove ? <span className={styles['above']}>{person.unitAbove}</span> : null}
          </>
        ),
      },
      { key: 'title', title: t('colTitle'), cell: person => person.title ?? '–' },
      { key: 'posts', title: t('colPosts'), cell: person => <PostList person={person} /> },
      {
        key: 'phone',
        title: t('colPhone'),
        className: styles['phone'],
        cell: person => person.phone ?? '–',
      },
      {
        key: 'account',
        title: t('colAccount'),
        className: styles['account'],
        cell: person => (
          <span className={styles['signIn']}>
            <AccountTag person={person} />
            {person.username === null ? null : <span className={styles['soft']}>{person.username}</span>}
          </span>
        ),
      },
    ],
    [t],
  )
}

export function PersonLink({ person }: { person: PersonSummary }) {
  const t = personTexts.useTexts()
  return (
    <span className={styles['person']}>
      <Link to="/people/$id" params={{ id: person.id }} className={styles['name']}>
        {person.name}
      </Link>
      {person.state === 'left' ? <StateTag tone="quiet">{t('state.left')}</StateTag> : null}
    </span>
  )
}

/** A person on a phone. */
export function PersonCard({ person }: { person: PersonSummary }) {
  return (
    <div className={styles['card']}>
      <div className={styles['cardHead']}>
        <PersonLink person={person} />
        <AccountTag person={person} />
      </div>
      <p className={styles['soft']}>
        {[person.unitAbove, person.unitName, person.title].filter(Boolean).join(' · ')}
      </p>
      <PostList person={person} />
      {person.phone ? <p className={styles['phone']}>{person.phone}</p> : null}
    </div>
  )
}
