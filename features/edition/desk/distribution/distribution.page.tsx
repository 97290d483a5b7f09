import {
  AbsentRecord,
  BackToList,
  ExportButton,
  formatInstant,
  isMissing,
  PageHeader,
  useFilters,
  usePhone,
} from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { DeliveryQuery } from '../../contract/index.ts'
import { type BoardAsk, DeliveryBoard } from './delivery-board.tsx'
import styles from './distribution.module.css'
import { deliveriesQuery, issueCalls } from './distribution.queries.ts'
import { distributionTexts } from './distribution.texts.ts'
import { printNames } from './print-list.ts'

export default function DistributionPage() {
  const t = distributionTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [filters] = useFilters<DeliveryQuery>()
  const list = useQuery(deliveriesQuery(id, filters))
  const phone = usePhone()
  const client = useQueryClient()
  const [asked, setAsked] = useState<BoardAsk>(null)
  const page = list.data
  if (!page || isMissing(list.error))
    return (
      <AbsentRecord
        query={list}
        list="/editions"
        title={t('distribution')}
        back={t('backEdition')}
        missing={t('missingIssue')}
        goList={t('goEditions')}
      />
    )
  const print = async () => {
    const { rows } = await client.fetchQuery(deliveriesQuery(id, { tab: 'print', pageSize: 100 }))
    printNames(t('printTitle', { issue: page.issueName }), rows)
  }
  const { page: _, pageSize: __, ...shown } = filters
  return (
    <>
      <PageHeader
        title={t('distributionOf', { issue: page.issueName })}
        back={<BackToList to="/editions">{t('editions')}</BackToList>}
        note={[page.title, t('issuedAt', { at: formatInstant(page.issuedAt) })].filter(Boolean).join(' · ')}
        actions={
          <>
            {page.counts.print > 0 && !phone ? (
              <Button onClick={() => void print()}>{t('printList')}</Button>
            ) : null}
            {phone ? null : (
              <ExportButton path={`/api/editions/${id}/deliveries/export`} order={{ body: shown }} />
            )}
            {page.actions.includes('add') ? (
              <Button onClick={() => setAsked('add')}>{t('add')}</Button>
            ) : null}
            {page.actions.includes('remind') ? (
              <Button type="primary" onClick={() => setAsked('all')}>
                {t('remindAll')}
              </Button>
            ) : null}
          </>
        }
      />
      <nav className={styles['links']} aria-label={page.issueName}>
        <Link to="/issues/$id" params={{ id }}>
          {t('openIssue')}
        </Link>
        <Link to="/errata" search={{ edition: id }}>
          {t('errata')}
        </Link>
        {page.actions.includes('add') ? (
          <Link to="/errata/new" search={{ edition: id }}>
            {t('newErratum')}
          </Link>
        ) : null}
      </nav>
      <DeliveryBoard list={list} calls={issueCalls(id)} asked={asked} onAsk={setAsked} />
    </>
  )
}
