/** A pack as the files it is read from; what is written here is read again as the same pack. */
import { strToU8, zipSync } from 'fflate'
import { stringify } from 'yaml'
import { Pack } from '../../contract/index.ts'
import { inOrder } from './in-order.ts'
import type { PackFile } from './pack.types.ts'

const heads: Readonly<Record<PackFile, string>> = {
  'campaign.yaml': '活动：名称、起止、依据、阶段、单位组',
  'tasks.yaml': '任务：规定动作与自选动作',
  'reporting.yaml': '报送：活动类型、指标、栏目',
  'scoring.yaml': '采用计分规则',
  'ledgers.yaml': '台账：步骤、天数、销号方式',
  'commitments.yaml': '责任书、承诺书',
  'reminders.yaml': '提醒',
}

export function writePack(pack: Pack): Map<PackFile, string> {
  const whole = inOrder(Pack, pack) as Pack
  // Ledgers: a campaign of an earlier version was loaded without.
  const { campaign, tasks, reporting, scoring, ledgers = [], commitments, reminders } = whole
  const parts: readonly (readonly [PackFile, object | null])[] = [
    ['campaign.yaml', campaign],
    ['tasks.yaml', { tasks }],
    ['reporting.yaml', reporting],
    ['scoring.yaml', scoring],
    ['ledgers.yaml', ledgers.length ? { ledgers } : null],
    ['commitments.yaml', commitments.length ? { commitments } : null],
    ['reminders.yaml', reminders],
  ]
  return new Map(
    parts.flatMap(([file, value]) =>
      value
        ? [[file, `# ${heads[file]}\n${stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })}`]]
        : [],
    ),
  )
}

/** The files as a ZIP; the same pack gives the same bytes. */
export function zipPack(pack: Pack): Uint8Array {
  const files = [...writePack(pack)].map(([name, text]): [string, Uint8Array] => [name, strToU8(text)])
  // The first day a ZIP can name.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 9 })
}
