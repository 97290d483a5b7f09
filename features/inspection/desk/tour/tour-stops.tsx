import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { ActDialog } from '@jianbao/organisation/desk/parts'
import { DayField, EmptyState, FormField, formatDay, StateTag, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Tour, TourStop } from '../../contract/index.ts'
import { useTourStep } from '../inspection.queries.ts'
import { AddStops } from './add-stops.tsx'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

const tones = { planned: 'quiet', 'under-way': 'busy', done: 'good' } as const

/** The stops by day, with how far each is. */
export function TourStops({ tour }: { readonly tour: Tour }) {
  const t = tourTexts.useTexts()
  const language = useLanguage()
  const [adding, setAdding] = useState(false)
  const plans = tour.actions.includes('edit')
  const days = [...Map.groupBy(tour.stopList, ({ day }) => day)]
  return (
    <section className={styles['card']} aria-labelledby="tour-stops">
      <div className={styles['cardHead']}>
        <h2 id="tour-stops">{t('stops')}</h2>
        {plans ? <Button onClick={() => setAdding(true)}>{t('addStops')}</Button> : null}
      </div>
      {days.length === 0 ? <EmptyState title={t('noStops')}>{t('noStopsWords')}</EmptyState> : null}
      {days.map(([day, stops]) => (
        <div key={day} className={styles['day']}>
          <h3>{formatDay(day, language)}</h3>
          <ul>
            {stops.map((stop, at) => (
              <StopRow key={stop.id} tour={tour} stop={stop} at={at} of={stops.length} />
            ))}
          </ul>
        </div>
      ))}
      {adding ? <AddStops tour={tour} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

type StopRowProps = {
  readonly tour: Tour
  readonly stop: TourStop
  readonly at: number
  readonly of: number
}

function StopRow({ tour, stop, at, of }: StopRowProps) {
  const t = tourTexts.useTexts()
  const [asked, setAsked] = useState<'move' | 'remove' | null>(null)
  const step = useTourStep(tour)
  const { unitName: unit } = stop
  const figures = [
    tour.checklist.length > 0 ? t('answeredOf', { done: stop.answered, count: tour.checklist.length }) : null,
    stop.findings > 0 ? t('stopFindings', { count: stop.findings }) : null,
    stop.interviews > 0 ? t('stopTalks', { count: stop.interviews }) : null,
    stop.photos > 0 ? t('stopPhotos', { count: stop.photos }) : null,
  ].filter(words => words !== null)
  const order = (position: number) =>
    step.mutate({ act: 'move-stop', stopId: stop.id, stopVersion: stop.version, position })
  const empty = stop.answered + stop.findings + stop.interviews + stop.photos === 0
  return (
    <li className={styles['stop']}>
      <div className={styles['cardHead']}>
        <Link to="/stops/$id" params={{ id: stop.id }} className={styles['stopName'] ?? ''}>
          {unit}
        </Link>
        <StateTag tone={tones[stop.state]}>{t(`stop.${stop.state}`)}</StateTag>
      </div>
      <p className={styles['note']}>{figures.join(' · ')}</p>
      {stop.recusals.length > 0 ? (
        <p className={styles['warn']}>{t('recusalWords', { names: stop.recusals.join('、') })}</p>
      ) : null}
      {stop.actions.includes('plan') ? (
        <div className={styles['stopActs']}>
          {of > 1 ? (
            <>
              <Button
                type="link"
                size="small"
                disabled={at === 0}
                aria-label={t('stopUp', { unit })}
                onClick={() => order(at - 1)}
                icon={<ArrowUpOutlined aria-hidden="true" />}
              />
              <Button
                type="link"
                size="small"
                disabled={at === of - 1}
                aria-label={t('stopDown', { unit })}
                onClick={() => order(at + 1)}
                icon={<ArrowDownOutlined aria-hidden="true" />}
              />
            </>
          ) : null}
          <Button type="link" size="small" onClick={() => setAsked('move')}>
            {t('stopMove')}
          </Button>
          {empty ? (
            <Button type="link" size="small" danger onClick={() => setAsked('remove')}>
              {t('stopRemove')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asked ? <AskStop tour={tour} stop={stop} deed={asked} onClose={() => setAsked(null)} /> : null}
    </li>
  )
}

type AskStopProps = {
  readonly tour: Tour
  readonly stop: TourStop
  readonly deed: 'move' | 'remove'
  readonly onClose: () => void
}

function AskStop({ tour, stop, deed, onClose }: AskStopProps) {
  const t = tourTexts.useTexts()
  const { message } = App.useApp()
  const step = useTourStep(tour)
  const [day, setDay] = useState<string | undefined>(stop.day)
  const moves = deed === 'move'
  const confirm = async () => {
    if (moves && day)
      await step.mutateAsync({ act: 'move-stop', stopId: stop.id, stopVersion: stop.version, day })
    else await step.mutateAsync({ act: 'remove-stop', stopId: stop.id })
    void message.success(t('saved'))
  }
  return (
    <ActDialog
      title={t(moves ? 'stopMoveTitle' : 'stopRemoveTitle', { unit: stop.unitName })}
      confirm={t(moves ? 'save' : 'stopRemove')}
      cancel={t('cancel')}
      danger={!moves}
      blocked={moves && !day}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {moves ? (
        <FormField label={t('stopDay')}>
          <DayField label={t('stopDay')} value={day} earliest={tour.fromDay} onChange={setDay} />
        </FormField>
      ) : (
        <p>{t('stopRemoveWords')}</p>
      )}
    </ActDialog>
  )
}
