import type { RegisterEntry } from '@jianbao/intake'
import type { ReportProposal } from '../../contract/index.ts'
import type { ReadOptions } from './propose-report.rules.ts'
import type { Reporting } from './reporting.types.ts'

/** What all units of the tree are called; `revision` is another one whenever any of it changed. */
export type TreeNames = {
  readonly revision: string
  readonly entries: readonly RegisterEntry[]
  /** By name the path of the unit that alone bears it; null when several do. */
  readonly paths: ReadonlyMap<string, string | null>
}

/** `Reporting`, as it can be handed to a thread: units are named by their paths. */
export type ReportingSubject = Omit<Reporting, 'register' | 'unitOf'> & { readonly names: TreeNames }

/** Reads texts somewhere it holds nobody up, one after the other. */
export type Proposer = {
  /** Throws Problem `server-busy` for a text that takes too long. */
  propose(text: string, subject: ReportingSubject, options: ReadOptions): Promise<ReportProposal>
  close(): Promise<void>
}

/** Names travel only when they are others than last time: those of a large tree are megabytes. */
export type ToProposer = {
  readonly text: string
  readonly options: ReadOptions
  readonly subject: Omit<ReportingSubject, 'names'> & { readonly revision: string }
  readonly names: TreeNames | null
}
export type FromProposer = { readonly proposal: ReportProposal }
