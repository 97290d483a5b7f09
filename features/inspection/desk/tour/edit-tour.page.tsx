import { AbsentRecord, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import type { Tour } from '../../contract/index.ts'
import { tourQuery, useTourStep } from '../inspection.queries.ts'
import { tourTexts } from './tour.texts.ts'
import { TourForm } from './tour-form.tsx'

export default function EditTourPage() {
  const t = tourTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const tour = useQuery(tourQuery(id))
  if (tour.data?.actions.includes('edit')) return <Editing key={id} now={tour.data} />
  return (
    <AbsentRecord
      query={tour}
      list="/tours"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

/** What is typed is held against the tour as it was opened: whoever changed it meanwhile is not overwritten. */
function Editing({ now }: { now: Tour }) {
  const t = tourTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [tour] = useState(now)
  const step = useTourStep(tour)
  const { name, purpose, campaignId, fromDay, toDay, announced, team, checklist } = tour
  return (
    <>
      <PageHeader
        title={t('editTitle')}
        back={
          <Link to="/tours/$id" params={{ id: tour.id }}>
            {tour.name}
          </Link>
        }
      />
      <TourForm
        begin={{ name, purpose, campaignId, fromDay, toDay, announced, team, checklist }}
        title={t('editTitle')}
        onSave={words =>
          step.mutateAsync({
            act: 'edit',
            change: { ...words, team: words.team.map(({ personId, leader }) => ({ personId, leader })) },
          })
        }
        onSaved={() => {
          void message.success(t('saved'))
          void navigate({ to: '/tours/$id', params: { id: tour.id } })
        }}
      />
    </>
  )
}
