import { useProblemText } from '@jianbao/ui'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type ReportForm as FormFacts, reportTextLimit } from '../../contract/index.ts'
import { takeReading } from './accept-proposal.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import type { DraftKeeper } from './draft-keeper.ts'
import { draftMarks } from './draft-marks.ts'
import { FactFields } from './fact-fields.tsx'
import { type FieldFault, fieldFaults } from './field-faults.ts'
import { FieldFrame } from './field-frame.tsx'
import { FigureRows } from './figure-rows.tsx'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'
import { FormStart } from './form-start.tsx'
import { MarkedText } from './marked-text.tsx'
import { isBlank } from './merge-drafts.ts'
import { PartnerRows } from './partner-rows.tsx'
import { PhotoField } from './photo-field.tsx'
import type { PhotoQueue } from './photo-queue.ts'
import { ReadingNotice } from './reading-notice.tsx'
import { SaveLine } from './save-line.tsx'
import { TaskField } from './task-field.tsx'
import { useKeeper, usePhotos } from './use-draft.ts'
import { useFaultWords } from './use-fault-words.ts'
import type { FormTools } from './use-form.ts'
import { useHandIn } from './use-hand-in.tsx'
import { useReading } from './use-reading.ts'

type ReportFormProps = {
  readonly reportId: string
  readonly personId: string
  readonly form: FormFacts
  readonly keeper: DraftKeeper
  readonly photos: PhotoQueue
  readonly onUnit: (unitId: string) => void
}

/** The form: on a phone one under another, on a desk the text beside the facts. */
export function ReportForm({ reportId, personId, form, keeper, photos, onUnit }: ReportFormProps) {
  const state = useKeeper(keeper)
  const { draft } = state
  const [lit, setLit] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [begun, setBegun] = useState(!isBlank(draft))
  const campaign =
    form.campaigns.find(({ id }) => id === draft.campaignId) ??
    (draft.campaignId ? null : form.campaigns[0]) ??
    null
  const change: FormTools['change'] = make =>
    // A report belongs to a campaign as soon as something is written.
    keeper.change(now => make({ ...now, campaignId: now.campaignId ?? campaign?.id ?? null }))
  const faults = tried ? fieldFaults(draft, campaign, form.today) : []
  const tools: FormTools = { draft, form, campaign, change, lit, onLight: setLit, faults }
  const onFaults = (found: readonly FieldFault[]) => {
    setTried(true)
    if (found[0]) focusField(found[0].field)
  }
  const { busy, handIn } = useHandIn({ keeper, photos, personId, reportId, tools, onFaults })
  const hung = usePhotos(photos)
  const started = begun || !isBlank(draft) || hung.photos.length + hung.waiting.length > 0
  if (!started)
    return (
      <>
        <UnitField tools={tools} onUnit={onUnit} />
        <Commissions tools={tools} onBegin={() => setBegun(true)} />
        <FormStart
          unitId={draft.unitId}
          campaignId={campaign?.id ?? null}
          onRead={reading => {
            change(now => takeReading(now, reading))
            setBegun(true)
          }}
          onText={body => {
            change(now => ({ ...now, body: body.slice(0, reportTextLimit) }))
            setBegun(true)
          }}
        />
      </>
    )
  return (
    <>
      <ConflictPanel keeper={keeper} state={state} campaign={campaign} />
      <div className={styles['form']}>
        <div className={styles['textSide']}>
          <ReadingNotice tools={tools} />
          <TextField tools={tools} />
        </div>
        <div className={styles['factSide']}>
          <UnitField tools={tools} onUnit={onUnit} />
          <FactFields tools={tools} />
          <TaskField tools={tools} />
          <FigureRows tools={tools} />
          <PartnerRows tools={tools} />
          <PhotoField queue={photos} />
          <SendBar tools={tools} busy={busy} onSend={() => void handIn()}>
            <SaveLine state={state} keeper={keeper} />
          </SendBar>
        </div>
      </div>
    </>
  )
}

function TextField({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const text = useProblemText()
  const { draft, change, lit, onLight } = tools
  const words = useFaultWords()
  const reading = useReading(tools)
  const touch = (id: string) => {
    onLight(id)
    document.querySelector(`[data-field="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <MarkedText
        label={t('body')}
        text={draft.body}
        marks={draftMarks(draft)}
        lit={lit}
        placeholder={t('bodyHint')}
        limit={reportTextLimit}
        problem={words(tools, 'body')}
        onText={body => change(now => ({ ...now, body }))}
        onTouch={touch}
      />
      <div className={styles['textFoot']}>
        <span className={styles['hint']}>{t('characters', { count: draft.body.length })}</span>
        <Button
          size="small"
          loading={reading.busy}
          disabled={draft.body.length < 10}
          onClick={reading.readAgain}
        >
          {t('readAgain')}
        </Button>
      </div>
      {reading.error ? (
        <p className={styles['problem']} role="alert">
          {text(reading.error)}
        </p>
      ) : null}
    </>
  )
}

type UnitFieldProps = { readonly tools: FormTools; readonly onUnit: (unitId: string) => void }

function UnitField({ tools: { form, draft, change, onLight }, onUnit }: UnitFieldProps) {
  const t = formTexts.useTexts()
  const name = form.units.find(({ id }) => id === draft.unitId)?.name
  if (form.units.length < 2)
    return (
      <p className={styles['unit']}>
        <span>{t('unitName')}</span> <strong>{name}</strong>
      </p>
    )
  return (
    <FieldFrame id="unit" label={t('unitName')} lit={false} onLight={onLight}>
      {control => (
        <Select
          id={control}
          aria-label={t('unitName')}
          value={draft.unitId}
          options={form.units.map(unit => ({ value: unit.id, label: unit.name }))}
          onChange={unitId => {
            change(now => ({ ...now, unitId, taskId: null, periodNo: null, commissionId: null }))
            onUnit(unitId)
          }}
        />
      )}
    </FieldFrame>
  )
}

/** Pieces asked of the unit: one of them may be what is written now. */
function Commissions({ tools: { form, change }, onBegin }: { tools: FormTools; onBegin: () => void }) {
  const t = formTexts.useTexts()
  if (form.commissions.length === 0) return null
  return (
    <section className={styles['commissions']} aria-labelledby="commissions">
      <h2 id="commissions">{t('commissions')}</h2>
      <ul>
        {form.commissions.map(({ id, title, brief, dueDay, byName, campaignId, taskId, periodNo }) => (
          <li key={id}>
            <div>
              <strong>{title}</strong>
              <p>{[brief, t('commissionDue', { due: dueDay, by: byName })].filter(Boolean).join(' ')}</p>
            </div>
            <Button
              onClick={() => {
                change(now => ({
                  ...now,
                  ...{ commissionId: id, taskId, periodNo, title: title.slice(0, 120) },
                  campaignId: campaignId ?? now.campaignId,
                }))
                onBegin()
              }}
            >
              {t('answerCommission')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type SendBarProps = {
  readonly tools: FormTools
  readonly busy: boolean
  readonly onSend: () => void
  readonly children: React.ReactNode
}

/** At the thumb: where the words are kept, and the one thing to do next. */
function SendBar({ tools: { form }, busy, onSend, children }: SendBarProps) {
  const t = formTexts.useTexts()
  const { signs, leads, deskName } = form
  const way = signs
    ? t('wayOut', { desk: deskName })
    : leads.length
      ? t('wayLead', { lead: leads.slice(0, 2).join('、'), desk: deskName })
      : t('wayNoLead')
  return (
    <div className={styles['bar']}>
      <div className={styles['barWords']}>
        {children}
        <p className={styles['way']}>{way}</p>
      </div>
      <Button type="primary" size="large" loading={busy} onClick={onSend}>
        {t(signs ? 'handOut' : 'handIn')}
      </Button>
    </div>
  )
}

function focusField(field: string): void {
  const box = document.querySelector<HTMLElement>(`[data-field="${field}"]`)
  const control = box?.matches('textarea')
    ? box
    : box?.querySelector<HTMLElement>('input, textarea, [role="combobox"], button')
  box?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
