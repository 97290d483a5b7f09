import { BackToList, ListSkeleton, PageHeader, ProblemNotice, useLanguage } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type AuditDetail, actionWords } from '../../contract/index.ts'
import styles from './audit.module.css'
import { auditEntryQuery } from './audit.queries.ts'
import { auditTexts } from './audit.texts.ts'
import { ChangeTable } from './change-table.tsx'
import { OutcomeTag, useDeed, useWho } from './entry-words.tsx'
import { formatSecond } from './format-second.ts'

export default function AuditEntryPage() {
  const t = auditTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const entry = useQuery(auditEntryQuery(id))
  return (
    <>
      <PageHeader title={t('entryTitle', { id })} back={<BackToList to="/audit">{t('back')}</BackToList>} />
      {entry.error ? <ProblemNotice error={entry.error} onRetry={() => void entry.refetch()} /> : null}
      {entry.isPending ? <ListSkeleton rows={6} /> : null}
      {entry.data ? <Entry entry={entry.data} /> : null}
    </>
  )
}

function Entry({ entry }: { entry: AuditDetail }) {
  const t = auditTexts.useTexts()
  const language = useLanguage()
  const who = useWho()
  const deed = useDeed()
  return (
    <>
      <p className={styles['lead']}>
        <strong>{who(entry)}</strong> {deed(entry)}
      </p>
      <dl className={styles['facts']}>
        <Fact name={t('factWhen')}>{formatSecond(entry.at)}</Fact>
        <Fact name={t('factWho')}>{who(entry)}</Fact>
        <Fact name={t('factUnit')}>{entry.unitName ?? t('noUnit')}</Fact>
        <Fact name={t('factAction')}>
          {actionWords(entry.action, language)} <code>{entry.action}</code>
        </Fact>
        {entry.words || !entry.object ? (
          <Fact name={t('factObject')}>{entry.words ?? t('noObject')}</Fact>
        ) : null}
        {entry.object ? (
          <Fact name={t('factObjectId')}>
            <code>{entry.object}</code>
          </Fact>
        ) : null}
        <Fact name={t('factOutcome')}>
          <OutcomeTag outcome={entry.outcome} />
        </Fact>
        <Fact name={t('factHash')}>
          <code>{entry.hash}</code>
        </Fact>
      </dl>
      <ChangeTable before={entry.before} after={entry.after} />
      <Related entry={entry} />
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Related({ entry }: { entry: AuditDetail }) {
  const t = auditTexts.useTexts()
  const links = [
    entry.actor === 'stranger'
      ? null
      : {
          words: t(entry.actor === 'system' ? 'sameSystem' : 'samePerson'),
          search: { person: entry.actorId },
        },
    entry.object ? { words: t('sameObject'), search: { object: entry.object } } : null,
    { words: t('sameAction'), search: { action: entry.action } },
    entry.unitId ? { words: t('sameUnit'), search: { unit: entry.unitId } } : null,
  ]
  return (
    <nav aria-label={t('sameOf')} className={styles['related']}>
      {links.map(link =>
        link ? (
          <Link key={link.words} to="/audit" search={link.search}>
            {link.words}
          </Link>
        ) : null,
      )}
    </nav>
  )
}
