import { Problem } from '@jianbao/errors'
import { type ContestRules, type JoinDetails, nicknameFault, plainNickname } from '../../contract/index.ts'

/** A newcomer's particulars as they are kept. */
export type PlainDetails = {
  readonly nickname: string
  readonly unitNo: number
  readonly groupKey: string | null
}

export const nicknameProblems = {
  length: 'nickname-length',
  characters: 'nickname-characters',
  number: 'nickname-number',
  words: 'nickname-words',
} as const

type Asked = {
  readonly rules: Pick<ContestRules, 'units' | 'groups' | 'privacy'>
  readonly units: { has(no: number): boolean }
}

/** What a newcomer says, held against what the contest asks. `givenUnit`: of an entry code. Throws a Problem for each gap. */
export function plainDetails(
  { rules, units }: Asked,
  details: JoinDetails,
  { givenUnit, words }: { givenUnit: number | null; words: readonly string[] },
): PlainDetails {
  const fault = nicknameFault(details.nickname, words)
  if (fault) throw new Problem(nicknameProblems[fault])
  if (rules.privacy.minimumAge > 0 && details.guardian === undefined)
    throw new Problem('join-age-missing', { age: rules.privacy.minimumAge })
  return {
    nickname: plainNickname(details.nickname),
    unitNo: givenUnit ?? unitOf(rules.units, units, details.unitNo),
    groupKey: groupOf(rules.groups, details.groupKey),
  }
}

function unitOf(asked: ContestRules['units'], units: Asked['units'], no: number | undefined): number {
  if (asked === 'none') return 0
  if (no !== undefined && units.has(no)) return no
  if (no === undefined && asked === 'optional') return 0
  throw new Problem('join-unit-missing')
}

function groupOf(groups: ContestRules['groups'], key: string | undefined): string | null {
  if (!groups.length) return null
  if (key === undefined || !groups.some(group => group.key === key)) throw new Problem('join-group-missing')
  return key
}
