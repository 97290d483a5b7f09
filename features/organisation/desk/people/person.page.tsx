import { AbsentRecord, BackToList, isMissing, PageHeader, StateTag } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
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
  if (person.data && !isMissing(person.error)) return <OpenPerson key={id} person={person.data} />
  return (
    <AbsentRecord
      query={person}
      list="/people"
      title={t('person')}
      back={t('backToList')}
      missing={t('missing')}
      goList={t('goList')}
    />
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
