/** The thread that reads texts for forms. */
import { parentPort } from 'node:worker_threads'
import { defaultRegister, learnNames, type UnitRegister } from '@jianbao/intake'
import { proposeReport } from './propose-report.rules.ts'
import type { FromProposer, ToProposer, TreeNames } from './proposer.port.ts'

let known: { readonly names: TreeNames; readonly register: UnitRegister } | null = null

parentPort?.on('message', ({ text, options, subject, names }: ToProposer) => {
  if (names) known = { names, register: learnNames(defaultRegister(), names.entries) }
  if (!known) throw new Error('no names of units were given')
  const { paths } = known.names
  const { register } = known
  const unitOf = (name: string): string | null => paths.get(name) ?? null
  const answer: FromProposer = { proposal: proposeReport(text, { ...subject, register, unitOf }, options) }
  parentPort?.postMessage(answer)
})
