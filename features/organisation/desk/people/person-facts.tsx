import { formatInstant, useProblemText } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Person } from '../../contract/index.ts'
import styles from './person.module.css'
import { usePeopleActs } from './person.queries.ts'
import { personTexts } from './person.texts.ts'

/** What is known of a person beside roles and account. */
export function PersonFacts({ person }: { person: Person }) {
  const t = personTexts.useTexts()
  const { name, title, unitId, unitName, createdAt, updatedAt } = person
  return (
    <section className={styles['box']} aria-labelledby="person-facts">
      <h2 id="person-facts">{t('facts')}</h2>
      <dl className={styles['facts']}>
        <Fact label={t('name')}>{name}</Fact>
        <Fact label={t('unit')}>
          <Link to="/units/{-$id}" params={{ id: unitId }}>
            {unitName}
          </Link>
        </Fact>
        <Fact label={t('title')}>{title ?? <Quiet>{t('none')}</Quiet>}</Fact>
        <Fact label={t('phone')}>
          <Phone person={person} key={person.version} />
        </Fact>
      </dl>
      <p className={styles['quiet']}>
        {t('updated', { at: formatInstant(updatedAt) })} · {t('created', { at: formatInstant(createdAt) })}
      </p>
    </section>
  )
}

/** Masked, until somebody who has to call asks for it, which is recorded. */
function Phone({ person }: { person: Person }) {
  const t = personTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const { readPhone } = usePeopleActs()
  const [shown, setShown] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (!person.phone) return <Quiet>{t('none')}</Quiet>
  const show = async () => {
    setBusy(true)
    try {
      setShown((await readPhone(person.id)).phone)
    } catch (error) {
      void message.error(text(error))
    }
    setBusy(false)
  }
  return (
    <span className={styles['reveal']}>
      <span className={styles['phone']} aria-live="polite">
        {shown ?? person.phone}
      </span>
      {person.actions.includes('read-phone') && shown === null ? (
        <>
          <Button size="small" loading={busy} onClick={() => void show()}>
            {t('showPhone')}
          </Button>
          <span className={styles['quiet']}>{t('showPhoneNote')}</span>
        </>
      ) : null}
      {shown !== null ? (
        <Button size="small" onClick={() => setShown(null)}>
          {t('hidePhone')}
        </Button>
      ) : null}
    </span>
  )
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function Quiet({ children }: { readonly children: string }) {
  return <span className={styles['quiet']}>{children}</span>
}
