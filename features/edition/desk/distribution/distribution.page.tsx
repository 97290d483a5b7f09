import { ActDialog } from '@jianbao/organisation/desk/parts'
import {
  AbsentRecord,
  BackToList,
  EmptyState,
  ExportButton,
  FoldingFilters,
  formatInstant,
  isMissing,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  usePhone,
  useProblemText,
} from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import {
  type Delivery,
  type DeliveryPage,
  type DeliveryQuery,
  deliveryTabs,
  distributionKinds,
} from '../../contract/index.ts'
import { AddDialog } from './add-dialog.tsx'
import { DeliveryRows } from './delivery-rows.tsx'
import styles from './distribution.module.css'
import {
  addRecipient,
  deliveriesQuery,
  deliveryKey,
  remindRecipients,
  resendLetter,
} from './distribution.queries.ts'
import { distributionTexts } from './distribution.texts.ts'
import { printNames } from './print-list.ts'

export default function DistributionPage() {
  const t = distributionTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [filters, setFilters] = useFilters<DeliveryQuery>()
  const list = useQuery(deliveriesQuery(id, filters))
  const phone = usePhone()
  const client = useQueryClient()
  const text = useProblemText()
  const { message } = App.useApp()
  const search = useRef<InputRef>(null)
  const [asked, setAsked] = useState<'add' | 'all' | Delivery | null>(null)
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
  const again = () => client.invalidateQueries({ queryKey: [deliveryKey] })
  const remind = async (ids?: string[]) => {
    const { reminded, quiet, unreached } = await remindRecipients(id, ids ? { ids } : {})
    const words = [
      t('remindDone', { reminded }),
      quiet > 0 ? t('remindQuiet', { count: quiet }) : null,
      unreached > 0 ? t('remindUnreached', { count: unreached }) : null,
    ]
    void message.info(words.filter(Boolean).join('；'), 6)
    await again()
  }
  const resend = async (row: Delivery) => {
    try {
      await resendLetter(id, row.id)
      void message.success(t('resendDone'))
    } catch (error) {
      void message.error(text(error))
    }
    await again()
  }
  const print = async () => {
    const { rows } = await client.fetchQuery(deliveriesQuery(id, { tab: 'print', pageSize: 100 }))
    printNames(t('printTitle', { issue: page.issueName }), rows)
  }
  const { page: _, pageSize: __, ...shown } = filters
  const filtered = Object.keys(shown).length > 0
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
      <Alert
        className={styles['notice'] ?? ''}
        type={page.mails ? 'info' : 'warning'}
        showIcon
        title={t(page.mails ? 'mailProof' : 'mailOff')}
      />
      <Kinds page={page} onChoose={to => setFilters({ to })} />
      <FoldingFilters
        words={filters.q}
        label={t('searchRecipient')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={filters.to ? 1 : 0}
        more={filters.to ? t('moreSet', { count: 1 }) : t('more')}
      >
        <Select
          className={styles['select'] ?? ''}
          aria-label={t('kindFilter')}
          value={(filters.to ?? '') as string}
          onChange={kind => setFilters({ to: distributionKinds.find(each => each === kind) })}
          options={[
            { value: '', label: t('allKinds') },
            ...distributionKinds.map(kind => ({ value: kind, label: kind })),
          ]}
        />
      </FoldingFilters>
      <ListTabs
        label={t('tabs')}
        chosen={filters.tab ?? 'all'}
        onChoose={tab => setFilters({ tab: tab === 'all' ? undefined : tab })}
        tabs={deliveryTabs.map(tab => ({ tab, words: t(`tab.${tab}`), count: page.counts[tab] }))}
      />
      <ListFrame<Delivery, DeliveryPage>
        list={list}
        onOpen={row => (row.actions.includes('remind') ? setAsked(row) : undefined)}
        onPage={turned => setFilters({ page: turned })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noRecipientMatch')}
              action={
                <Button onClick={() => setFilters({ q: undefined, to: undefined, tab: undefined })}>
                  {t('clearFilters')}
                </Button>
              }
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('noRecipients')}>{t('noRecipientsWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => (
          <DeliveryRows
            rows={rows}
            selected={selected}
            onRemind={setAsked}
            onResend={row => void resend(row)}
          />
        )}
      </ListFrame>
      {asked === 'add' ? (
        <AddDialog
          onClose={() => setAsked(null)}
          onAdd={async recipient => {
            await addRecipient(id, recipient)
            void message.success(t('addDone'))
            await again()
          }}
        />
      ) : null}
      {asked !== null && asked !== 'add' ? (
        <ActDialog
          title={t('remindTitle')}
          confirm={t('remind')}
          cancel={t('cancel')}
          overtaken={t('overtaken')}
          onConfirm={() => remind(asked === 'all' ? undefined : [asked.id])}
          onClose={() => setAsked(null)}
        >
          <p>
            {asked === 'all'
              ? t('remindWords', { count: page.counts.unacknowledged })
              : t('remindOne', { name: asked.name })}
          </p>
        </ActDialog>
      ) : null}
    </>
  )
}

function Kinds({
  page,
  onChoose,
}: {
  readonly page: DeliveryPage
  readonly onChoose: (to: Delivery['to']) => void
}) {
  const t = distributionTexts.useTexts()
  return (
    <p className={styles['links']}>
      {page.kinds.map(({ to, counts }) => (
        <Button key={to} type="link" size="small" onClick={() => onChoose(to)}>
          {t('kindCount', { kind: to, count: counts.all })}
          {` · ${t('tab.acknowledged')} ${counts.acknowledged} · ${t('tab.unread')} ${counts.unread}`}
        </Button>
      ))}
    </p>
  )
}
