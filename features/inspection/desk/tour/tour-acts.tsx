import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { type Tour, type TourAction, tourDeeds } from '../../contract/index.ts'
import { useTourStep } from '../inspection.queries.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

type Deed = Exclude<TourAction, 'edit'>
const deeds: readonly Deed[] = [...tourDeeds, 'cancel']

/** Where the tour is in its course, and the buttons that the server says the caller may press. */
export function TourActs({ tour }: { readonly tour: Tour }) {
  const t = tourTexts.useTexts()
  const [asked, setAsked] = useState<Deed | null>(null)
  const may = deeds.filter(deed => tour.actions.includes(deed))
  return (
    <section className={styles['card']} aria-labelledby="tour-course">
      <h2 id="tour-course">{t('course')}</h2>
      <p className={styles['note']}>
        {tour.state === 'cancelled'
          ? t('note.cancelled', { reason: tour.reason ?? '' })
          : t(`note.${tour.state}`)}
      </p>
      <div className={styles['buttons']}>
        {may.map(deed => (
          <Button
            key={deed}
            {...(deed === 'open' ? { type: 'primary' as const } : {})}
            danger={deed === 'cancel'}
            onClick={() => setAsked(deed)}
          >
            {t(deed === 'cancel' ? 'cancelTour' : deed)}
          </Button>
        ))}
        {tour.actions.includes('edit') ? (
          <Link to="/tours/$id/edit" params={{ id: tour.id }}>
            {t('edit')}
          </Link>
        ) : null}
      </div>
      {asked ? <Ask deed={asked} tour={tour} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}

type AskProps = { readonly deed: Deed; readonly tour: Tour; readonly onClose: () => void }

function Ask({ deed, tour, onClose }: AskProps) {
  const t = tourTexts.useTexts()
  const { message } = App.useApp()
  const step = useTourStep(tour)
  const [reason, setReason] = useState('')
  const cancels = deed === 'cancel'
  const recusals = [...new Set(tour.stopList.flatMap(stop => stop.recusals))]
  const confirm = async () => {
    await step.mutateAsync(cancels ? { act: 'cancel', reason } : { act: deed })
    void message.success(t(`done.${deed}`))
  }
  return (
    <ActDialog
      title={t(`${deed}Title`)}
      confirm={t(cancels ? 'cancelTour' : deed)}
      cancel={t('cancel')}
      danger={cancels}
      blocked={cancels && reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(deed === 'open' && !tour.announced ? 'openWordsSilent' : `${deed}Words`)}</p>
      {deed === 'open' && recusals.length > 0 ? (
        <p role="alert">{t('openRecusal', { names: recusals.join('、') })}</p>
      ) : null}
      {cancels ? (
        <FormField label={t('reason')}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
    </ActDialog>
  )
}
