import { DayField, FormField, StateTag } from '@jianbao/ui'
import { Button, Input, Popconfirm, Radio } from 'antd'
import { useState } from 'react'
import { seriousnesses } from '../../contract/index.ts'
import { randomId } from './device-stops.ts'
import { PlacePhotos } from './place-photos.tsx'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'
import type { StopParts } from './stop-parts.types.ts'
import type { FindingWords, ShownStop } from './stop-pieces.ts'

const blank: FindingWords = {
  questionId: null,
  problem: '',
  basis: '',
  seriousness: 'minor',
  measure: '',
  dueDay: null,
}
const tones = { open: 'busy', confirmed: 'doubt', raised: 'doubt', dismissed: 'quiet' } as const

/** The findings of a stop; one is unfolded at a time. */
export function FindingCards(parts: StopParts) {
  const { keeper, shown, writes } = parts
  const t = stopTexts.useTexts()
  const [open, setOpen] = useState<string | null>(shown.findings.length === 1 ? shown.findings[0]!.id : null)
  const add = () => {
    const id = randomId()
    keeper.write({ kind: 'finding', id, words: blank })
    setOpen(id)
  }
  return (
    <>
      {shown.findings.length === 0 ? <p className={styles['note']}>{t('noFindings')}</p> : null}
      {shown.findings.map(finding => (
        <FindingCard
          key={finding.id}
          {...parts}
          finding={finding}
          open={open === finding.id}
          onOpen={() => setOpen(open === finding.id ? null : finding.id)}
        />
      ))}
      {writes ? (
        <Button size="large" block type="dashed" onClick={add}>
          {t('addFinding')}
        </Button>
      ) : null}
    </>
  )
}

type FindingCardProps = StopParts & {
  readonly finding: ShownStop['findings'][number]
  readonly open: boolean
  readonly onOpen: () => void
}

function FindingCard({ keeper, kept, finding, open, onOpen, writes, photos }: FindingCardProps) {
  const t = stopTexts.useTexts()
  const { id, state, ...words } = finding
  const edits = writes && state === 'open'
  const change = (part: Partial<FindingWords>, soon = false) =>
    keeper.write({ kind: 'finding', id, words: { ...words, ...part } }, soon)
  return (
    <section className={styles['card']} aria-label={words.problem || t('untitled')}>
      <div className={styles['cardHead']}>
        <h2>{words.problem || t('untitled')}</h2>
        <span className={styles['tags']}>
          <span>{t(`seriousness.${words.seriousness}`)}</span>
          <StateTag tone={tones[state]}>{t(`finding.${state}`)}</StateTag>
        </span>
      </div>
      {open ? (
        <div className={styles['fields']}>
          <FormField
            label={t('problem')}
            hint={t('problemHint')}
            problem={edits && !words.problem.trim() ? t('half') : null}
          >
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              disabled={!edits}
              value={words.problem}
              onChange={event => change({ problem: event.target.value })}
            />
          </FormField>
          <div>
            <span className={styles['label']} id={`serious-${id}`}>
              {t('seriousness')}
            </span>
            <Radio.Group
              className={styles['choices'] ?? ''}
              aria-labelledby={`serious-${id}`}
              optionType="button"
              buttonStyle="solid"
              disabled={!edits}
              value={words.seriousness}
              onChange={event => change({ seriousness: event.target.value }, true)}
              options={seriousnesses.map(value => ({ value, label: t(`seriousness.${value}`) }))}
            />
          </div>
          <FormField label={t('basis')} hint={t('basisHint')}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={1000}
              disabled={!edits}
              value={words.basis}
              onChange={event => change({ basis: event.target.value })}
            />
          </FormField>
          <FormField label={t('measure')}>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              disabled={!edits}
              value={words.measure}
              onChange={event => change({ measure: event.target.value })}
            />
          </FormField>
          {edits ? (
            <FormField label={t('due')}>
              <DayField
                label={t('due')}
                value={words.dueDay ?? undefined}
                earliest={kept.stop.day}
                onChange={day => change({ dueDay: day ?? null }, true)}
              />
            </FormField>
          ) : words.dueDay ? (
            <p>{`${t('due')}：${words.dueDay}`}</p>
          ) : null}
          <PlacePhotos photos={photos} stop={kept.stop} place={id} writes={edits} />
        </div>
      ) : null}
      <div className={styles['cardFoot']}>
        <Button type="link" onClick={onOpen} aria-expanded={open}>
          {t(open ? 'fold' : 'unfold')}
        </Button>
        {edits ? (
          <Popconfirm
            title={t('removeFinding')}
            description={t('removeWords')}
            okText={t('remove')}
            cancelText={t('cancel')}
            onConfirm={() => keeper.write({ kind: 'finding', id, words: null }, true)}
          >
            <Button type="link" danger>
              {t('remove')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
    </section>
  )
}
