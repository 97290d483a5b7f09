import type { Pack, PackProblem } from '../../contract/index.ts'
import { type PackFile, packFiles } from './pack.types.ts'
import { readPack } from './read-pack.ts'

/** A small pack of the test federation's root, as its files. */
export const smallFiles: Readonly<
  Record<'campaign.yaml' | 'tasks.yaml' | 'commitments.yaml' | 'ledgers.yaml', string>
> = {
  'campaign.yaml': `schema: jianbao-pack/1
id: study-2026
name: 2026年学习
from: 2026-01-01
to: 2026-12-31
stages:
  - { id: first, name: 第一阶段, from: 2026-01-01, to: 2026-06-30 }
  - { id: second, name: 第二阶段, from: 2026-07-01, to: 2026-12-31 }
groups:
  - { id: sisters, name: 结对单位, units: ['990200'] }
`,
  'tasks.yaml': `tasks:
  - id: monthly
    name: 每月一学
    required: true
    stage: first
    kinds: [city, county]
    deadline: { every: month, from: 2026-01, to: 2026-03, dueDays: 5 }
    lockAfterDays: 10
    done: { reports: 1 }
  - id: once
    name: 动员会
    required: false
    groups: [sisters]
    deadline: { day: 2026-03-31 }
    done: { reports: 1 }
`,
  'commitments.yaml': `commitments:
  - id: duty
    name: 责任书
    kinds: [city]
    until: 2026-03-15
    text: ['{unit}负全责。', 按时报送。]
`,
  'ledgers.yaml': `ledgers:
  - id: work
    kind: work
    name: 工作台账
    steps: { review: false, acknowledge: false, recheckDays: null }
    nearDays: 3
    closing: adopted
  - id: needs
    kind: service
    name: 办实事清单
    steps: { review: true, acknowledge: true, recheckDays: 30 }
    nearDays: 5
    closing: verified
    satisfaction: { good: 100, fair: 75, poor: 55, pass: 60 }
`,
}

export function filesOf(texts: Readonly<Record<string, string | Uint8Array>>): Map<PackFile, Uint8Array> {
  return new Map(
    packFiles.flatMap(file => {
      const content = texts[file]
      return content === undefined ? [] : [[file, Buffer.from(content as string)] as const]
    }),
  )
}

/** What is wrong with the small pack when some of its files say something else. */
export function problemsOf(texts: Readonly<Record<string, string | Uint8Array>>): readonly PackProblem[] {
  return readPack({ files: filesOf({ ...smallFiles, ...texts }), problems: [] }).problems
}

export function packOf(texts: Readonly<Record<string, string>> = {}): Pack {
  const { pack, problems } = readPack({ files: filesOf({ ...smallFiles, ...texts }), problems: [] })
  if (!pack) throw new Error(JSON.stringify(problems))
  return pack
}
