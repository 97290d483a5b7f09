import { BackToList, ListSkeleton, PageHeader, ProblemNotice, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import type { InspectorCandidates } from '../../contract/index.ts'
import { candidatesQuery, prepareDraw, useRefreshDraws } from './draw.queries.ts'
import { drawTexts } from './draw.texts.ts'
import { PlanForm } from './plan-form.tsx'
import { freshValues, planOf } from './plan-values.ts'

/** Prepares a draw; everything can be changed until the commitment is published. */
export default function NewDrawPage() {
  const t = drawTexts.useTexts()
  const candidates = useQuery(candidatesQuery)
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        note={t('newNote')}
        back={<BackToList to="/draws">{t('back')}</BackToList>}
      />
      {candidates.data ? (
        <NewDraw candidates={candidates.data} />
      ) : candidates.error ? (
        <ProblemNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
      ) : (
        <ListSkeleton />
      )}
    </>
  )
}

function NewDraw({ candidates }: { readonly candidates: InspectorCandidates }) {
  const t = drawTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshDraws()
  const [id] = useState(() => crypto.randomUUID())
  const [values, setValues] = useState(() => freshValues(candidates))
  const { busy, error, send } = useSending(() => undefined)
  const save = () =>
    void send(async () => {
      const { name, campaignId, plan } = values
      await prepareDraw({ id, name: name.trim(), campaignId, plan: planOf(plan) })
      refresh()
      void message.success(t('saved'))
      await navigate({ to: '/draws/$id', params: { id }, replace: true })
    })
  return (
    <PlanForm
      values={values}
      candidates={candidates}
      busy={busy}
      error={error}
      status={t('unsaved')}
      onChange={setValues}
      onSave={save}
    />
  )
}
