import { addressOf, formatInstant, StateTag, send } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LedgerItem } from '../../../contract/index.ts'
import { SendDocuments, useSends } from '../send/send-documents.tsx'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { type ItemCircular, itemsKey } from './item.queries.ts'
import { itemTexts } from './item.texts.ts'

/** Documents about it, and for who keeps it a way to send one; without the room for documents there are none. */
export function CircularList({ item: { id, version, light, actions } }: { readonly item: LedgerItem }) {
  const sends = useSends() && light !== null && actions.includes('amend')
  const t = itemTexts.useTexts()
  const found = useQuery({
    queryKey: [itemsKey, 'circulars', id, version],
    queryFn: async ({ signal }): Promise<{ rows: readonly ItemCircular[] }> =>
      (await send('GET', `/api/ledger-items/${id}/circulars`, { signal })).json(),
    retry: false,
  })
  if (!found.data || (found.data.rows.length === 0 && !sends)) return null
  return (
    <Card title={t('circulars')} aside={sends ? <SendDocuments source={{ items: [id] }} /> : null}>
      {found.data.rows.length === 0 ? <p className={styles['faint']}>{t('noCirculars')}</p> : null}
      <ul className={styles['plain']}>
        {found.data.rows.map(({ id: one, number, title, issuer, link, at, recalled }) => (
          <li key={one}>
            <Link {...addressOf(link)}>{[number, title].filter(Boolean).join(' ')}</Link>{' '}
            {recalled ? <StateTag tone="doubt">{t('recalled')}</StateTag> : null}
            <span className={styles['faint']}>
              {issuer} {formatInstant(at)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
