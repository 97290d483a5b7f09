import { ProblemError } from '@jianbao/client'
import { AbsentRecord, EmptyState, isMissing, PageHeader, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { LedgerItem, LedgerSummary } from '../../../contract/index.ts'
import { itemQuery, useItemActs } from '../item/item.queries.ts'
import { ledgersQuery, useProposeActs } from './propose.queries.ts'
import { proposeTexts } from './propose.texts.ts'
import { factsOf, proposeFaults, valuesOfItem } from './propose.values.ts'
import { ProposeForm, refusedNotice } from './propose-form.tsx'

/** A proposal that was not submitted yet, in the same form. */
export default function EditItemPage() {
  const t = proposeTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const item = useQuery(itemQuery(id))
  const ledgers = useQuery(ledgersQuery)
  if (!item.data || !ledgers.data || isMissing(item.error))
    return (
      <AbsentRecord
        query={item.error ? item : ledgers}
        list="/ledgers"
        title={t('editTitle')}
        back={t('back')}
        missing={t('missing')}
        goList={t('back')}
      />
    )
  const back = (
    <Link to="/ledger-items/$id" params={{ id }}>
      ← {t('backItem')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('editTitle')} back={back} note={`${item.data.code} · ${item.data.unitName}`} />
      {item.data.actions.includes('edit') ? (
        <EditItem key={id} item={item.data} ledgers={ledgers.data.rows} />
      ) : (
        <EmptyState title={t('notDraft')} action={back} />
      )}
    </>
  )
}

type EditItemProps = { readonly item: LedgerItem; readonly ledgers: readonly LedgerSummary[] }

function EditItem({ item, ledgers }: EditItemProps) {
  const t = proposeTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const acts = useItemActs(item.id)
  const { edit } = useProposeActs()
  const [version, setVersion] = useState(item.version)
  const [values, setValues] = useState(() => valuesOfItem(item))
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useSending(() => undefined)
  const faults = proposeFaults(values, false)
  const overtaken = error instanceof ProblemError && error.code === 'changed-meanwhile'
  const save = () => {
    setTried(true)
    if (faults.length > 0) return
    void send(async () => {
      try {
        await edit(item.id, { version, facts: factsOf(values, true) })
      } catch (refused) {
        if (refused instanceof ProblemError && refused.code === 'changed-meanwhile')
          setVersion((await acts.fresh()).version)
        throw refused
      }
      void message.success(t('saved'))
      await navigate({ to: '/ledger-items/$id', params: { id: item.id } })
    })
  }
  return (
    <ProposeForm
      label={t('editTitle')}
      ledgers={ledgers}
      fixed
      values={values}
      faults={tried ? faults : []}
      onChange={change => setValues(before => ({ ...before, ...change }))}
      onSubmit={save}
      error={
        overtaken ? (
          <Alert type="warning" showIcon role="alert" title={t('overtaken')} />
        ) : (
          refusedNotice(error)
        )
      }
      buttons={
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('save')}
        </Button>
      }
    />
  )
}
