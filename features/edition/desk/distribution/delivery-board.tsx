import { ActDialog } from '@jianbao/organisation/desk/parts'
import { EmptyState, FoldingFilters, ListFrame, ListTabs, useFilters, useProblemText } from '@jianbao/ui'
import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, type InputRef, Select } from 'antd'
import { useRef } from 'react'
import {
  type Delivery,
  type DeliveryPage,
  type DeliveryQuery,
  type DeliveryTab,
  deliveryTabs,
  distributionKinds,
} from '../../contract/index.ts'
import { AddDialog } from './add-dialog.tsx'
import { DeliveryRows } from './delivery-rows.tsx'
import styles from './distribution.module.css'
import { type DeliveryCalls, deliveryKey } from './distribution.queries.ts'
import { distributionTexts } from './distribution.texts.ts'

/** What is asked of the board from outside: a dialog of its own opens. */
export type BoardAsk = 'add' | 'all' | Delivery | null

type BoardProps = {
  readonly list: UseQueryResult<DeliveryPage>
  readonly calls: DeliveryCalls
  readonly asked: BoardAsk
  readonly onAsk: (ask: BoardAsk) => void
}

const answers: readonly DeliveryTab[] = ['unanswered', 'overdue', 'answered']

/** The recipients of a document and what came back: reminded, added to, looked through. Filters stand in the address. */
export function DeliveryBoard({ list, calls, asked, onAsk }: BoardProps) {
  const t = distributionTexts.useTexts()
  const [filters, setFilters] = useFilters<DeliveryQuery>()
  const client = useQueryClient()
  const text = useProblemText()
  const { message } = App.useApp()
  const search = useRef<InputRef>(null)
  const page = list.data
  if (!page) return null
  const again = () => client.invalidateQueries({ queryKey: [deliveryKey] })
  const remind = async (ids?: string[]) => {
    const { reminded, quiet, unreached } = await calls.remind(ids ? { ids } : {})
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
      await calls.resend(row.id)
      void message.success(t('resendDone'))
    } catch (error) {
      void message.error(text(error))
    }
    await again()
  }
  const { page: _, pageSize: __, ...shown } = filters
  const filtered = Object.keys(shown).length > 0
  const tabs = deliveryTabs.filter(tab => page.replyDueDay !== null || !answers.includes(tab))
  return (
    <>
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
        tabs={tabs.map(tab => ({ tab, words: t(`tab.${tab}`), count: page.counts[tab] }))}
      />
      <ListFrame<Delivery, DeliveryPage>
        list={list}
        onOpen={row => (row.actions.includes('remind') ? onAsk(row) : undefined)}
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
          <DeliveryRows rows={rows} selected={selected} onRemind={onAsk} onResend={row => void resend(row)} />
        )}
      </ListFrame>
      {asked === 'add' ? (
        <AddDialog
          onClose={() => onAsk(null)}
          onAdd={async recipient => {
            await calls.add(recipient)
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
          onClose={() => onAsk(null)}
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
