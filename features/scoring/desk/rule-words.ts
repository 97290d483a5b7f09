/** The rules of a version as tables of words: name, for whom and what, how many points. */
import { formatCount } from '@jianbao/ui'
import { ruleSections, type ScoredCampaign, type ScoringVersion } from '../contract/index.ts'
import { scoringTexts } from './scoring.texts.ts'

export type RuleRow = {
  readonly id: string
  readonly name: string
  readonly applies: string
  readonly value: string
}
export type RuleSection = { readonly title: string; readonly rows: readonly RuleRow[] }

type AnyRule = {
  id: string
  name: string
  points: number
  classes?: string[]
  at?: string[]
  columns?: string[]
  bulletins?: string[]
  forms?: string[]
  leaders?: string[]
  limit?: { times: number; per: 'month' | 'quarter' | 'year' }
  further?: { points: number; within: 'report' | 'year' }
  reports?: number
  per?: 'month' | 'quarter' | 'year'
  short?: number
}

export function useRuleSections(campaign: ScoredCampaign): (version: ScoringVersion) => RuleSection[] {
  const t = scoringTexts.useTexts()
  const any = t as (key: string) => string
  const columns = new Map(campaign.columns.map(({ id, name }) => [id, name]))
  const join = (words: (string | undefined | false)[]): string => words.filter(Boolean).join(t('semicolon'))
  return version => {
    const named = (list: readonly { id: string; name: string }[] | undefined, ids: readonly string[]) =>
      ids.map(id => list?.find(each => each.id === id)?.name ?? id).join(t('comma'))
    const forms = version.bulletins?.flatMap(bulletin => bulletin.forms ?? [])
    const ofClasses = (ids: string[] | undefined) =>
      ids && t('ofClasses', { names: named(version.classes, ids) })
    const applies = (rule: AnyRule, section: string): string =>
      join([
        rule.at && t('atDesks', { names: rule.at.map(kind => any(`unitKind.${kind}`)).join(t('comma')) }),
        rule.columns &&
          t('inColumns', { names: rule.columns.map(id => columns.get(id) ?? id).join(t('comma')) }),
        section === 'adopted' && !rule.at && !rule.columns && t('everywhere'),
        rule.bulletins && named(version.bulletins, rule.bulletins),
        rule.forms && named(forms, rule.forms),
        section === 'instruction' && (rule.leaders ? named(version.leaders, rule.leaders) : t('anyLeader')),
        rule.reports !== undefined && t('atLeast', { per: t(`per.${rule.per!}`), count: rule.reports }),
        ofClasses(rule.classes),
      ]) || t('allUnits')
    const value = (rule: AnyRule): string =>
      join([
        t('pointsOf', { points: formatCount(rule.points) }),
        rule.further &&
          t('further', {
            points: formatCount(rule.further.points),
            within: t(`within.${rule.further.within}`),
          }),
        rule.limit && t('upTo', { per: t(`per.${rule.limit.per}`), times: rule.limit.times }),
        rule.short !== undefined && t('short', { points: formatCount(rule.short) }),
      ])
    const sections: RuleSection[] = ruleSections.map(section => ({
      title: t(`section.${section}`),
      rows: ((version[section] ?? []) as AnyRule[]).map(rule => ({
        id: rule.id,
        name: rule.name,
        applies: applies(rule, section),
        value: value(rule),
      })),
    }))
    const rules = ruleSections.flatMap(section => (version[section] ?? []) as AnyRule[])
    sections.push({
      title: t('section.caps'),
      rows: (version.caps ?? []).map(cap => ({
        id: cap.id,
        name: cap.name,
        applies: join([
          cap.kinds?.map(kind => t(`kind.${kind}`)).join(t('comma')),
          cap.rules && named(rules, cap.rules),
          !cap.kinds && !cap.rules && t('capAll'),
          ofClasses(cap.classes),
        ]),
        value: t('capPoints', { per: t(`per.${cap.per}`), points: formatCount(cap.points) }),
      })),
    })
    sections.push({
      title: t('section.penalties'),
      rows: (version.penalties ?? []).map(penalty => ({
        id: penalty.id,
        name: penalty.name,
        applies: join([
          t('penaltyOn', {
            per: t(`per.${penalty.per}`),
            kind: t(`kind.${penalty.on}`),
            times: penalty.times,
          }),
          ofClasses(penalty.classes),
        ]),
        value: join([
          penalty.points !== undefined && t('pointsOf', { points: formatCount(penalty.points) }),
          penalty.again && t('penaltyAgain'),
          penalty.noAward && t('noAward'),
          penalty.yearIsZero && t('yearIsZero'),
        ]),
      })),
    })
    sections.push({
      title: t('section.flags'),
      rows: (version.flags ?? []).map(flag => ({
        id: flag.id,
        name: flag.name,
        applies: join([
          t('flagOn', { per: t(`per.${flag.per}`), what: t(`flag.${flag.on}`) }),
          ofClasses(flag.classes),
        ]),
        value: t('named'),
      })),
    })
    return sections.filter(section => section.rows.length > 0)
  }
}
