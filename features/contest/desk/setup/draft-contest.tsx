import { ListSkeleton, ProblemNotice, useFilters, usePersonId } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type ContestChoices, type ContestRecord, standingAgainst } from '../../contract/index.ts'
import { choicesQuery, useContestDeed } from './contest.queries.ts'
import { ContestForm } from './contest-form.tsx'
import type { FormSearch } from './contest-search.ts'
import { type ContestValues, valuesOf, wordsOf } from './contest-values.ts'
import { type AskedDeed, DeedDialog } from './deed-dialog.tsx'
import { dropValues, keepValues, keptValues } from './kept-values.ts'
import { PreviewDrawer } from './preview-drawer.tsx'
import { RehearsalCard } from './rehearsal-card.tsx'
import { setupTexts } from './setup.texts.ts'

/** A contest that is being set up: its form, and the ways to a rehearsal and to the opening. */
export function DraftContest({ contest }: { readonly contest: ContestRecord }) {
  const choices = useQuery(choicesQuery)
  const personId = usePersonId()
  if (choices.data && personId) return <Draft contest={contest} choices={choices.data} personId={personId} />
  if (choices.error) return <ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} />
  return <ListSkeleton />
}

type DraftProps = {
  readonly contest: ContestRecord
  readonly choices: ContestChoices
  readonly personId: string
}

function Draft({ contest, choices, personId }: DraftProps) {
  const t = setupTexts.useTexts()
  const { id, version, actions } = contest
  const deed = useContestDeed(contest)
  const [search, setSearch] = useFilters<FormSearch>()
  // What is typed stays, whatever comes from the server, and outlives a closed window.
  const [typed, setTyped] = useState<ContestValues | null>(() => keptValues(personId, id, version))
  const [asked, setAsked] = useState<AskedDeed | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const values = typed ?? valuesOf(contest)
  const against = standingAgainst(contest.faults).length
  const change = (next: ContestValues) => {
    setTyped(next)
    keepValues(personId, id, next, version)
  }
  const save = () =>
    deed.mutate(
      { act: 'edit', ...wordsOf(values) },
      {
        onSuccess: () => {
          setTyped(null)
          dropValues(personId, id)
        },
      },
    )
  const first = typed ? t('saveFirst') : against > 0 ? t('openBlocked', { count: against }) : ''
  return (
    <>
      <ContestForm
        fresh={false}
        values={values}
        choices={choices}
        step={search.step ?? 'basics'}
        busy={deed.isPending}
        error={deed.error}
        status={typed ? t('unsaved') : deed.isSuccess ? t('saved') : ''}
        onStep={step => setSearch({ step: step === 'basics' ? undefined : step })}
        onChange={change}
        onSave={save}
        acts={
          <>
            <Button
              disabled={
                typed !== null || contest.faults.some(({ at, hint }) => at.startsWith('draw') && !hint)
              }
              title={typed ? t('saveFirst') : ''}
              onClick={() => setPreviewing(true)}
            >
              {t('preview')}
            </Button>
            <Button disabled={first !== ''} title={first} onClick={() => setAsked('rehearse')}>
              {t('rehearse')}
            </Button>
            {actions.includes('open') ? (
              <Button type="primary" disabled={first !== ''} title={first} onClick={() => setAsked('open')}>
                {t('open')}
              </Button>
            ) : null}
            <Button danger onClick={() => setAsked('remove')}>
              {t('remove')}
            </Button>
          </>
        }
      />
      <RehearsalCard contest={contest} />
      {asked ? <DeedDialog deed={asked} contest={contest} onClose={() => setAsked(null)} /> : null}
      {previewing ? <PreviewDrawer id={id} onClose={() => setPreviewing(false)} /> : null}
    </>
  )
}
