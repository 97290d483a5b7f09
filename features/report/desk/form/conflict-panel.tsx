import { DisputedPlace, DisputeFrame } from '@jianbao/ui'
import { Button } from 'antd'
import type { FormCampaign, ReportDraft } from '../../contract/index.ts'
import type { DraftKeeper, KeeperState } from './draft-keeper.ts'
import { formTexts } from './form.texts.ts'
import type { MergeKey } from './merge-drafts.ts'

type ConflictPanelProps = {
  readonly keeper: DraftKeeper
  readonly state: KeeperState
  readonly campaign: FormCampaign | null
}

/** What this device and another one changed both: side by side, to choose; until then neither is lost. */
export function ConflictPanel({ keeper, state, campaign }: ConflictPanelProps) {
  const t = formTexts.useTexts()
  const { conflicts, theirs, draft } = state
  if (!theirs || conflicts.length === 0) return null
  return (
    <DisputeFrame title={t('conflictTitle', { count: conflicts.length })} note={t('conflictNote')}>
      {conflicts.map(key => (
        <DisputedPlace
          key={key}
          label={t(labelOf(key))}
          sides={(['mine', 'theirs'] as const).map(side => ({
            head: t(side === 'mine' ? 'sideMine' : 'sideTheirs'),
            words: wordsOf(side === 'mine' ? draft : theirs, key, campaign) || t('sideEmpty'),
            act: (
              <Button onClick={() => keeper.settle(key, side)}>
                {t(side === 'mine' ? 'takeMine' : 'takeTheirs')}
              </Button>
            ),
          }))}
        />
      ))}
    </DisputeFrame>
  )
}

function labelOf(key: MergeKey) {
  if (key.startsWith('figure:')) return 'figures'
  return key as Exclude<MergeKey, `figure:${string}`>
}

/** What one side says, as a person would. */
function wordsOf(draft: ReportDraft, key: MergeKey, campaign: FormCampaign | null): string {
  if (key.startsWith('figure:')) {
    const figure = draft.figures.find(({ id }) => `figure:${id}` === key)
    const measure = campaign?.measures.find(({ id }) => id === figure?.measure)?.name ?? figure?.measure
    return figure ? `${measure}：${figure.of ?? ''} ${figure.value} ${figure.unit}` : ''
  }
  if (key === 'title' || key === 'body') return draft[key]
  if (key === 'place') return draft.place ?? ''
  if (key === 'type') return campaign?.types.find(({ id }) => id === draft.type)?.name ?? draft.type ?? ''
  if (key === 'days') return [draft.startDay, draft.endDay].filter(Boolean).join(' — ')
  if (key === 'partners') return draft.partners.map(({ name }) => name).join('、')
  if (key === 'unit') return draft.unitId
  const task = campaign?.tasks.find(({ id }) => id === draft.taskId)
  const period = task?.periods.find(({ no }) => no === draft.periodNo)
  return [task?.name, period?.name].filter(Boolean).join(' ')
}
