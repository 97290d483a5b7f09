import { isMissing, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { OutcomeCard } from './outcome-card.tsx'
import { PublicationCard } from './publication-card.tsx'
import { SatisfactionCard } from './satisfaction-card.tsx'
import styles from './service.module.css'
import { serviceQuery } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

/** What an item of a ledger of services has besides: whom it reached, what the public reads, how those served answered. */
export function ServicePanel({ itemId }: { readonly itemId: string }) {
  const t = serviceTexts.useTexts()
  const service = useQuery(serviceQuery(itemId))
  // Before it is dispatched there is nothing of it to tell.
  if (isMissing(service.error)) return null
  if (service.error) return <ProblemNotice error={service.error} onRetry={() => void service.refetch()} />
  if (!service.data) return null
  const record = service.data
  return (
    <div className={styles['panel']}>
      <OutcomeCard record={record} />
      {record.publication || record.actions.includes('publish') ? (
        <PublicationCard key={record.publication?.version ?? 'none'} record={record} />
      ) : null}
      {record.satisfaction ? <SatisfactionCard record={record} satisfaction={record.satisfaction} /> : null}
      {record.needs.length > 0 ? (
        <section className={styles['card']} aria-labelledby="service-needs">
          <h2 id="service-needs">{t('fromNeeds')}</h2>
          <ul className={styles['words']}>
            {record.needs.map(({ id, number, words }) => (
              <li key={id}>
                <Link to="/needs/$id" params={{ id }} className={styles['block'] ?? ''}>
                  {number}
                </Link>
                <span className={styles['clamped']}>{words}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
