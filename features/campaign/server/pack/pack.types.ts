import type { Pack, PackProblem, PackProblemCode } from '../../contract/index.ts'

/** The files of a pack, in the order they are read; all but the first may be left out. */
export const packFiles = [
  'campaign.yaml',
  'tasks.yaml',
  'reporting.yaml',
  'scoring.yaml',
  'ledgers.yaml',
  'commitments.yaml',
  'reminders.yaml',
] as const
export type PackFile = (typeof packFiles)[number]

/** Bytes by name, as they lay in a folder or a ZIP; besides what was wrong with it as a whole. */
export type PackSource = {
  readonly files: ReadonlyMap<PackFile, Uint8Array>
  readonly problems: readonly PackProblem[]
}

export type Path = readonly (string | number)[]

/** Where the value of a path stands, for a person: its line from 1. */
export type Locate = (path: Path, atKey?: boolean) => number | null

/** A file as it was parsed: plain values, and where each stands. */
export type ParsedFile = { readonly value: unknown; readonly locate: Locate }

/** Says what is wrong at a place of one file. */
export type Complain = (
  file: PackFile,
  path: Path,
  code: PackProblemCode,
  details?: PackProblem['details'],
) => void

/** A pack without a fault, or everything that is wrong with it. */
export type PackReading =
  | { readonly pack: Pack; readonly problems: readonly []; readonly complain: PlacedComplaint }
  | { readonly pack: null; readonly problems: readonly PackProblem[] }

/** Makes a problem of a place of a pack that was read: for checks that need the database. */
export type PlacedComplaint = (
  file: PackFile,
  path: Path,
  code: PackProblemCode,
  details?: PackProblem['details'],
) => PackProblem
