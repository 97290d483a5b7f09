import { useUnitKindWords } from '@jianbao/organisation/desk/parts'
import { formatDay, StateTag, type Tone, useLanguage } from '@jianbao/ui'
import type { CampaignState, PeriodState, Task } from '../../contract/index.ts'
import { campaignTexts } from '../campaign.texts.ts'
import { nextPeriod } from './timeline.ts'

const tones: Readonly<Record<CampaignState, Tone>> = { draft: 'doubt', open: 'good', closed: 'quiet' }

export function CampaignStateTag({ state }: { state: CampaignState }) {
  const t = campaignTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

const periodTones: Readonly<Record<PeriodState, Tone>> = {
  coming: 'quiet',
  open: 'good',
  late: 'doubt',
  locked: 'bad',
}

export function PeriodStateTag({ state }: { state: PeriodState }) {
  const t = campaignTexts.useTexts()
  return <StateTag tone={periodTones[state]}>{t(`period.${state}`)}</StateTag>
}

/** Required or self-chosen, told apart by the word and by a frame. */
export function RequiredTag({ required }: { required: boolean }) {
  const t = campaignTexts.useTexts()
  return <StateTag tone={required ? 'busy' : 'quiet'}>{t(required ? 'required' : 'chosen')}</StateTag>
}

/** What is said of tasks in several places. */
export function useTaskWords() {
  const t = campaignTexts.useTexts()
  const language = useLanguage()
  const kindWords = useUnitKindWords()
  const day = (iso: string) => formatDay(iso, language)
  return {
    day,
    /** Without its year, where the year is plain. */
    shortDay: (iso: string, today: string): string =>
      language === 'en' || iso.slice(0, 4) !== today.slice(0, 4) ? day(iso) : day(iso).replace(/^\d+年/, ''),
    rhythm: (task: Pick<Task, 'rhythm' | 'periods'>, today: string): string => {
      const next = nextPeriod(task, today)
      if (!task.rhythm) return t('once', { day: day(task.periods[0]?.dueDay ?? '') })
      const rhythm = t(`rhythm.${task.rhythm}`)
      return next ? t('rhythmNext', { rhythm, day: day(next.dueDay) }) : t('rhythmOver', { rhythm })
    },
    done: ({ needed, types }: Pick<Task, 'needed' | 'types'>): string =>
      types.length
        ? t('doneOf', { count: needed, types: types.map(type => type.name).join(t('comma')) })
        : t('doneAny', { count: needed }),
    bounds: ({ kinds, named }: Pick<Task, 'kinds' | 'named'>): string =>
      [...kinds.map(kindWords), ...(named ? [t('boundNamed', { count: named })] : [])].join(t('comma')),
  }
}
