/** Why a line has its points, and where it happened, in words. */
import { formatCount } from '@jianbao/ui'
import type { AccountLine, ScoreSource } from '../contract/index.ts'
import { scoringTexts } from './scoring.texts.ts'
import { usePeriodWords } from './use-scored.ts'

export function useReasonWords(): (line: Pick<AccountLine, 'why' | 'points'>) => string {
  const t = scoringTexts.useTexts()
  const words = usePeriodWords()
  return ({ why, points }) => {
    const { base, zero, ordinal, units, before, limit, cap, minimum, penalty, noAward, yearIsZero } = why
    const cut = base !== points && !penalty && zero !== 'no-rule'
    return [
      ordinal && t(`why.ordinal.${ordinal.within}`, { no: ordinal.no }),
      units !== undefined && t('why.units', { count: units }),
      minimum && t('why.minimum', { ...minimum, period: words(minimum.period) }),
      penalty &&
        t('why.penalty', {
          period: words(penalty.period),
          kind: t(`kind.${penalty.on}`),
          came: penalty.came,
          times: penalty.times,
        }),
      cut && t('why.base', { points: formatCount(base) }),
      before !== undefined && !zero && t('why.before', { points: formatCount(before) }),
      limit && t('why.limit', { per: t(`per.${limit.per}`), times: limit.times }),
      cap && cap.left > 0 && t('why.cap', { name: cap.name, left: formatCount(cap.left) }),
      cap && cap.left === 0 && cap.name,
      zero && t(`zero.${zero}`),
      noAward && t('why.noAward'),
      yearIsZero !== undefined && t('why.yearIsZero', { points: formatCount(yearIsZero) }),
    ]
      .filter(Boolean)
      .join(t('semicolon'))
  }
}

/** Desk and column, bulletin and issue, office, task. */
export function useSourceWords(): (source: ScoreSource) => string {
  const t = scoringTexts.useTexts()
  return ({ taskName, periodName, dueDay, ...source }) => {
    const task = taskName
      ? [taskName, periodName === taskName ? '' : periodName, dueDay && t('due', { day: dueDay })]
      : []
    const parts = [
      source.deskName,
      source.columnName,
      source.bulletinName,
      source.issue,
      source.formName,
      source.leaderName,
      source.office,
      source.commissionTitle,
      ...task,
    ]
    return parts.filter(Boolean).join(' · ')
  }
}
