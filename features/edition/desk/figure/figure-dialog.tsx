import { DayField, SearchField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import {
  type Edition,
  type FigureAsk,
  type FigureAttrs,
  type FigureFactQuery,
  type FigureOp,
  type FigureSource,
  figureOps,
  figureReaches,
} from '../../contract/index.ts'
import { type Choice, choicesOf, keyOf } from './fact-choices.ts'
import { FactRows } from './fact-rows.tsx'
import styles from './figure.module.css'
import { factsQuery, resolvedQuery } from './figure.queries.ts'
import { figureTexts } from './figure.texts.ts'
import { FigureResult } from './figure-result.tsx'

export type FigureDialogProps = {
  readonly edition: Edition
  readonly itemId: string
  readonly onClose: () => void
  readonly onInsert: (figure: FigureAttrs) => void
}

const firstPage = 50

/** Chooses figures of reports, says what they come to in words and how it is printed, and puts that into the text. */
export function FigureDialog({ edition, itemId, onClose, onInsert }: FigureDialogProps) {
  const t = figureTexts.useTexts()
  const own = edition.content.find(({ id }) => id === itemId)?.sources ?? []
  const [filters, setFilters] = useState<FigureFactQuery>({
    reach: own.length > 0 ? 'item' : 'edition',
    itemId,
    pageSize: firstPage,
  })
  const [op, setOp] = useState<FigureOp>('one')
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map())
  const facts = useQuery(factsQuery(edition.id, filters))
  const filter = (change: Partial<FigureFactQuery>) =>
    setFilters(before => withoutBlanks({ ...before, pageSize: firstPage, ...change }))
  const bare = op === 'count' || op === 'distinct'
  const choices = choicesOf({ edition, itemId, reach: filters.reach, facts: facts.data?.rows ?? [], bare })
  const ask = askOf(op, [...chosen.values()])
  const resolved = useQuery(resolvedQuery(edition.id, ask))
  const toggle = (choice: Choice) => {
    const key = keyOf(choice)
    if (op === 'one') return setChosen(new Map(chosen.has(key) ? [] : [[key, choice]]))
    const next = new Map(chosen)
    if (!next.delete(key)) next.set(key, choice)
    return setChosen(next)
  }
  return (
    <Modal
      open={true}
      title={t('dialogTitle')}
      width={720}
      footer={null}
      onCancel={onClose}
      destroyOnHidden={true}
    >
      <div className={styles['dialog']}>
        <div className={styles['filters']}>
          <Segmented
            aria-label={t('op')}
            value={op}
            options={figureOps.map(value => ({ value, label: t(`op.${value}`) }))}
            onChange={value => {
              setOp(value)
              setChosen(new Map())
            }}
          />
          <Select
            aria-label={t('reach')}
            value={filters.reach}
            popupMatchSelectWidth={false}
            options={figureReaches.map(value => ({ value, label: t(`reach.${value}`) }))}
            onChange={reach => filter({ reach })}
          />
          {bare ? null : (
            <Select
              aria-label={t('measure')}
              value={filters.measure ? `${filters.measure} ${filters.unit}` : ''}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: t('anyMeasure') },
                ...(facts.data?.measures ?? []).map(({ key, name, unit, count }) => ({
                  value: `${key} ${unit}`,
                  label: t('measureOption', { name, unit, count }),
                })),
              ]}
              onChange={value => {
                const [measure = '', unit = ''] = value.split(' ')
                filter({ measure, unit })
              }}
            />
          )}
          {filters.reach === 'all' ? (
            <>
              <Select
                aria-label={t('campaign')}
                value={filters.campaign ?? ''}
                popupMatchSelectWidth={false}
                options={[
                  { value: '', label: t('anyCampaign') },
                  ...(facts.data?.campaigns ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={campaign => filter({ campaign })}
              />
              <DayField
                label={t('from')}
                value={filters.from}
                earliest="2000-01-01"
                onChange={from => filter({ from: from ?? '' })}
              />
              <DayField
                label={t('to')}
                value={filters.to}
                earliest="2000-01-01"
                onChange={to => filter({ to: to ?? '' })}
              />
            </>
          ) : null}
          {bare && filters.reach !== 'all' ? null : (
            <SearchField label={t('search')} value={filters.q ?? ''} onSearch={q => filter({ q })} />
          )}
        </div>
        {choices.length === 0 && facts.data ? (
          <Alert type="info" title={t('none')} />
        ) : (
          <FactRows choices={choices} chosen={chosen} single={op === 'one'} onToggle={toggle} />
        )}
        <div className={styles['filters']}>
          {op === 'one' ? null : (
            <>
              <Checkbox
                checked={choices.length > 0 && choices.every(choice => chosen.has(keyOf(choice)))}
                onChange={event =>
                  setChosen(
                    new Map(event.target.checked ? choices.map(choice => [keyOf(choice), choice]) : []),
                  )
                }
              >
                {t('chooseAll')}
              </Checkbox>
              <span>{t('chosen', { count: chosen.size })}</span>
            </>
          )}
          {!bare && facts.data && facts.data.total > facts.data.rows.length ? (
            <Button size="small" type="link" onClick={() => filter({ pageSize: 200 })}>
              {t('more', { total: facts.data.total })}
            </Button>
          ) : null}
        </div>
        {ask && resolved.data === null && !resolved.isFetching ? (
          <Alert type="warning" title={t('sumMixed')} />
        ) : null}
        <FigureResult
          key={JSON.stringify(ask)}
          ask={ask}
          resolved={ask ? (resolved.data ?? null) : null}
          onClose={onClose}
          onInsert={onInsert}
        />
      </div>
    </Modal>
  )
}

/** A sum is of the measure of its first figure; whether the others are too is for the server to say. */
function askOf(op: FigureOp, chosen: readonly Choice[]): FigureAsk | null {
  const [first] = chosen
  if (!first) return null
  const bare = op === 'count' || op === 'distinct'
  const sources: FigureSource[] = chosen.map(({ reportId, figureId }) => ({ reportId, figureId }))
  return { op, measure: bare ? null : first.measure, sources }
}

const withoutBlanks = (query: FigureFactQuery): FigureFactQuery =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== '' && value !== undefined),
  ) as FigureFactQuery
