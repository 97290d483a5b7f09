import {
  BackToList,
  EmptyState,
  isMissing,
  listPlace,
  PageHeader,
  ProblemNotice,
  StateTag,
  useProblemText,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { OneTimePassword, Person } from '../../contract/index.ts'
import { PasswordDialog } from './password-dialog.tsx'
import styles from './person.module.css'
import { personQuery } from './person.queries.ts'
import { personTexts } from './person.texts.ts'
import { PersonAccountCard } from './person-account.tsx'
import { type Asking, PersonDialog } from './person-dialogs.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonPosts } from './person-posts.tsx'
import { PersonSessionsCard } from './person-sessions.tsx'

export default function PersonPageFrame() {
  const t = personTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const person = useQuery(personQuery(id))
  if (isMissing(person.error)) return <MissingPerson error={person.error} />
  if (person.data) return <OpenPerson key={id} person={person.data} />
  return (
    <>
      <PageHeader title={t('person')} back={<BackToList to="/people">{t('backToList')}</BackToList>} />
      {person.error ? (
        <ProblemNotice error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <div aria-busy="true" aria-label={t('loading')} role="status">
          <Skeleton active paragraph={{ rows: 10, width: '100%' }} />
        </div>
      )}
    </>
  )
}

function MissingPerson({ error }: { error: unknown }) {
  const t = personTexts.useTexts()
  const text = useProblemText()
  return (
    <div role="alert">
      <PageHeader title={t('missing')} />
      <EmptyState
        title={text(error)}
        action={
          <Link to="/people" search={listPlace('/people')}>
            {t('goList')}
          </Link>
        }
      />
    </div>
  )
}

const headActs = ['edit', 'leave', 'return'] as const

function OpenPerson({ person }: { person: Person }) {
  const t = personTexts.useTexts()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [told, setTold] = useState<OneTimePassword | null>(null)
  const note = [person.unitAbove, person.unitName, person.title].filter(Boolean).join(' · ')
  return (
    <>
      <PageHeader
        title={person.name}
        back={<BackToList to="/people">{t('backToList')}</BackToList>}
        note={
          <span className={styles['person']}>
            {note}
            {person.state === 'left' ? <StateTag tone="quiet">{t('state.left')}</StateTag> : null}
          </span>
        }
        actions={headActs
          .filter(act => person.actions.includes(act))
          .map(act => (
            <Button key={act} onClick={() => setAsking({ act })}>
              {t(`act.${act}`)}
            </Button>
          ))}
      />
      {person.beyond ? (
        <Alert className={styles['beyond'] ?? ''} type="info" showIcon title={t('beyond')} />
      ) : null}
      <div className={styles['page']}>
        <div className={styles['main']}>
          <PersonPosts person={person} onAsk={setAsking} />
          <PersonFacts person={person} />
        </div>
        <div className={styles['side']}>
          <PersonAccountCard person={person} onAsk={setAsking} />
          {person.actions.includes('list-sessions') ? (
            <PersonSessionsCard person={person} onAsk={setAsking} />
          ) : null}
        </div>
      </div>
      {asking ? (
        <PersonDialog person={person} asking={asking} onTold={setTold} onClose={() => setAsking(null)} />
      ) : null}
      {told ? <PasswordDialog told={told} onClose={() => setTold(null)} /> : null}
    </>
  )
}
