import { type DrawRegister, isPlain } from '@jianbao/draw'
import { maskName } from '../../../contract/nickname.rules.ts'
import { keyedBytes } from '../keyed-bytes.ts'
import type { PoolPlayer } from './read-pool.ts'

export const lotteryStratum = '全部'

/** 抽奖编码: says nothing of who it is, and is another in every draw. */
export const lotteryCode = (key: Buffer, drawId: string, playerNo: number): string =>
  keyedBytes(key, 'lottery', [drawId, playerNo], 10).toString('hex')

const plain = (text: string): string =>
  isPlain(text) ? text : [...text.toWellFormed()].filter(letter => isPlain(letter)).join('')

/** As others see a winner: masked, with the unit. */
export const shownPlayer = ({ nickname, unitName }: PoolPlayer): { name: string; unit: string } => ({
  name: plain(maskName(nickname)),
  unit: plain(unitName ?? ''),
})

/** The register that is committed to: codes and masked names alone. */
export function composeLottery(
  head: { readonly name: string; readonly organiser: string; readonly count: number },
  players: readonly PoolPlayer[],
  codeOf: (playerNo: number) => string,
): DrawRegister {
  return {
    name: plain(head.name),
    organiser: plain(head.organiser),
    rules: {
      count: head.count,
      inspectorsPerObject: 0,
      objectsPerInspector: 1,
      strata: [{ name: lotteryStratum, minimumCount: 0, minimumShare: 0 }],
    },
    objects: players.map(player => {
      const { name, unit } = shownPlayer(player)
      return { code: codeOf(player.no), name: unit ? `${name}（${unit}）` : name, stratum: lotteryStratum }
    }),
    inspectors: [],
  }
}
