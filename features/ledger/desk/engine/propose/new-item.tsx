import type { PickedUnit } from '@jianbao/organisation/desk/parts'
import { formatCount, useSending } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useEffect, useState } from 'react'
import type { LedgerSummary } from '../../../contract/index.ts'
import { useProposeActs } from './propose.queries.ts'
import { proposeTexts } from './propose.texts.ts'
import {
  emptyValues,
  factsOf,
  oneUnitOf,
  type ProposeValues,
  proposeFaults,
  unitsOf,
} from './propose.values.ts'
import { keepProposal, keptProposal } from './propose-draft.ts'
import { ProposeForm, refusedNotice } from './propose-form.tsx'
import type { ProposeSearch } from './propose-search.ts'
import { useUnitCount } from './units-field.tsx'

type NewItemProps = {
  readonly ledgers: readonly LedgerSummary[]
  readonly personId: string
  readonly search: ProposeSearch
  readonly unit: PickedUnit | null
}

/** What other pages filled in goes before what was left on the device. */
function startOf({ ledgers, personId, search, unit }: NewItemProps): {
  values: ProposeValues
  kept: boolean
} {
  const { ledger, title, problem, measure, basis, due } = search
  const only = ledgers.length === 1 ? ledgers[0]!.id : null
  const ledgerId = ledgers.find(({ id }) => id === ledger)?.id ?? only
  const filled = [title, problem, measure, basis, due].some(Boolean) || unit !== null
  const kept = filled ? null : keptProposal(personId)
  if (kept)
    return {
      values: { ...kept, ledgerId: ledgers.find(one => one.id === kept.ledgerId)?.id ?? only },
      kept: true,
    }
  const values = {
    ...emptyValues,
    ledgerId,
    title: title ?? '',
    problem: problem ?? '',
    measure: measure ?? '',
    basis: basis ?? '',
    dueDay: due,
    units: unit ? [unit] : [],
  }
  return { values, kept: false }
}

export function NewItem(props: NewItemProps) {
  const { ledgers, personId, search } = props
  const t = proposeTexts.useTexts()
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const { propose } = useProposeActs()
  const [start] = useState(() => startOf(props))
  const [values, setValues] = useState(start.values)
  const [restored, setRestored] = useState(start.kept)
  const [tried, setTried] = useState(false)
  const [made, setMade] = useState(false)
  const { busy, error, send } = useSending(() => undefined)
  const count = useUnitCount(values)
  const faults = proposeFaults(values, true)
  const ledger = ledgers.find(({ id }) => id === values.ledgerId)
  const review = ledger?.rules.steps.review ?? true
  useEffect(() => {
    if (!made) keepProposal(personId, values)
  }, [personId, values, made])

  const make = (submit: boolean) =>
    send(async () => {
      const { items, first } = await propose({
        ledgerId: values.ledgerId!,
        facts: factsOf(values, oneUnitOf(values) !== null),
        units: unitsOf(values),
        submit,
      })
      setMade(true)
      keepProposal(personId, emptyValues)
      void message.success(
        t(!submit ? 'madeDraft' : review ? 'madeReview' : 'madeDispatch', { count: formatCount(items) }),
      )
      await (items === 1
        ? navigate({ to: '/ledger-items/$id', params: { id: first }, replace: true })
        : navigate({
            to: '/ledgers',
            search: { ledger: values.ledgerId!, q: values.title.trim() },
            replace: true,
          }))
    })
  const submit = (sends: boolean) => {
    setTried(true)
    if (faults.length > 0 || count === 0) return
    // What leaves for many units at once cannot be taken back.
    if (sends && !review && (count ?? 0) > 1)
      modal.confirm({
        title: t('sure', { count: formatCount(count ?? 0) }),
        content: t('sureWords'),
        okText: t('submitDispatch'),
        cancelText: t('cancel'),
        onOk: () => void make(true),
      })
    else void make(sends)
  }
  return (
    <>
      {search.origin ? <Alert type="info" showIcon title={t('origin', { origin: search.origin })} /> : null}
      {restored ? (
        <Alert
          type="info"
          showIcon
          title={t('draftKept')}
          action={
            <Button
              size="small"
              onClick={() => {
                setValues({ ...emptyValues, ledgerId: values.ledgerId })
                setRestored(false)
              }}
            >
              {t('draftDrop')}
            </Button>
          }
        />
      ) : null}
      <ProposeForm
        label={t('title')}
        ledgers={ledgers}
        values={values}
        faults={tried ? faults : []}
        onChange={change => setValues(before => ({ ...before, ...change }))}
        onSubmit={() => submit(true)}
        error={refusedNotice(error)}
        buttons={
          <>
            <Button disabled={busy || made} onClick={() => submit(false)}>
              {t('saveDraft')}
            </Button>
            <Button type="primary" htmlType="submit" loading={busy || made}>
              {t(review ? 'submitReview' : 'submitDispatch')}
            </Button>
          </>
        }
      />
    </>
  )
}
