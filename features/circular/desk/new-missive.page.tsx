import {
  BackToList,
  DayField,
  FormField,
  ListSkeleton,
  PageHeader,
  ProblemNotice,
  useFilters,
  useSending,
} from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  type MissiveDraft,
  type MissiveKind,
  type MissivePlan,
  type MissivePlanQuery,
  missiveKinds,
} from '../contract/index.ts'
import styles from './missive.module.css'
import { draftMissives, missiveKey, planQuery } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'
import { type DraftSearch, filtersOf } from './missive-search.ts'
import { PlanWords } from './plan-words.tsx'

/** From chosen items, or from a ledger under filters, to drafts: what will be made is counted before. */
export default function NewMissivePage() {
  const t = missiveTexts.useTexts()
  const [search, setSearch] = useFilters<DraftSearch>()
  const kind = search.send ?? 'supervision'
  const filters = filtersOf(search)
  const query = { ...filters, send: kind, issuer: search.issuer, items: search.items }
  const plan = useQuery(planQuery(dropEmpty(query)))
  const choose = (change: DraftSearch) => setSearch(change)
  return (
    <>
      <PageHeader title={t('newTitle')} back={<BackToList to="/missives">{t('back')}</BackToList>} />
      <div className={styles['steps']}>
        <section className={styles['box']} aria-labelledby="missive-kind">
          <h2 id="missive-kind">{t('stepKind')}</h2>
          <Radio.Group
            className={styles['kinds'] ?? ''}
            aria-labelledby="missive-kind"
            value={kind}
            onChange={event => choose({ send: event.target.value as MissiveKind })}
          >
            {missiveKinds.map(each => (
              <Radio key={each} value={each}>
                <strong>{t(`kind.${each}`)}</strong>
                <span className={styles['soft']}>{t(`kindWords.${each}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </section>
        {plan.error ? <ProblemNotice error={plan.error} onRetry={() => void plan.refetch()} /> : null}
        {plan.isPending ? <ListSkeleton rows={4} /> : null}
        {plan.data ? (
          <>
            <SourceStep search={search} plan={plan.data} kind={kind} onChoose={choose} />
            <TermStep
              key={`${kind} ${plan.data.unitId}`}
              kind={kind}
              plan={plan.data}
              stale={plan.isPlaceholderData}
              source={{
                kind,
                issuer: plan.data.unitId,
                ...(search.items ? { items: search.items.split(',') } : {}),
                filter: filters as NonNullable<MissiveDraft['filter']>,
              }}
            />
          </>
        ) : null}
      </div>
    </>
  )
}

/** The server judges the filters; what is not set is not sent. */
const dropEmpty = (query: Record<string, string | undefined>): MissivePlanQuery =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value)) as unknown as MissivePlanQuery

type StepProps = {
  readonly search: DraftSearch
  readonly plan: MissivePlan
  readonly kind: MissiveKind
  readonly onChoose: (change: DraftSearch) => void
}

function SourceStep({ search, plan, kind, onChoose }: StepProps) {
  const t = missiveTexts.useTexts()
  const chosen = search.items?.split(',').length
  const lights = ['red', 'yellow', 'blue'] as const
  return (
    <section className={styles['box']} aria-labelledby="missive-items">
      <h2 id="missive-items">{t('stepItems')}</h2>
      <div className={styles['form']}>
        {plan.choices.length > 1 ? (
          <FormField label={t('issuer')}>
            <Select
              value={plan.unitId}
              onChange={issuer => onChoose({ issuer })}
              options={plan.choices.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
            />
          </FormField>
        ) : null}
        {chosen ? <p>{t('byChosen', { count: chosen })}</p> : null}
        {chosen ? null : (
          <FormField label={t('ledger')}>
            <Select
              placeholder={t('chooseLedger')}
              value={search['ledger'] ?? null}
              onChange={ledger => onChoose({ ledger: ledger ?? undefined })}
              options={plan.ledgers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormField>
        )}
        {chosen || kind !== 'supervision' ? null : (
          <FormField label={t('light')}>
            <Select
              value={search['light'] ?? ''}
              onChange={light => onChoose({ light: light || undefined })}
              options={[
                { value: '', label: t('light.behind') },
                ...lights.map(light => ({ value: light, label: t(`light.${light}`) })),
              ]}
            />
          </FormField>
        )}
        {chosen || search['ledger'] || Object.keys(filtersOf(search)).length > 0 ? (
          <PlanWords plan={plan} kind={kind} />
        ) : null}
      </div>
    </section>
  )
}

type TermProps = {
  readonly kind: MissiveKind
  readonly plan: MissivePlan
  readonly stale: boolean
  readonly source: MissiveDraft
}

function TermStep({ kind, plan, stale, source }: TermProps) {
  const t = missiveTexts.useTexts()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [basis, setBasis] = useState('')
  const [replyDueDay, setReplyDueDay] = useState<string | undefined>(plan.replyDueDay)
  const sending = useSending(() => undefined)
  const count = kind === 'circular' ? (plan.items > 0 || source.filter?.ledger ? 1 : 0) : plan.unitCount
  const make = async () => {
    const more = kind === 'supervision' ? { replyDueDay: replyDueDay ?? null } : {}
    const { ids, batchId, count: made } = await draftMissives({ ...source, ...more, basis })
    await client.invalidateQueries({ queryKey: [missiveKey] })
    void message.success(t('made', { count: made }))
    if (made === 1) await navigate({ to: '/missives/$id', params: { id: ids[0]! } })
    else await navigate({ to: '/missives', search: { batch: batchId } })
  }
  return (
    <section className={styles['box']} aria-labelledby="missive-term">
      <h2 id="missive-term">{t('stepTerm')}</h2>
      <div className={styles['form']}>
        <FormField label={t('basis')} hint={t('basisHint')}>
          <Input value={basis} maxLength={300} onChange={event => setBasis(event.target.value)} />
        </FormField>
        {kind === 'supervision' ? (
          <FormField label={t('replyDay')} hint={t('replyHint')}>
            <DayField
              label={t('replyDay')}
              value={replyDueDay}
              onChange={setReplyDueDay}
              earliest="2000-01-01"
            />
          </FormField>
        ) : null}
        {sending.error ? <ProblemNotice error={sending.error} /> : null}
        <Button
          type="primary"
          size="large"
          disabled={count === 0 || stale}
          loading={sending.busy}
          onClick={() => void sending.send(make)}
        >
          {count > 1 ? t('makeCount', { count }) : t('make')}
        </Button>
      </div>
    </section>
  )
}
