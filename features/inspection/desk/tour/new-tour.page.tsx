import { BackToList, PageHeader } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { planTour, useRefreshInspection } from '../inspection.queries.ts'
import { randomId } from '../stop/device-stops.ts'
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

/** Plans a tour; what is sent twice over a bad line is planned once. */
export default function NewTourPage() {
  const t = tourTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshInspection()
  const [id] = useState(randomId)
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        back={<BackToList to="/tours">{t('back')}</BackToList>}
        note={t('newNote')}
      />
      <TourForm
        begin={blank}
        title={t('newTitle')}
        onSave={words => planTour({ id, ...words, team: words.team.map(withoutName) })}
        onSaved={() => {
          void refresh()
          void message.success(t('planned'))
          void navigate({ to: '/tours/$id', params: { id }, replace: true })
        }}
      />
    </>
  )
}

export const withoutName = ({ personId, leader }: { personId: string; leader: boolean }) => ({
  personId,
  leader,
})
