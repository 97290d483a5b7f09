import { ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Draw, InspectorCandidates } from '../../contract/index.ts'
import { candidatesQuery, useDrawStep } from './draw.queries.ts'
import { drawTexts } from './draw.texts.ts'
import { type DrawDeed, DrawDialog } from './draw-dialog.tsx'
import { PlanForm } from './plan-form.tsx'
import { planOf, valuesOf } from './plan-values.ts'

/** A draw that is still being prepared: its form, and the step to the commitment. */
export function PreparedDraw({ draw }: { readonly draw: Draw }) {
  const candidates = useQuery(candidatesQuery)
  if (candidates.data) return <Prepared draw={draw} candidates={candidates.data} />
  if (candidates.error)
    return <ProblemNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
  return <ListSkeleton />
}

function Prepared({ draw, candidates }: { readonly draw: Draw; readonly candidates: InspectorCandidates }) {
  const t = drawTexts.useTexts()
  const step = useDrawStep(draw)
  // What is typed stays, whatever comes from the server.
  const [typed, setTyped] = useState<ReturnType<typeof valuesOf> | null>(null)
  const [asked, setAsked] = useState<DrawDeed | null>(null)
  const values = typed ?? valuesOf(draw)
  const save = () => {
    const { name, campaignId, plan } = values
    step.mutate(
      { act: 'edit', name: name.trim(), campaignId, plan: planOf(plan) },
      { onSuccess: () => setTyped(null) },
    )
  }
  return (
    <>
      <PlanForm
        values={values}
        candidates={candidates}
        busy={step.isPending}
        error={step.error}
        status={typed ? t('unsaved') : step.isSuccess ? t('saved') : ''}
        onChange={setTyped}
        onSave={save}
        acts={ready => (
          <>
            <Button
              type="primary"
              disabled={!ready || typed !== null}
              title={typed ? t('commitFirstSave') : ''}
              onClick={() => setAsked('commit')}
            >
              {t('commit')}
            </Button>
            <Button danger onClick={() => setAsked('remove')}>
              {t('discard')}
            </Button>
          </>
        )}
      />
      {asked ? <DrawDialog deed={asked} draw={draw} onClose={() => setAsked(null)} /> : null}
    </>
  )
}
