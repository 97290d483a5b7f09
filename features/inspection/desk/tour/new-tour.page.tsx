import { BackToList, ListSkeleton, PageHeader, ProblemNotice, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import type { DrawnUnits } from '../../contract/index.ts'
import { drawnQuery, planTour, useRefreshInspection } from '../inspection.queries.ts'
import type { NewTourSearch } from '../inspection-search.ts'
import { randomId } from '../stop/device-stops.ts'
import { DrawnStops, teamOf } from './drawn-stops.tsx'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'
import { TourForm, type TourWords } from './tour-form.tsx'

const blank: TourWords = {
  ...{
    name: '',
    purpose: '',
    campaignId: null,
    fromDay: '',
    toDay: '',
    announced: true,
    team: [],
    checklist: [],
  },
}

/** Plans a tour, of what a random draw brought when the address names one. */
export default function NewTourPage() {
  const t = tourTexts.useTexts()
  const [{ draw }] = useFilters<NewTourSearch>()
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        back={<BackToList to="/tours">{t('back')}</BackToList>}
        note={draw ? null : t('newNote')}
      />
      {draw ? <OfDraw key={draw} draw={draw} /> : <Planning drawn={null} />}
    </>
  )
}

function OfDraw({ draw }: { readonly draw: string }) {
  const drawn = useQuery(drawnQuery(draw))
  if (drawn.error) return <ProblemNotice error={drawn.error} onRetry={() => void drawn.refetch()} />
  if (!drawn.data) return <ListSkeleton rows={4} />
  return (
    <div className={styles['form']}>
      <DrawnStops drawn={drawn.data} />
      {drawn.data.void ? null : <Planning drawn={drawn.data} />}
    </div>
  )
}

/** What is sent twice over a bad line is planned once. */
function Planning({ drawn }: { readonly drawn: DrawnUnits | null }) {
  const t = tourTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshInspection()
  const [id] = useState(randomId)
  const count = drawn?.rows.length ?? 0
  const begin = drawn
    ? { ...blank, purpose: t('drawnPurpose', { name: drawn.name, count }), team: teamOf(drawn) }
    : blank
  const send = ({ team, ...words }: TourWords) =>
    planTour({ id, ...words, team: team.map(withoutName), ...(drawn ? { drawId: drawn.id } : {}) })
  return (
    <TourForm
      begin={begin}
      title={t('newTitle')}
      onSave={send}
      onSaved={() => {
        void refresh()
        void message.success(drawn ? t('drawnPlanned', { count }) : t('planned'))
        void navigate({ to: '/tours/$id', params: { id }, replace: true })
      }}
    />
  )
}

const withoutName = ({ personId, leader }: { personId: string; leader: boolean }) => ({
  personId,
  leader,
})
