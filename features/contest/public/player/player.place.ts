/** Where somebody stands, as a sentence. */
import type { PlayerPlace } from '../../contract/tally.schema.ts'

/** Null: nothing of theirs counts yet. Rounded down: nobody is told they are ahead of more than they are. */
export function sayPlace(its: PlayerPlace | null): string {
  if (!its) return '还没有记入成绩。交卷后过几秒再看。'
  const { score, place, behind, players } = its
  const points = `目前 ${Number(score.toFixed(2))} 分`
  if (players < 2) return `${points}，同组目前只有您一人。`
  const share = Math.floor((100 * behind) / (players - 1))
  const more = share > 0 ? `，超过了 ${share}% 的参赛者` : ''
  return `${points}${place === null ? '' : `，第 ${place} 名`}${more}（共 ${players} 人）。`
}
