/** Who gets which certificate, and what stands on it. Pure: the same for the same rules and standing. */
import type { ContestRules } from '../../../contract/index.ts'
import { pointsText } from '../result/result-lines.ts'

type Rules = Pick<ContestRules, 'certificates' | 'scoring'>
export type CertificateRule = Rules['certificates'][number]

export type CertificateStanding = {
  /** What the ranking goes by; of an average hundredths. */
  readonly score: number
  readonly attempts: number
  /** Within the group; null while results are not published. */
  readonly place: number | null
}

/** Certificates a player may have, in the order of the rules. Without an attempt that counts there is none. */
export function certificatesOf(rules: Rules, standing: CertificateStanding): CertificateRule[] {
  if (standing.attempts < 1) return []
  return rules.certificates.filter(rule => isReached(rules, rule, standing))
}

function isReached(
  { scoring }: Rules,
  { by, bound }: CertificateRule,
  standing: CertificateStanding,
): boolean {
  const { score, attempts, place } = standing
  if (by === 'attempts') return attempts >= bound
  if (by === 'rank') return place !== null && place <= bound
  return score >= bound * (scoring === 'average' ? 100 : 1)
}

/** What it is for, as anybody may know who checks it. */
export function reasonWords({ by, bound }: Pick<CertificateRule, 'by' | 'bound'>): string {
  if (by === 'attempts') return `参赛满 ${bound} 次`
  if (by === 'rank') return bound === 1 ? '成绩第 1 名' : `成绩前 ${bound} 名`
  return `成绩达到 ${bound} 分`
}

const scoreWords = { best: '最好成绩', cumulative: '累计成绩', average: '平均成绩' } as const

/** What was reached, in the sentence of the certificate. */
export function certificateText(
  { title, groupName }: { title: string; groupName: string },
  { scoring }: Pick<ContestRules, 'scoring'>,
  { by }: Pick<CertificateRule, 'by'>,
  { score, attempts, place }: CertificateStanding,
): string {
  const reached = `${scoreWords[scoring]} ${pointsText({ scoring }, score)} 分`
  const where = groupName ? `列${groupName}第 ${place} 名` : `列第 ${place} 名`
  const words =
    by === 'attempts'
      ? [`积极参与，参赛 ${attempts} 次`, reached]
      : by === 'rank'
        ? [reached, where]
        : [reached]
  return `在“${title}”中${by === 'attempts' ? '' : '，'}${words.join('，')}。`
}
